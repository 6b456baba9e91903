import type { AreaId, IntakeBatchId, JournalEntryId, ReceiptId } from '@sasaeai/domain/ids'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { readAnew } from '../../app/read-anew.ts'
import { faultMessage, queryClient, type RouterOutput, trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { OrderPapersButton } from '../document/order-papers-button.tsx'
import { ReceiptActButtons } from './receipt-act-buttons.tsx'
import { ReceiptPaperLink } from './receipt-paper-link.tsx'

const MailReceiptsDialog = lazy(async () => ({ default: (await import('./mail/mail-receipts-dialog.tsx')).MailReceiptsDialog }))

type Payer = RouterOutput['receipt']['payersOfBatch'][number]

/** 領収書 of a posted batch: who handed in dues or gave, who has a receipt, and the way to one. */
export function BatchReceipts({ batchId }: { batchId: IntakeBatchId }) {
  const mayRead = useMayDo('receipt.read')
  const payers = useQuery({ ...trpc.receipt.payersOfBatch.queryOptions({ batchId }), enabled: mayRead })
  return <PayerReceipts payers={payers.data} />
}

/** 領収書 of one area's dues of a year. */
export function AreaReceipts({ areaId, fiscalYear }: { areaId: AreaId; fiscalYear: FiscalYear }) {
  const mayRead = useMayDo('receipt.read')
  const payers = useQuery({ ...trpc.receipt.payersOfArea.queryOptions({ areaId, fiscalYear }), enabled: mayRead })
  return <PayerReceipts payers={payers.data} />
}

/** 領収書 of one slip: the only place for one that came neither in a batch nor from an association. */
export function EntryReceipts({ entryId }: { entryId: JournalEntryId }) {
  const mayRead = useMayDo('receipt.read')
  const payers = useQuery({ ...trpc.receipt.payersOfEntry.queryOptions({ entryId }), enabled: mayRead })
  return <PayerReceipts payers={payers.data} />
}

/** Nothing where neither dues nor gifts came in, or nothing may be seen: receipts are beside the matter of the page. */
function PayerReceipts({ payers }: { payers: readonly Payer[] | undefined }) {
  const mayIssue = useMayDo('receipt.issue')
  const mayDeliver = useMayDo('receipt.deliver')
  const [isMailing, setMailing] = useState(false)
  const { issue, isIssuing } = useIssuing()
  if (payers === undefined || payers.length === 0) return null
  const waiting = payers.filter(({ receipt, name }) => receipt === null && name !== '')
  const receiptIds = payers.flatMap(({ receipt }) => (receipt === null ? [] : [receipt.receiptId]))
  return (
    <section aria-labelledby="payer-receipts" className="mt-8 print:hidden">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="payer-receipts" className="text-[1.125rem] font-bold">領収書</h2>
        <div className="flex flex-wrap gap-2.5">
          {mayIssue && waiting.length > 1 && (
            <Button icon="receipt" isBusy={isIssuing} busyLabel="発行しています" onClick={() => void issue(waiting)}>
              {`まだの${waiting.length}件をまとめて発行する`}
            </Button>
          )}
          {receiptIds.length > 0 && <OrderPapersButton order={{ kind: 'dues_receipts', receiptIds }}>{`領収書${receiptIds.length}枚を印刷する`}</OrderPapersButton>}
          {mayDeliver && receiptIds.length > 0 && <Button onClick={() => setMailing(true)}>領収書をメールで送る</Button>}
          <Suspense>{isMailing && <MailReceiptsDialog of={{ receiptIds }} title="領収書をメールで送る" onClose={() => setMailing(false)} />}</Suspense>
        </div>
      </div>
      <DataTable
        caption="納入者と領収書"
        columns={columnsWith(mayIssue ? (payer) => void issue([payer]) : undefined)}
        rows={payers}
        rowKey={({ key }) => key}
        phone="cards"
      />
    </section>
  )
}

/** Only who may issue receipts has a way to. */
type OnIssue = ((payer: Payer) => void) | undefined

function columnsWith(onIssue: OnIssue): Column<Payer>[] {
  return [
    { id: 'name', header: '納入者', isRowHeader: true, cell: ({ name }) => (name === '' ? '（記録なし）' : name) },
    { id: 'date', header: '受領日', cell: ({ receivedOn }) => <span className="figures">{formatLocalDateShort(receivedOn)}</span> },
    { id: 'purposes', header: '内容', cell: ({ subject, purposes }) => [receiptSubjectNames[subject], ...purposes.filter((purpose) => purpose !== receiptSubjectNames[subject])].join('　') },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
    {
      id: 'receipt',
      header: '領収書',
      isActs: true,
      cell: (payer) => <ReceiptOf {...{ payer, onIssue }} />,
    },
  ]
}

function ReceiptOf({ payer, onIssue }: { payer: Payer; onIssue: OnIssue }) {
  const { receipt, name, amountYen } = payer
  if (receipt !== null) {
    return (
      <span className="flex flex-wrap items-center gap-x-3 sm:-my-1.5">
        <ReceiptPaperLink receiptId={receipt.receiptId} number={receipt.number} />
        {onIssue !== undefined && <ReceiptActButtons receipt={{ ...receipt, payer: name, amountYen }} />}
      </span>
    )
  }
  if (name === '') return <span className="text-ink-sub">納入者の記録がないため発行できません</span>
  if (onIssue === undefined) return <span className="text-ink-sub">未発行</span>
  return <Button size="small" aria-label={`${name}の領収書を発行する`} onClick={() => onIssue(payer)}>発行する</Button>
}

/** Issues receipts one after another, so that their numbers follow the list; what is refused is told, and the rest goes on. */
function useIssuing() {
  const toast = useToast()
  const issueOne = useMutation(trpc.receipt.issue.mutationOptions())
  const issue = async (payers: readonly Payer[]) => {
    const done: { receiptId: ReceiptId; number: string }[] = []
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
    if (first !== undefined) toast({ text: done.length === 1 ? `領収書 ${first.number}を発行しました` : `領収書を${done.length}枚発行しました` })
    await readAnew(queryClient)
  }
  return { issue, isIssuing: issueOne.isPending }
}
