import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { RouterOutput } from '../../../app/trpc.ts'
import { MemberStateChip } from './member-state-chip.tsx'

export type ListedMember = RouterOutput['membershipDues']['member']['list']['rows'][number]

/** The columns of the list of members; what came in is that of the dues year in view. */
export function memberColumns(duesYear: FiscalYear, postedUntil: PostingMoment | undefined): readonly Column<ListedMember>[] {
  return [
    { id: 'number', header: '番号', align: 'end', cell: (row) => row.supporterNumber },
    {
      id: 'name',
      header: '名前',
      isRowHeader: true,
      cell: (row) => <span className="align-top sm:inline-block sm:min-w-[7em]">{row.name}</span>,
    },
    { id: 'kind', header: '会員種別', cell: (row) => <span className="whitespace-nowrap">{row.duesKindName}</span> },
    { id: 'units', header: '口数', align: 'end', cell: (row) => `${groupDigits(row.units)}口` },
    { id: 'route', header: '経路', cell: (row) => (row.route === 'direct' ? '直接' : (row.areaName ?? '')) },
    { id: 'state', header: '状態', cell: stateOf },
    { id: 'joined', header: '入会日', isWideOnly: true, cell: (row) => <span className="figures">{formatLocalDateShort(row.joinedOn)}</span> },
    { id: 'received', header: '納入', align: 'end', cell: (row) => <Received member={row} opensTo={{ duesYear, postedUntil }} /> },
  ]
}

function stateOf({ state, leftOn }: ListedMember) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <MemberStateChip state={state} />
      {leftOn !== null && <span className="figures text-[0.8125rem] text-ink-sub">{formatLocalDateShort(leftOn)}</span>}
    </span>
  )
}

/** What came in by name, with a way to the entries; or that nothing did, as a plain status. */
function Received({ member, opensTo }: { readonly member: ListedMember; readonly opensTo: MomentSearch & { readonly duesYear: FiscalYear } }) {
  const { payment, receivedYen, expectedYen, supporterId, duesKindId } = member
  if (payment === 'within_area') return <span className="text-ink-sub">自治会分に含む</span>
  if (payment === 'unpaid') return <span className="text-ink-sub">未納</span>
  const isPartial = expectedYen !== null && receivedYen < expectedYen
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      {isPartial && <StatusChip>一部</StatusChip>}
      <TextLink href={entriesHref({ ...opensTo, supporterId, duesKindId })}>{formatYen(receivedYen)}円</TextLink>
    </span>
  )
}
