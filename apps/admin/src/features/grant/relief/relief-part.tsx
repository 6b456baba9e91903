import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { lazy, Suspense, useState } from 'react'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import type { GrantCall, ReliefPayment } from '../call/grant-call-page.tsx'
import { GrantExportButton } from '../grant-export-button.tsx'

const ReliefDialog = lazy(async () => ({ default: (await import('./relief-dialog.tsx')).ReliefDialog }))
const UndoReliefDialog = lazy(async () => ({ default: (await import('./undo-relief-dialog.tsx')).UndoReliefDialog }))

interface ReliefPartProps extends MomentSearch {
  readonly call: GrantCall
  readonly payments: readonly ReliefPayment[]
}

/** 見舞金: how many of which class in which 校区 got how much. Who it was is written down nowhere. */
export function ReliefPart({ call, payments, postedUntil }: ReliefPartProps) {
  const mayPay = useMayDo('grant.post') && postedUntil === undefined
  const [opened, setOpened] = useState<'pay' | ReliefPayment>()
  const close = () => setOpened(undefined)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 print-hidden">
        <p className="phrases max-w-[36rem] flex-1 text-[0.9375rem] text-ink-sub">
          対象区分・校区・件数・金額だけを記帳します。受け取った人や世帯の名前は、どこにも記録しません。名簿は別に保管してください。
        </p>
        <div className="flex flex-wrap gap-2.5">
          <GrantExportButton list={{ list: 'relief', callId: call.callId, postedUntil }} name="見舞金の一覧" />
          {mayPay && <Button variant="primary" icon="yen" onClick={() => setOpened('pay')}>見舞金を支払う</Button>}
        </div>
      </div>
      <DataTable caption="見舞金の支払" columns={columnsOf(payments, mayPay ? setOpened : undefined)} rows={payments} rowKey={({ paymentId }) => paymentId} phone="cards"
        empty={<EmptyState title="見舞金の支払はまだありません" />} />
      <Suspense>
        {opened === 'pay' && <ReliefDialog call={call} onClose={close} />}
        {opened !== undefined && opened !== 'pay' && <UndoReliefDialog payment={opened} onClose={close} />}
      </Suspense>
    </>
  )
}

function columnsOf(payments: readonly ReliefPayment[], onUndo: ((payment: ReliefPayment) => void) | undefined): Column<ReliefPayment>[] {
  const standing = payments.filter(({ isReversed }) => !isReversed)
  const acts: Column<ReliefPayment> = {
    id: 'acts',
    header: '操作',
    isActs: true,
    cell: (payment) =>
      payment.isReversed ? null : (
        <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5 print-hidden" aria-label={`伝票${payment.entryNumber}の取消`} onClick={() => onUndo?.(payment)}>取消</Button>
      ),
  }
  return [
    { id: 'paidOn', header: '支払日', cell: ({ paidOn }) => formatLocalDateShort(paidOn) },
    { id: 'class', header: '対象区分', isRowHeader: true, cell: ({ className, isReversed }) => <>{className} {isReversed && <StatusChip>取消済み</StatusChip>}</>, footer: '合計（取消を除く）' },
    { id: 'area', header: '校区', cell: ({ areaName }) => areaName ?? '—' },
    { id: 'recipients', header: '対象者数', align: 'end', cell: ({ recipients }) => groupDigits(recipients), footer: groupDigits(standing.reduce((sum, { recipients }) => sum + recipients, 0)) },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen), footer: formatYen(sumYen(standing.map(({ amountYen }) => amountYen))) },
    { id: 'committee', header: '配分委員会', cell: ({ committeeName }) => committeeName ?? '—' },
    { id: 'entry', header: '伝票', align: 'end', cell: ({ entryId, entryNumber }) => <TextLink href={`/admin/entries/${entryId}`}>{entryNumber}</TextLink> },
    ...(onUndo === undefined ? [] : [acts]),
  ]
}
