import type { IntakeBatchId, InterimReceiptId, JournalEntryId } from '@sasaeai/domain/ids'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient, type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { type InterimReceiptToVoid, VoidInterimReceiptDialog } from './void-interim-receipt-dialog.tsx'

type Payer = RouterOutput['communityChest']['interimReceipt']['payersOfBatch'][number]

/** 預り証 of a posted batch: who gave to drives, who has a 預り証, and the way to one. */
export function BatchInterimReceipts({ batchId }: { batchId: IntakeBatchId }) {
  const mayRead = useMayDo('receipt.read')
  const payers = useQuery({ ...trpc.communityChest.interimReceipt.payersOfBatch.queryOptions({ batchId }), enabled: mayRead })
  return <PayerInterimReceipts payers={payers.data} />
}

/** 預り証 of one slip, for what did not come in a batch. */
export function EntryInterimReceipts({ entryId }: { entryId: JournalEntryId }) {
  const mayRead = useMayDo('receipt.read')
  const payers = useQuery({ ...trpc.communityChest.interimReceipt.payersOfEntry.queryOptions({ entryId }), enabled: mayRead })
  return <PayerInterimReceipts payers={payers.data} />
}

/** Nothing where no drive's money came in, or nothing may be seen: 預り証 are beside the matter of the page. */
function PayerInterimReceipts({ payers }: { payers: readonly Payer[] | undefined }) {
  const mayIssue = useMayDo('chest.write')
  const mayVoid = useMayDo('chest.manage')
  const { issue, isIssuing } = useIssuing()
  const [toVoid, setToVoid] = useState<InterimReceiptToVoid>()
  if (payers === undefined || payers.length === 0) return null
  const waiting = payers.filter(({ receipt, name }) => receipt === null && name !== '')
  const interimReceiptIds = payers.flatMap(({ receipt }) => (receipt === null ? [] : [receipt.interimReceiptId]))
  return (
    <section aria-labelledby="payer-interim-receipts" className="my-8 print:hidden">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="payer-interim-receipts" className="text-[1.125rem] font-bold">預り証</h2>
        <div className="flex flex-wrap gap-2.5">
          {mayIssue && waiting.length > 1 && (
            <Button icon="receipt" isBusy={isIssuing} busyLabel="発行しています" onClick={() => void issue(waiting)}>
              {`まだの${waiting.length}件に預り証を発行する`}
            </Button>
          )}
          {interimReceiptIds.length > 0 && <OrderPapersButton order={{ kind: 'interim_receipts', interimReceiptIds }}>{`預り証${interimReceiptIds.length}枚を印刷する`}</OrderPapersButton>}
        </div>
      </div>
      <DataTable
        caption="寄附者と預り証"
        columns={columnsWith({ ...(mayIssue && { onIssue: (payer: Payer) => void issue([payer]) }), ...(mayVoid && { onVoid: setToVoid }) })}
        rows={payers}
        rowKey={({ key }) => key}
        phone="cards"
      />
      {toVoid !== undefined && <VoidInterimReceiptDialog receipt={toVoid} onClose={() => setToVoid(undefined)} />}
    </section>
  )
}

/** What the person may do. */
interface ReceiptActs {
  readonly onIssue?: (payer: Payer) => void
  readonly onVoid?: (receipt: InterimReceiptToVoid) => void
}

function columnsWith(acts: ReceiptActs): Column<Payer>[] {
  return [
    { id: 'name', header: '寄附者', isRowHeader: true, cell: ({ name }) => (name === '' ? '（記録なし）' : name) },
    { id: 'date', header: 'お預り日', cell: ({ receivedOn }) => <span className="figures">{formatLocalDateShort(receivedOn)}</span> },
    { id: 'drive', header: '運動・方法', cell: ({ campaignName, methodNames }) => `${campaignName}（${methodNames.join('・')}）` },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
    {
      id: 'receipt',
      header: '預り証',
      isActs: true,
      cell: (payer) => <ReceiptOf payer={payer} {...acts} />,
    },
  ]
}

function ReceiptOf({ payer, onIssue, onVoid }: { payer: Payer } & ReceiptActs) {
  const { receipt, name, amountYen } = payer
  if (receipt !== null) {
    return (
      <span className="flex flex-wrap items-center gap-x-3 sm:-my-1.5">
        <span className="figures whitespace-nowrap">{receipt.number}</span>
        {onVoid !== undefined && (
          <Button size="small" variant="quiet" aria-label={`${receipt.number}を無効にする`} onClick={() => onVoid({ ...receipt, payer: name, amountYen })}>無効にする</Button>
        )}
      </span>
    )
  }
  if (name === '') return <span className="text-ink-sub">寄附者の記録がないため発行できません</span>
  if (onIssue === undefined) return <span className="text-ink-sub">未発行</span>
  return <Button size="small" aria-label={`${name}の預り証を発行する`} onClick={() => onIssue(payer)}>発行する</Button>
}

/** Issues receipts one after another, so that their numbers follow the list; what is refused is told, and the rest goes on. */
function useIssuing() {
  const toast = useToast()
  const issueOne = useMutation(trpc.communityChest.interimReceipt.issue.mutationOptions())
  const issue = async (payers: readonly Payer[]) => {
    const done: { interimReceiptId: InterimReceiptId; number: string }[] = []
    try {
      for (const { entryIds } of payers) {
        const outcome = await issueOne.mutateAsync({ entryIds: [...entryIds] })
        if (outcome.ok) done.push(outcome.value)
        else toast({ tone: 'error', text: failureMessage(outcome) })
      }
    } catch (error) {
      toast({ tone: 'error', text: faultMessage(error) })
    }
    const [first] = done
    if (first !== undefined) toast({ text: done.length === 1 ? `預り証 ${first.number}を発行しました` : `預り証を${done.length}枚発行しました` })
    await readAnew(queryClient)
  }
  return { issue, isIssuing: issueOne.isPending }
}
