import { formatFiscalYear, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta, sumYen, yen } from '@sasaeai/domain/money/yen'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'

type FeeLine = RouterOutput['onlineGiving']['payout']['fees']['lines'][number]

/** 手数料: what the gateway has kept in a year, by month, 受け口 and means of paying, beside what the books have. */
export function FeeReportPage() {
  const { postedUntil } = useSearch({ from: '/staff/online-giving/fees' })
  const fiscalYear = useFiscalYearInView()
  const report = useQuery({ ...trpc.onlineGiving.payout.fees.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.onlineGiving.payout.exportFees.mutationOptions())
  const lines = report.data?.lines
  const feeYen = sumYen((lines ?? []).map((line) => line.feeYen))
  const difference = yen(feeYen - (report.data?.bookedYen ?? feeYen))
  return (
    <>
      <PageHeader title="手数料" description={`${formatFiscalYear(fiscalYear)}に入金された分の、決済の手数料です。帳簿では支払手数料になっています。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}です。支払方法は、いま分かっているものです。`}`}
        actions={<ExportChoice subject="手数料" write={(format) => write.mutateAsync({ fiscalYear, postedUntil, format })} />} />
      <PageMoment postedUntil={postedUntil} />
      {difference !== 0 && (
        <div className="mb-4"><NoticeBanner tone="error" title={`帳簿の支払手数料と${formatYenDelta(difference)}円違います`}>入金の仕訳を手で直していないか確かめてください。</NoticeBanner></div>
      )}
      {report.isError && report.data === undefined ? (
        <PageError reset={() => void report.refetch()} />
      ) : (
        <DataTable caption="手数料" columns={columns} rows={lines} rowKey={({ month, accountName, method }) => `${month} ${accountName} ${method ?? ''}`} phone="cards" isRefreshing={report.isPlaceholderData}
          empty={<EmptyState title="この年度の入金はまだありません" icon="yen" />}
          summary={[
            { label: '決済', value: `${groupDigits((lines ?? []).reduce((sum, { count }) => sum + count, 0))}件 ${formatYen(sumYen((lines ?? []).map(({ grossYen }) => grossYen)))}円` },
            { label: '手数料', value: `${formatYen(feeYen)}円` },
          ]} />
      )}
    </>
  )
}

const columns: readonly Column<FeeLine>[] = [
  { id: 'month', header: '入金の月', isRowHeader: true, cell: ({ month }) => <span className="whitespace-nowrap">{formatLocalMonth(month)}</span> },
  { id: 'account', header: '受け口', cell: ({ accountName }) => accountName },
  { id: 'method', header: '支払方法', cell: ({ method }) => (method === null ? '決済によらない手数料' : paymentMethodName(method)) },
  { id: 'count', header: '件数', align: 'end', cell: ({ count }) => groupDigits(count) },
  { id: 'gross', header: '決済額（円）', align: 'end', cell: ({ grossYen }) => formatYen(grossYen) },
  { id: 'fee', header: '手数料（円）', align: 'end', cell: ({ feeYen }) => formatYen(feeYen) },
  { id: 'rate', header: '割合', align: 'end', cell: ({ feeYen, grossYen }) => (grossYen === 0 ? '—' : `${((feeYen / grossYen) * 100).toFixed(1)}%`) },
]
