import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { fundIdSchema } from '@sasaeai/domain/id-schemas'
import type { ReceiptId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../app/app-link.tsx'
import { ExportChoice } from '../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { PageError } from '../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { OrderPapersButton } from '../document/order-papers-button.tsx'

type Gift = RouterOutput['receipt']['unreceipted']['rows'][number]
type Batch = RouterOutput['receipt']['issueUnreceipted']['value']

/** 未発行の寄附: gifts of a year that have no receipt, and the way to receipt them together. */
export function UnreceiptedGiftsPage() {
  const fiscalYear = useFiscalYearInView()
  const [fund, setFund] = useState('')
  const fundId = fundIdSchema.safeParse(fund).data
  const filter = { from: firstDayOf(fiscalYear), to: lastDayOf(fiscalYear), ...(fundId === undefined ? {} : { fundId }) }
  const list = useInfiniteQuery(trpc.receipt.unreceipted.infiniteQueryOptions(filter, { initialCursor: null, getNextPageParam: (page) => page.next }))
  const funds = useQuery(trpc.donation.fund.list.queryOptions())
  const write = useMutation(trpc.receipt.exportUnreceipted.mutationOptions())
  const { issue, isIssuing, batch } = useBatch()
  const mayIssue = useMayDo('receipt.issue')
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHeader
        title="未発行の寄附"
        description={`${formatFiscalYear(fiscalYear)}に受け入れた寄附のうち、領収書をまだ発行していないものです。年間証明でまとめて発行する方は、ここで発行しないでください。`}
        actions={
          <>
            <ExportChoice subject="未発行の寄附" write={(format) => write.mutateAsync({ ...filter, format })} />
            {mayIssue && (rows?.length ?? 0) > 0 && <Button variant="primary" icon="receipt" isBusy={isIssuing} busyLabel="発行しています" onClick={() => void issue(filter)}>この一覧に発行する</Button>}
          </>
        }
      />
      {batch !== undefined && <BatchResult batch={batch} />}
      <SelectField label="使途・基金" requirement="optional" emptyLabel="すべて" className="mb-4 print-hidden" value={fund} onChange={(event) => setFund(event.currentTarget.value)}
        options={(funds.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="未発行の寄附" columns={columns} rows={rows} rowKey={({ entryId }) => entryId} phone="cards"
          empty={<EmptyState title="領収書を発行していない寄附はありません" icon="receipt">名前の分かる寄附を記帳すると、ここに並びます。</EmptyState>} />
      )}
      {list.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button isBusy={list.isFetchingNextPage} icon="chevron-down" onClick={() => void list.fetchNextPage()}>さらに表示する</Button>
        </div>
      )}
    </>
  )
}

function useBatch() {
  const [batch, setBatch] = useState<Batch>()
  const issueAll = useMutation(trpc.receipt.issueUnreceipted.mutationOptions())
  const run = useRunCommand()
  const issue = (filter: Parameters<typeof issueAll.mutateAsync>[0]) =>
    run(async () => {
      const outcome = await issueAll.mutateAsync(filter)
      setBatch(outcome.value)
      return outcome
    }, { done: '領収書を発行しました' })
  return { issue, isIssuing: issueAll.isPending, batch }
}

function BatchResult({ batch: { receiptIds, problems, hasMore } }: { batch: Batch }) {
  const ids: ReceiptId[] = [...receiptIds]
  return (
    <NoticeBanner className="mb-5" tone={problems.length > 0 ? 'warning' : 'success'} isLive title={`領収書を${ids.length}枚発行しました${problems.length > 0 ? `。発行できなかったものが${problems.length}件あります` : ''}`}>
      {problems.length > 0 && <ul className="list-disc pl-5">{problems.map(({ subject, message }) => <li key={subject}>{`${subject}：${message}`}</li>)}</ul>}
      {hasMore && <p>まだ残りがあります。続けて発行できます。</p>}
      {ids.length > 0 && <div className="mt-2"><OrderPapersButton order={{ kind: 'dues_receipts', receiptIds: ids }}>{`領収書${ids.length}枚を印刷する`}</OrderPapersButton></div>}
    </NoticeBanner>
  )
}

const columns: Column<Gift>[] = [
  { id: 'date', header: '受領日', cell: ({ entryDate }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(entryDate)}</span> },
  { id: 'name', header: '寄附者', isRowHeader: true, cell: ({ name }) => name },
  { id: 'address', header: '住所', isWideOnly: true, cell: ({ address }) => (address === '' ? <span className="text-ink-sub">記録なし</span> : address) },
  { id: 'what', header: '内容', cell: ({ subject, purposes }) => [receiptSubjectNames[subject], ...purposes.filter((purpose) => purpose !== receiptSubjectNames[subject])].join('　') },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
  { id: 'entry', header: '伝票', cell: ({ entryId, entryNumber }) => <AppLink className="whitespace-nowrap" to="/entries/$entryId" params={{ entryId }}>{`${entryNumber}番`}</AppLink> },
]
