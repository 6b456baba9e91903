import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { AllocationId } from '@sasaeai/domain/ids'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { ReverseEntryDialog } from '../../ledger/reverse-entry-dialog.tsx'
import type { Allocation, AllocationReceipt } from './allocations-page.tsx'

interface AllocationReceiptsProps {
  readonly allocation: Allocation
  /** Nothing is changed as of a past moment. */
  readonly isNow: boolean
}

/** What has come; a receipt that was undone stays, with the day of its 取消. */
export function AllocationReceipts({ allocation, isNow }: AllocationReceiptsProps) {
  const { allocationId, receipts } = allocation
  const mayUndo = useMayDo('ledger.post') && isNow
  const [toUndo, setToUndo] = useState<AllocationReceipt>()
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts" className="mb-1 text-[1.125rem] font-bold">受入れ</h2>
      <DataTable caption="受入れ" columns={[...columnsOf(receipts), ...(mayUndo ? [actsOf(allocationId, setToUndo)] : [])]} rows={receipts} rowKey={({ receiptId }) => receiptId} phone="cards"
        empty={
          <EmptyState title="まだ受け入れていません" icon="yen">
            {isNow ? '口座に入ったら、「受け入れる」から記帳します。分けて交付されたときは、届いた分ずつ記帳できます。' : undefined}
          </EmptyState>
        } />
      {toUndo !== undefined && <ReverseEntryDialog entry={{ id: toUndo.entryId, entryNumber: toUndo.entryNumber }} onClose={() => setToUndo(undefined)} />}
    </section>
  )
}

function columnsOf(receipts: readonly AllocationReceipt[]): Column<AllocationReceipt>[] {
  const standing = receipts.filter(({ undoneOn }) => undoneOn === null)
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
    { id: 'state', header: '状態', cell: (receipt) => <ReceiptChip receipt={receipt} /> },
  ]
}

function actsOf(allocationId: AllocationId, onUndo: (receipt: AllocationReceipt) => void): Column<AllocationReceipt> {
  return {
    id: 'acts', header: '操作', isActs: true,
    cell: (receipt) =>
      receipt.isLinked ? (
        <UnlinkButton allocationId={allocationId} receipt={receipt} />
      ) : (
        receipt.undoneOn === null && (
          <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5 print-hidden" aria-label={`伝票${receipt.entryNumber}番の受入れを取り消す`} onClick={() => onUndo(receipt)}>
            取り消す
          </Button>
        )
      ),
  }
}

/** Takes the link back and leaves the entry as it is; one press undoes it. */
function UnlinkButton({ allocationId, receipt: { receiptId, entryId, entryNumber } }: { allocationId: AllocationId; receipt: AllocationReceipt }) {
  const run = useRunCommand()
  const link = useMutation(trpc.communityChest.allocation.linkReceipt.mutationOptions())
  const unlink = useMutation(trpc.communityChest.allocation.unlinkReceipt.mutationOptions())
  const again = () => run(() => link.mutateAsync({ receiptId, allocationId, entryId }), { done: 'もう一度結びつけました' })
  const takeAway = () =>
    run(() => unlink.mutateAsync({ receiptId, allocationId }), { done: '結びつけを外しました。伝票はそのままです', action: <UndoButton onUndo={again} /> })
  return (
    <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5 print-hidden" isBusy={unlink.isPending} aria-label={`伝票${entryNumber}番の結びつけを外す`}
      onClick={() => void takeAway()}>
      外す
    </Button>
  )
}

function ReceiptChip({ receipt: { undoneOn, isLinked } }: { receipt: AllocationReceipt }) {
  if (undoneOn === null) return <StatusChip tone="success">{isLinked ? '受入れ済み（結びつけ）' : '受入れ済み'}</StatusChip>
  return <StatusChip tone="warning">{`${formatLocalDateShort(undoneOn)}に取消済み`}</StatusChip>
}
