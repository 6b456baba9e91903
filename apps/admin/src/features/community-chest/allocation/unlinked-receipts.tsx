import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { allocationStanding } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { type AllocationId, id } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { newId } from '../../../app/new-id.ts'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { AllocationInFull } from './allocation-page.tsx'

type UnlinkedReceipt = AllocationInFull['unlinked'][number]

/** What came in of the same funding source by another door: linked rather than booked a second time. */
export function UnlinkedReceipts({ full: { allocation, unlinked } }: { full: AllocationInFull }) {
  const mayLink = useMayDo('chest.post')
  const { allocationId, closedOn, fundingSourceName } = allocation
  if (!mayLink || closedOn !== null || unlinked.length === 0 || allocationStanding(allocation).toReceiveYen <= 0) return null
  return (
    <section aria-labelledby="unlinked" className="print-hidden">
      <h2 id="unlinked" className="mb-1 text-[1.125rem] font-bold">記帳済みで、どの配分金にも結びついていない入金</h2>
      <p className="phrases mb-2 text-[0.9375rem] text-ink-sub">
        財源「{fundingSourceName}」として受付などで記帳した入金です（新しい50件まで）。この配分金のものを結びつけると、二重に記帳せずに済みます。伝票は変わりません。
      </p>
      <DataTable caption="結びついていない入金" columns={columnsOf(allocationId)} rows={unlinked} rowKey={({ entryId }) => entryId} phone="cards" />
    </section>
  )
}

function columnsOf(allocationId: AllocationId): Column<UnlinkedReceipt>[] {
  return [
    { id: 'day', header: '日付', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span> },
    {
      id: 'entry', header: '伝票', isRowHeader: true,
      cell: ({ entryId, entryNumber, description }) => (
        <>
          <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink> <span>{description}</span>
        </>
      ),
    },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
    { id: 'acts', header: '操作', isActs: true, cell: (entry) => <LinkButton allocationId={allocationId} entry={entry} /> },
  ]
}

function LinkButton({ allocationId, entry: { entryId, entryNumber } }: { allocationId: AllocationId; entry: UnlinkedReceipt }) {
  const run = useRunCommand()
  // Made once for the button, so that an answer that was lost does not link twice.
  const [receiptId] = useState(() => id<'AllocationReceiptId'>(newId()))
  const link = useMutation(trpc.communityChest.allocation.linkReceipt.mutationOptions())
  const unlink = useMutation(trpc.communityChest.allocation.unlinkReceipt.mutationOptions())
  const takeBack = () => run(() => unlink.mutateAsync({ receiptId, allocationId }), { done: '結びつけを元に戻しました' })
  const take = () => run(() => link.mutateAsync({ receiptId, allocationId, entryId }), { done: `伝票${entryNumber}番を結びつけました`, action: <UndoButton onUndo={takeBack} /> })
  return (
    <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5" isBusy={link.isPending} aria-label={`伝票${entryNumber}番を結びつける`} onClick={() => void take()}>
      結びつける
    </Button>
  )
}
