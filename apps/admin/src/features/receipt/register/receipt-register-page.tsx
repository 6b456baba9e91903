import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { ReceiptSeriesId } from '@sasaeai/domain/ids'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { receiptDeedNames } from '@sasaeai/domain/receipt/receipt-deed'
import { registerStateNames } from '@sasaeai/domain/receipt/register-state'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { ReceiptPaperLink } from '../receipt-paper-link.tsx'

const SpoilNumberDialog = lazy(async () => ({ default: (await import('./spoil-number-dialog.tsx')).SpoilNumberDialog }))

type Series = RouterOutput['receipt']['series']['list'][number]
type RegisterPage = RouterOutput['receipt']['register']['page']
type Row = RegisterPage['rows'][number]

/** 番号簿: every number of a series in a year, and what became of it. */
export function ReceiptRegisterPage() {
  const { postedUntil } = useSearch({ from: '/staff/receipts/register' })
  const fiscalYear = useFiscalYearInView()
  const series = useQuery(trpc.receipt.series.list.queryOptions())
  const [chosen, setChosen] = useState<string>()
  const [isSpoiling, setSpoiling] = useState(false)
  const write = useMutation(trpc.receipt.register.export.mutationOptions())
  const mayIssue = useMayDo('receipt.issue') && postedUntil === undefined
  const shown = series.data?.find(({ id }) => id === chosen) ?? series.data?.find(({ subject }) => subject === 'donation') ?? series.data?.[0]
  return (
    <>
      <PageHeader
        title="領収書の番号簿"
        description={`${formatFiscalYear(fiscalYear)}に使った番号を、1番から1つも飛ばさずに並べています。無効と書損には理由が残ります。${postedUntil === undefined ? '' : `${formatPostingMoment(postedUntil)}までに発行・無効・書損・再発行・受渡しを記録した分です。`}`}
        actions={shown !== undefined && (
          <>
            <ExportChoice subject="番号簿" write={(format) => write.mutateAsync({ fiscalYear, seriesId: shown.id, postedUntil, format })} />
            <OrderPapersButton order={{ kind: 'receipt_register', fiscalYear, seriesId: shown.id, postedUntil }}>番号簿</OrderPapersButton>
            {mayIssue && shown.closedOn === null && <Button icon="pencil" onClick={() => setSpoiling(true)}>書損番号を記録する</Button>}
          </>
        )}
      />
      <PageMoment postedUntil={postedUntil} />
      {series.isError && series.data === undefined && <PageError reset={() => void series.refetch()} />}
      {shown !== undefined && (
        <>
          <SelectField label="系列" requirement="required" className="mb-4 print-hidden" value={shown.id} onChange={(event) => setChosen(event.currentTarget.value)}
            options={(series.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          <RegisterOf key={shown.id} seriesId={shown.id} fiscalYear={fiscalYear} postedUntil={postedUntil} />
          <Suspense>{isSpoiling && <SpoilNumberDialog series={shown satisfies Series} onClose={() => setSpoiling(false)} />}</Suspense>
        </>
      )}
    </>
  )
}

function RegisterOf({ seriesId, fiscalYear, postedUntil }: MomentSearch & { readonly seriesId: ReceiptSeriesId; readonly fiscalYear: FiscalYear }) {
  const register = useInfiniteQuery(
    trpc.receipt.register.page.infiniteQueryOptions({ fiscalYear, seriesId, postedUntil }, { initialCursor: 0, getNextPageParam: (page) => page.next }),
  )
  const rows = register.data?.pages.flatMap((page) => page.rows)
  const counts = register.data?.pages[0]?.counts
  if (register.isError && rows === undefined) return <PageError reset={() => void register.refetch()} />
  return (
    <>
      <DataTable
        caption="番号簿"
        columns={columns}
        rows={rows}
        rowKey={({ number }) => String(number)}
        phone="cards"
        empty={<EmptyState title="この年度に使った番号はありません" icon="receipt">領収書を発行すると、ここに並びます。</EmptyState>}
        summary={counts === undefined ? [] : summaryOf(counts)}
      />
      {counts !== undefined && counts.last > 0 && (
        <PaginationMore shown={groupDigits(rows?.length ?? 0)} total={groupDigits(counts.last)} hasMore={register.hasNextPage} isBusy={register.isFetchingNextPage}
          onMore={() => void register.fetchNextPage()} />
      )}
    </>
  )
}

function summaryOf({ last, live, voided, spoiled, gaps, liveYen }: RegisterPage['counts']) {
  return [
    { label: '使った番号', value: groupDigits(last) },
    { label: '有効', value: groupDigits(live) },
    { label: '無効', value: groupDigits(voided) },
    { label: '書損', value: groupDigits(spoiled) },
    { label: '説明のない番号', value: groupDigits(gaps) },
    { label: '有効の合計', value: `${formatYen(liveYen)}円` },
  ]
}

const tones = { live: 'success', void: 'warning', spoiled: 'neutral', gap: 'error' } as const

const columns: Column<Row>[] = [
  {
    id: 'number', header: '番号', isRowHeader: true,
    cell: ({ receiptId, printed, number }) => (receiptId === null ? <span className="figures whitespace-nowrap">{printed ?? `${number}番`}</span> : <ReceiptPaperLink receiptId={receiptId} number={printed ?? ''} />),
  },
  { id: 'issuedOn', header: '発行日', cell: ({ issuedOn }) => (issuedOn === null ? '' : <span className="figures whitespace-nowrap">{formatLocalDateShort(issuedOn)}</span>) },
  { id: 'state', header: '状態', cell: ({ state }) => <StatusChip tone={tones[state]}>{registerStateNames[state]}</StatusChip> },
  { id: 'payer', header: '宛名', cell: ({ payer }) => payer },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => (amountYen === null ? '' : formatYen(amountYen)) },
  { id: 'remarks', header: '摘要', cell: remarks },
]

function remarks({ reason, reissues, deed, deedOn }: Row): string {
  return [
    ...(reason === '' ? [] : [reason]),
    ...(reissues === 0 ? [] : [`再発行${reissues}回`]),
    ...(deed === null || deedOn === null ? [] : [`${receiptDeedNames[deed]} ${formatLocalDateShort(deedOn)}`]),
  ].join('　')
}
