import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { ReverseEntryDialog } from '../../ledger/reverse-entry-dialog.tsx'
import type { ExternalCallInFull } from './external-call-page.tsx'

type Receipt = ExternalCallInFull['receipts'][number]

/** What came of the awards of a call, each with the entry behind it; an entry is undone by reversing it. */
export function ExternalReceiptsTable({ receipts, isNow }: { readonly receipts: readonly Receipt[]; readonly isNow: boolean }) {
  const mayUndo = useMayDo('ledger.post') && isNow
  const [toUndo, setToUndo] = useState<Receipt>()
  const acts: Column<Receipt> = { id: 'acts', header: '操作', isActs: true, cell: (receipt) => receipt.isLive && (
    <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5 print-hidden" aria-label={`伝票${receipt.entryNumber}番の入金を取り消す`} onClick={() => setToUndo(receipt)}>取り消す</Button>
  ) }
  const total = formatYen(sumYen(receipts.filter(({ isLive }) => isLive).map(({ amountYen }) => amountYen)))
  const columns: Column<Receipt>[] = [
    { id: 'day', header: '入金日', isRowHeader: true, cell: ({ receivedOn }) => <span className="figures">{formatLocalDateShort(receivedOn)}</span>, footer: '合計（取消を除く）' },
    { id: 'project', header: '事業名', cell: ({ projectName }) => projectName },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ isLive, amountYen }) => (isLive ? formatYen(amountYen) : <s>{formatYen(amountYen)}</s>), footer: total },
    { id: 'entry', header: '伝票', cell: ({ entryId, entryNumber }) => <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink> },
    { id: 'state', header: '状態', cell: ({ isLive }) => (isLive ? <StatusChip tone="success">入金済み</StatusChip> : <StatusChip tone="warning">取消済み</StatusChip>) },
  ]
  return (
    <section id="receipts" aria-labelledby="receipts-heading">
      <h2 id="receipts-heading" className="mb-1 text-[1.125rem] font-bold">入金</h2>
      <DataTable caption="入金" columns={mayUndo ? [...columns, acts] : columns} rows={receipts} rowKey={({ receiptId }) => receiptId} phone="cards"
        empty={<EmptyState title="まだ入金はありません" icon="yen">{isNow && '採択された申込の「入金」から記帳します。'}</EmptyState>} />
      {toUndo !== undefined && <ReverseEntryDialog entry={{ id: toUndo.entryId, entryNumber: toUndo.entryNumber }} onClose={() => setToUndo(undefined)} />}
    </section>
  )
}
