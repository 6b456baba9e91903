import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { duesRequestStatusNames } from '@sasaeai/domain/membership-dues/request/dues-request-status'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { AppLink } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import { changesText, guideText, payersText } from './dues-request-words.ts'
import type { DuesRequestOfKind, PreviewedRequest } from './dues-requests-page.tsx'

interface DuesRequestTableProps {
  readonly kinds: readonly DuesRequestOfKind[]
  readonly changesOf: (kindId: DuesKindId) => PreviewedRequest | undefined
  readonly shownId: DuesKindId | undefined
}

/** Every kind of membership with how far its request is, and what it asks for beside last year. */
export function DuesRequestTable({ kinds, changesOf, shownId }: DuesRequestTableProps) {
  const lastYear = fiscalYear(useFiscalYearInView() - 1)
  const asked = kinds.flatMap(({ request }) => (request === null ? [] : [request.expectedYen]))
  const columns: readonly Column<DuesRequestOfKind>[] = [
    { id: 'name', header: '会員種別', isRowHeader: true, cell: (kind) => <KindLink kind={kind} isShown={kind.duesKindId === shownId} />, footer: '計' },
    { id: 'status', header: '状態', cell: ({ request }) => <RequestStatusChip request={request} /> },
    { id: 'guide', header: '目安', cell: ({ terms }) => (terms === null ? '条件がありません' : guideText(terms)) },
    { id: 'payers', header: 'お願いする先', cell: ({ request }) => (request === null ? '' : payersText(request)) },
    { id: 'counted', header: '世帯・口', cell: ({ request }) => (request === null ? '' : countedText(request)) },
    {
      id: 'expected',
      header: '目安額（円）',
      align: 'end',
      cell: ({ request }) => (request === null ? '' : formatYen(request.expectedYen)),
      footer: asked.length === 0 ? '' : formatYen(sumYen(asked)),
    },
    { id: 'lastExpected', header: '前年の目安額', align: 'end', isWideOnly: true, cell: ({ lastExpectedYen }) => (lastExpectedYen === null ? '—' : formatYen(lastExpectedYen)) },
    {
      id: 'lastReceived',
      header: '前年の納入',
      align: 'end',
      isWideOnly: true,
      cell: ({ duesKindId, name, lastReceivedYen }) => (
        <FigureLink amountYen={lastReceivedYen} filter={{ duesYear: lastYear, duesKindId }} label={`前年の${name}`} />
      ),
      footer: formatYen(sumYen(kinds.map(({ lastReceivedYen }) => lastReceivedYen))),
    },
    { id: 'changes', header: '準備のあと', cell: ({ duesKindId, request }) => <Changes changes={request === null ? undefined : changesOf(duesKindId)} /> },
  ]
  return <DataTable caption="会員種別ごとの納入のお願い" columns={columns} rows={kinds} rowKey={({ duesKindId }) => duesKindId} phone="cards" />
}

function KindLink({ kind, isShown }: { kind: DuesRequestOfKind; isShown: boolean }) {
  if (kind.request === null) return kind.name
  return (
    <AppLink to="/dues/requests" search={(before) => ({ ...before, kind: kind.duesKindId })} aria-current={isShown ? 'true' : undefined} className={isShown ? 'font-bold' : undefined} resetScroll={false}>
      {kind.name}
    </AppLink>
  )
}

/** How far a request is, in a word. */
export function RequestStatusChip({ request }: Pick<DuesRequestOfKind, 'request'>) {
  if (request === null) return <StatusChip>準備前</StatusChip>
  return <StatusChip tone={request.status === 'fixed' ? 'success' : 'accent'}>{duesRequestStatusNames[request.status]}</StatusChip>
}

function Changes({ changes }: { changes: PreviewedRequest | undefined }) {
  const text = changes === undefined ? undefined : changesText(changes)
  return text === undefined ? '' : <StatusChip tone="warning">{text}</StatusChip>
}

function countedText({ households, units }: NonNullable<DuesRequestOfKind['request']>): string {
  return [households > 0 && `${groupDigits(households)}世帯`, units > 0 && `${groupDigits(units)}口`].filter((part) => part !== false).join('・')
}
