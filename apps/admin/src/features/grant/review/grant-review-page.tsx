import { driveKindNames, driveKinds } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { grantReviewAbout, grantReviewTitle } from '@sasaeai/domain/grant/review/grant-review-words'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { GrantExportButton } from '../grant-export-button.tsx'
import type { GrantReviewSearch } from './grant-review-search.ts'

type Review = RouterOutput['grant']['review']
type ReviewRow = Review['kinds']['rows'][number]

/** 見直し: what was given in the last years, kind by kind, and 見舞金 class by class. */
export function GrantReviewPage() {
  const fiscalYear = useFiscalYearInView()
  const { drive = 'year_end_mutual_aid', years = 3, postedUntil } = useSearch({ from: '/staff/grants/review' })
  const navigate = useNavigate({ from: '/grants/review' })
  const asked = { fiscalYear, years, drive: drive === 'all' ? null : drive, postedUntil }
  const review = useQuery({ ...trpc.grant.review.queryOptions(asked), placeholderData: keepPreviousData })
  const hasAny = (review.data?.kinds.rows.length ?? 0) > 0
  return (
    <>
      <PageHeader
        title={grantReviewTitle(asked.drive)}
        description={postedUntil === undefined ? grantReviewAbout(asked.drive) : `${grantReviewAbout(asked.drive)}支払は${postedUntilWords(postedUntil)}で、対象者数もその時点の報告によります。`}
        actions={
          <>
            <GrantExportButton list={{ list: 'review', ...asked }} name="助成の見直し" />
            {hasAny && <OrderPapersButton order={{ kind: 'grant_review', ...asked }}>PDF</OrderPapersButton>}
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
          </>
        }
      />
      <ReviewFilter />
      <div className="mb-6 print-hidden">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      </div>
      {review.isError && review.data === undefined && <PageError reset={() => void review.refetch()} />}
      {review.isPending && <LoadingSkeleton lines={8} />}
      {review.data !== undefined && <ReviewTables review={review.data} isRefreshing={review.isPlaceholderData} />}
    </>
  )
}

function ReviewFilter() {
  const { drive = 'year_end_mutual_aid', years = 3 } = useSearch({ from: '/staff/grants/review' })
  const navigate = useNavigate({ from: '/grants/review' })
  const change = (wanted: GrantReviewSearch) => void navigate({ search: (before) => ({ ...before, ...wanted }), replace: true, resetScroll: false })
  const drives = [...driveKinds.map((value) => ({ value, label: driveKindNames[value] })), { value: 'all', label: 'すべて（社協の支出を含む）' }]
  return (
    <div className="mb-6 flex flex-wrap gap-x-6 gap-y-3 print-hidden">
      <SelectField label="支払元の運動" value={drive} options={drives} onChange={(event) => change({ drive: choiceIn([...driveKinds, 'all'], event.currentTarget.value) })} />
      <SelectField label="並べる年度" width="short" value={String(years)} options={[2, 3, 4, 5].map((count) => ({ value: String(count), label: `${count}年度` }))}
        onChange={(event) => change({ years: Number(event.currentTarget.value) })} />
    </div>
  )
}

function ReviewTables({ review, isRefreshing }: { review: Review; isRefreshing: boolean }) {
  const parts = [
    { id: 'kinds', title: '助成の種類別', header: '種類', ...review.kinds },
    { id: 'classes', title: '見舞金の対象区分別', header: '対象区分', ...review.classes },
  ]
  return (
    <div className="flex flex-col gap-8">
      {parts.map(({ id, title, header, rows, total }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} className="mb-1 text-[1.125rem] font-bold">{title}</h2>
          <DataTable caption={title} columns={columnsOf(header, total)} rows={rows} rowKey={({ key }) => key} isRefreshing={isRefreshing}
            empty={<EmptyState title="この年度には支払がありません" />} />
        </section>
      ))}
    </div>
  )
}

function columnsOf(header: string, total: ReviewRow): Column<ReviewRow>[] {
  return [
    { id: 'name', header, isRowHeader: true, cell: ({ name }) => name, footer: '合計' },
    ...total.years.flatMap(({ fiscalYear, changeYen }, place): Column<ReviewRow>[] => [
      { id: `paid-${fiscalYear}`, header: `${formatFiscalYear(fiscalYear)}（円）`, align: 'end', cell: (row) => <Figures row={row} place={place} />, footer: <Figures row={total} place={place} /> },
      ...(changeYen === null ? [] : [{ id: `change-${fiscalYear}`, header: '差（円）', align: 'end' as const, cell: (row: ReviewRow) => changeOf(row, place), footer: changeOf(total, place) }]),
    ]),
  ]
}

function Figures({ row, place }: { row: ReviewRow; place: number }) {
  const year = row.years[place]
  if (year === undefined || year.count === 0) return '—'
  return (
    <>
      {formatYen(year.paidYen)}
      <span className="block text-[0.8125rem] font-normal text-ink-sub">{groupDigits(year.count)}件・{groupDigits(year.people)}人</span>
    </>
  )
}

function changeOf({ years }: ReviewRow, place: number): string {
  const changeYen = years[place]?.changeYen
  return changeYen === null || changeYen === undefined ? '—' : formatYenDelta(changeYen)
}
