import type { FigureChange, ReportFigure } from '@sasaeai/domain/funding-indicator/saved-report/report-figure'
import { id } from '@sasaeai/domain/ids'
import { formatPostingMoment, postedUntilWords, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextLink } from '@sasaeai/ui/text-link'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { entriesHref } from '../../../app/entries-href.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { paperAddress } from '../../document/paper-address.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { FigureLink } from '../figure-link.tsx'
import type { SavedReport } from './saved-report-row.ts'

/** A saved report: its figures as they were, and what has changed since. */
export function SavedReportPage() {
  const reportId = id<'SavedReportId'>(useParams({ from: '/staff/reports/$reportId' }).reportId)
  const report = useQuery(trpc.savedReport.get.queryOptions({ reportId }))
  if (report.isError && report.data === undefined) return <PageError reset={() => void report.refetch()} />
  if (report.data === undefined) return <LoadingSkeleton lines={12} />
  if (report.data === null) return <EmptyState title="この報告書はありません" icon="chart">報告書の一覧から選び直してください。</EmptyState>
  return <Report report={report.data} />
}

function Report({ report }: { readonly report: SavedReport }) {
  const { reportId, kind, fiscalYear, title, moment, savedAt, savedByName, documentId, figures, changes } = report
  const write = useMutation(trpc.savedReport.exportOne.mutationOptions())
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title={title}
          description={`${postedUntilWords(moment)}　保存：${formatInstant(savedAt)} ${savedByName}`}
          actions={
            <>
              {documentId !== null && <LinkButton href={paperAddress(documentId)} target="_blank" icon="external">PDFを開く</LinkButton>}
              {kind !== 'funding_dashboard' && <OrderPapersButton order={{ kind, fiscalYear, savedReportId: reportId }}>保存したとおりにもう一度作る</OrderPapersButton>}
              <ExportChoice subject="保存した数字" write={(format) => write.mutateAsync({ reportId, format })} />
              <Button icon="printer" onClick={() => window.print()}>印刷する</Button>
            </>
          }
        />
      </div>
      <section aria-labelledby="since">
        <h2 id="since" className="mb-1 text-[1.375rem] leading-140 font-bold">保存してから変わったこと</h2>
        <p className="mb-3 text-ink-sub">
          {changes.length === 0
            ? '保存した数字は、いまの帳簿でも同じです。'
            : `${formatPostingMoment(moment)}よりあとに記帳・訂正・取消をしたため、${changes.length}個の数字が変わっています。差を押すと、そのあとに記帳した明細を開きます。`}
        </p>
        {changes.length > 0 && <DataTable caption="保存してから変わったこと" columns={changeColumns} rows={changes} rowKey={({ key }) => key} phone="cards" />}
      </section>
      <section aria-labelledby="saved">
        <h2 id="saved" className="mb-3 text-[1.375rem] leading-140 font-bold">保存した数字</h2>
        <DataTable caption="保存した数字" columns={figureColumns(moment)} rows={figures} rowKey={({ key }) => key} phone="cards" />
      </section>
    </div>
  )
}

const changeColumns: readonly Column<FigureChange>[] = [
  { id: 'label', header: '数字', isRowHeader: true, cell: ({ label }) => label },
  { id: 'section', header: '区分', cell: ({ section }) => section },
  { id: 'then', header: '保存したとき（円）', align: 'end', cell: ({ thenYen }) => formatYenDelta(thenYen) },
  { id: 'now', header: 'いま（円）', align: 'end', cell: ({ nowYen }) => formatYenDelta(nowYen) },
  {
    id: 'difference',
    header: '差（円）',
    align: 'end',
    cell: ({ differenceYen, since, label }) =>
      since === null ? formatYenDelta(differenceYen) : (
        <TextLink href={entriesHref(since)} aria-label={`${label} 差${formatYenDelta(differenceYen)}円になった明細`}>{formatYenDelta(differenceYen)}</TextLink>
      ),
  },
]

function figureColumns(moment: PostingMoment): Column<ReportFigure>[] {
  return [
    { id: 'label', header: '数字', isRowHeader: true, cell: ({ label }) => label },
    { id: 'section', header: '区分', cell: ({ section }) => section },
    {
      id: 'amount',
      header: '金額（円）',
      align: 'end',
      cell: ({ amountYen, filter, label }) =>
        filter === null ? formatYenDelta(amountYen) : <FigureLink amountYen={amountYen} filter={{ ...filter, postedUntil: moment }} label={label} />,
    },
  ]
}
