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
import type { AllocationReceipt } from './allocations-page.tsx'

/** What has come; a receipt that was undone stays, with the day of its 取消. */
export function AllocationReceipts({ receipts }: { receipts: readonly AllocationReceipt[] }) {
  const mayUndo = useMayDo('ledger.post')
  const [toUndo, setToUndo] = useState<AllocationReceipt>()
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts" className="mb-1 text-[1.125rem] font-bold">受入れ</h2>
      <DataTable caption="受入れ" columns={columnsOf(receipts, mayUndo ? setToUndo : undefined)} rows={receipts} rowKey={({ receiptId }) => receiptId} phone="cards"
        empty={<EmptyState title="まだ受け入れていません" icon="yen">口座に入ったら、「受け入れる」から記帳します。分けて交付されたときは、届いた分ずつ記帳できます。</EmptyState>} />
      {toUndo !== undefined && <ReverseEntryDialog entry={{ id: toUndo.entryId, entryNumber: toUndo.entryNumber }} onClose={() => setToUndo(undefined)} />}
    </section>
  )
}

function columnsOf(receipts: readonly AllocationReceipt[], onUndo: ((receipt: AllocationReceipt) => void) | undefined): Column<AllocationReceipt>[] {
  const standing = receipts.filter(({ undoneOn }) => undoneOn === null)
  const acts: Column<AllocationReceipt> = {
    id: 'acts',
    header: '操作',
    isActs: true,
    cell: (receipt) =>
      receipt.undoneOn === null && (
        <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5 print-hidden" aria-label={`伝票${receipt.entryNumber}番の受入れを取り消す`} onClick={() => onUndo?.(receipt)}>
          取り消す
        </Button>
      ),
  }
  return [
    { id: 'day', header: '受入日', isRowHeader: true, cell: ({ receivedOn }) => <span className="figures">{formatLocalDateShort(receivedOn)}</span>, footer: '合計（取消を除く）' },
    {
      id: 'amount',
      header: '金額（円）',
      align: 'end',
      cell: ({ amountYen, undoneOn }) => (undoneOn === null ? formatYen(amountYen) : <s>{formatYen(amountYen)}</s>),
      footer: formatYen(sumYen(standing.map(({ amountYen }) => amountYen))),
    },
    { id: 'cash', header: '入金先', cell: ({ cashAccount }) => cashAccount },
    { id: 'entry', header: '伝票', cell: ({ entryId, entryNumber }) => <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink> },
    { id: 'state', header: '状態', cell: ({ undoneOn }) => <ReceiptChip undoneOn={undoneOn} /> },
    ...(onUndo === undefined ? [] : [acts]),
  ]
}

function ReceiptChip({ undoneOn }: Pick<AllocationReceipt, 'undoneOn'>) {
  if (undoneOn === null) return <StatusChip tone="success">受入れ済み</StatusChip>
  return <StatusChip tone="warning">{`${formatLocalDateShort(undoneOn)}に取消済み`}</StatusChip>
}
