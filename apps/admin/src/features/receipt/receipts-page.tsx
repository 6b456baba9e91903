import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { receiptFilterSchema } from '@sasaeai/domain/receipt/receipt-list-input'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { Button } from '@sasaeai/ui/button'
import { LinkButton } from '@sasaeai/ui/link-button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { PageError } from '../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { CoverLettersButtons } from './cover/cover-letters-buttons.tsx'
import { AddressLabelButton } from '../letter/address-label/address-label-button.tsx'
import { ReceiptActButtons } from './receipt-act-buttons.tsx'
import { ReceiptFilters } from './receipt-filters.tsx'
import { receiptPaperAddress } from './receipt-paper-link.tsx'
import type { ReceiptSearch } from './receipt-search.ts'

const MailReceiptDialog = lazy(async () => ({ default: (await import('./mail/mail-receipt-dialog.tsx')).MailReceiptDialog }))
const ReceiptLogDialog = lazy(async () => ({ default: (await import('./deed/receipt-log-dialog.tsx')).ReceiptLogDialog }))

type Receipt = RouterOutput['receipt']['list']['rows'][number]

/** 領収書: every number of the year and what became of it. */
export function ReceiptsPage() {
  const search: ReceiptSearch = useSearch({ from: '/staff/receipts' })
  const navigate = useNavigate()
  const fiscalYear = useFiscalYearInView()
  const mayIssue = useMayDo('receipt.issue')
  const mayDeliver = useMayDo('receipt.deliver')
  const [logged, setLogged] = useState<Receipt>()
  const [mailed, setMailed] = useState<Receipt>()
  const write = useMutation(trpc.receipt.export.mutationOptions())
  const list = useInfiniteQuery(
    trpc.receipt.list.infiniteQueryOptions({ fiscalYear, ...search }, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const totals = list.data?.pages[0]?.totals
  const isNarrowed = Object.values(search).some((each) => each !== undefined)
  const liveIds = (rows ?? []).filter(({ voidReason }) => voidReason === '').map(({ receiptId }) => receiptId).slice(0, 2_000)
  return (
    <>
      <PageHeader
        title="領収書"
        description={`${formatFiscalYear(fiscalYear)}に発行した会費・寄附・物品の領収書です。番号は系列ごとに欠けることなく続き、無効にした番号も残ります。1件ずつの発行は、記帳した受付か伝票の画面、または自治会の会費の画面から行います。`}
        actions={
          <>
            {liveIds.length > 0 && <CoverLettersButtons of={{ receiptIds: liveIds }}>{`表示している${groupDigits(liveIds.length)}枚の送り状`}</CoverLettersButtons>}
            <ExportChoice subject="領収書の一覧" write={(format) => write.mutateAsync({ ...receiptFilterSchema.parse({ fiscalYear, ...search }), format })} />
            <AddressLabelButton recipients={{ of: 'receipts', filter: { fiscalYear, ...search } }} />
          </>
        }
      />
      <ReceiptFilters search={search} onChange={(next) => void navigate({ to: '/receipts', search: next, replace: true })} />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="領収書の一覧"
          columns={columnsWith({ mayIssue, onLog: setLogged, onMail: mayDeliver ? setMailed : undefined })}
          rows={rows}
          rowKey={({ receiptId }) => receiptId}
          phone="cards"
          isRefreshing={list.isPlaceholderData}
          empty={isNarrowed ? <EmptyState title="条件に合う領収書はありません" icon="receipt" /> : <EmptyState title="領収書はまだありません" icon="receipt">会費や寄附を記帳すると、その受付や伝票の画面から発行できます。</EmptyState>}
          summary={
            totals === undefined
              ? []
              : [
                  { label: '発行', value: `${groupDigits(totals.count)}枚` },
                  { label: 'うち無効', value: `${groupDigits(totals.voided)}枚` },
                  { label: '有効な領収書の合計', value: `${formatYen(totals.liveYen)}円` },
                ]
          }
        />
      )}
      {totals !== undefined && totals.count > 0 && (
        <PaginationMore
          shown={groupDigits(rows?.length ?? 0)}
          total={groupDigits(totals.count)}
          hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      <Suspense>{logged !== undefined && <ReceiptLogDialog receipt={logged} onClose={() => setLogged(undefined)} />}</Suspense>
      <Suspense>{mailed !== undefined && <MailReceiptDialog receipt={mailed} onClose={() => setMailed(undefined)} />}</Suspense>
    </>
  )
}

/** What can be done with a line; who may not hand receipts over has no way to mail them. */
interface LineActs {
  readonly mayIssue: boolean
  readonly onLog: (receipt: Receipt) => void
  readonly onMail: ((receipt: Receipt) => void) | undefined
}

function columnsWith(acts: LineActs): Column<Receipt>[] {
  return [
    { id: 'number', header: '番号', isRowHeader: true, cell: (row) => <span className="figures whitespace-nowrap">{row.number}</span> },
    { id: 'issued', header: '発行日', cell: ({ issuedOn }) => <span className="figures">{formatLocalDateShort(issuedOn)}</span> },
    { id: 'payer', header: '宛名・ただし書き', cell: payerOf },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
    { id: 'state', header: '状態', cell: stateWords },
    { id: 'acts', header: '操作', isActs: true, cell: (row) => <ReceiptActs receipt={row} {...acts} /> },
  ]
}

function payerOf({ payer, purpose }: Receipt) {
  return (
    <span className="inline-flex flex-col align-top sm:min-w-[10em]">
      {payer}
      <span className="text-[0.875rem] text-ink-sub max-sm:hidden">{purpose}</span>
    </span>
  )
}

function stateWords({ voidReason, voidedByName, reissues, reissuedOn, hasReversedEntry }: Receipt) {
  const notes = [
    ...(voidReason === '' ? [] : [`${voidReason}（${voidedByName}）`]),
    ...(reissuedOn === null ? [] : [`再発行 ${reissues}回（${formatLocalDateShort(reissuedOn)}）`]),
  ]
  return (
    <span className="flex flex-col items-start gap-0.5 align-top max-sm:inline-flex">
      <StateChip isVoid={voidReason !== ''} hasReversedEntry={hasReversedEntry} />
      {notes.map((note) => <span key={note} className="text-[0.875rem] text-ink-sub">{note}</span>)}
    </span>
  )
}

function StateChip({ isVoid, hasReversedEntry }: Pick<Receipt, 'hasReversedEntry'> & { isVoid: boolean }) {
  if (isVoid) return <StatusChip tone="warning">無効</StatusChip>
  return hasReversedEntry ? <StatusChip tone="error">伝票が取消済み</StatusChip> : <StatusChip tone="success">有効</StatusChip>
}

function ReceiptActs({ receipt, mayIssue, onLog, onMail }: LineActs & { receipt: Receipt }) {
  return (
    <span className="flex gap-1 whitespace-nowrap sm:-my-1.5">
      <LinkButton size="small" icon="printer" target="_blank" href={receiptPaperAddress(receipt.receiptId)} aria-label={`${receipt.number}の領収書を開く`}>開く</LinkButton>
      <Button size="small" variant="quiet" className="whitespace-nowrap" aria-label={`${receipt.number}の控え`} onClick={() => onLog(receipt)}>控え</Button>
      {onMail !== undefined && receipt.voidReason === '' && <Button size="small" variant="quiet" className="whitespace-nowrap" aria-label={`${receipt.number}をメールで送る`} onClick={() => onMail(receipt)}>メール</Button>}
      {mayIssue && receipt.voidReason === '' && <ReceiptActButtons receipt={receipt} />}
    </span>
  )
}
