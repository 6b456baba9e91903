import { differenceOf } from '@sasaeai/domain/funding-indicator/executive/difference'
import type { ExecutivePage as ExecutiveFigures, Headline } from '@sasaeai/domain/funding-indicator/executive/executive-page'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import { fundingCategories, fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatRatio, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { entriesHref } from '../../../app/entries-href.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { CutForm } from '../cut-form.tsx'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { AreaParts, WayParts } from './difference-parts.tsx'
import type { ExecutiveSearch, ListedStanding } from './executive-search.ts'
import { periodOf, RetentionHelp } from './executive-words.tsx'
import { HeadlineTable } from './headline-table.tsx'
import { RiskSections } from './risk-sections.tsx'

/** On paper letters and lines stand closer than elsewhere. */
const onPaper = 'print:[--text-cell:0.6875rem] print:[--cell-x:0.2rem] print:[--cell-y:0.0625rem] print:[&_h1]:text-[1.25rem]'

/** 経営のページ: what changed, why, and what is at risk; for a meeting, on a tablet or on paper. */
export function ExecutivePage() {
  const search: ExecutiveSearch = useSearch({ from: '/staff/executive' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/executive' })
  const { asOf, postedUntil } = search
  const answer = useQuery({ ...trpc.executive.page.queryOptions({ fiscalYear, asOf, postedUntil }), placeholderData: keepPreviousData })
  const exporting = useMutation(trpc.executive.exportPage.mutationOptions())
  const page = answer.data
  return (
    <div className={`flex flex-col gap-8 print:gap-3 ${onPaper}`} aria-busy={answer.isPlaceholderData}>
      <div className="-mb-6 print:-mb-3">
        <PageHeader
          title="経営のページ"
          description={page === undefined ? undefined : periodOf(page.cut)}
          actions={
            <>
              <Button icon="printer" onClick={() => window.print()}>印刷（A4）</Button>
              <ExportChoice subject="経営のページの表" write={(format) => exporting.mutateAsync({ fiscalYear, asOf, postedUntil, format })} />
              <OrderPapersButton order={{ kind: 'board_pack', fiscalYear, asOf, postedUntil }}>理事会資料</OrderPapersButton>
            </>
          }
        />
      </div>
      {answer.isError && page === undefined && <PageError reset={() => void answer.refetch()} />}
      {answer.isPending && <LoadingSkeleton lines={12} />}
      {page !== undefined && (
        <>
          <CutForm cut={page.cut} onChange={(day) => void navigate({ search: (before) => ({ ...before, asOf: day ?? undefined }) })} />
          <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })} />
          {page.headlines.length === 0 ? (
            <EmptyState title="この年度の受入れはまだありません" icon="chart">受付で記帳すると、ここに集計されます。</EmptyState>
          ) : (
            <>
              <Summary page={page} search={search} />
              <HeadlineTable cut={page.cut} headlines={page.headlines} search={search} />
              <WhySection page={page} search={search} onChoose={(category) => void navigate({ search: (before) => ({ ...before, category }), resetScroll: false })} />
            </>
          )}
          <section aria-labelledby="risks" className="flex flex-col gap-4 border-t border-line pt-6 print:gap-2 print:pt-2">
            <h2 id="risks" className="text-[1.25rem] font-bold print:text-[0.875rem]">気をつけること</h2>
            <RiskSections page={page} search={search} />
          </section>
        </>
      )}
    </div>
  )
}

/** The four figures that a meeting begins with. */
function Summary({ page, search }: { page: ExecutiveFigures; search: ExecutiveSearch }) {
  const { cut, headlines, retention } = page
  const router = useRouter()
  const giversHref = (standing: ListedStanding) =>
    router.buildLocation({ to: '/executive/givers', search: { standing, postedUntil: search.postedUntil } }).href
  return (
    <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-3">
      {headlines.filter(({ category }) => category === null).map((headline) => (
        <StatFigure
          key={headline.holding}
          label={{ own: '収入の受入額', custody: '募金の受入額（預り金）' }[headline.holding]}
          value={formatYenDelta(headline.thisYen)}
          unit="円"
          href={entriesHref(figureFilter(cut, 'this', { holding: headline.holding }))}
          deltas={[
            { label: '前年同日との差', value: `${formatYenDelta(differenceOf(headline))}円` },
            { label: '前年比', value: formatYearOnYear(headline.thisYen, headline.lastYen) },
          ]}
          note={forecastNote(headline)}
        />
      ))}
      <StatFigure label="寄附の継続率" help={<RetentionHelp />} value={formatRatio(retention.retained, retention.retained + retention.lybunt)} href={giversHref('retained')}
        note={`前年度の寄附者${groupDigits(retention.retained + retention.lybunt)}名のうち${groupDigits(retention.retained)}名`} />
      <StatFigure label="前年度は寄附があり、今年度はまだの人" value={groupDigits(retention.lybunt)} unit="名" href={giversHref('lybunt')}
        note={`新規 ${groupDigits(retention.new)}名・復帰 ${groupDigits(retention.returned)}名・2年以上なし ${groupDigits(retention.sybunt)}名`} />
    </div>
  )
}

function forecastNote({ forecast }: Headline): string {
  return forecast === null ? '年度末の見込み —' : `年度末の見込み ${formatYenDelta(forecast.amountYen)}円（${formatYenDelta(forecast.lowYen)}～${formatYenDelta(forecast.highYen)}円）`
}

interface WhySectionProps {
  readonly page: ExecutiveFigures
  readonly search: ExecutiveSearch
  readonly onChoose: (category: ExecutiveSearch['category']) => void
}

/** どこで変わったか: the difference of one category by 校区 and by method. */
function WhySection({ page: { cut, headlines }, search, onChoose }: WhySectionProps) {
  const offered = headlines.flatMap((headline) => (headline.category === null ? [] : [{ category: headline.category, changeYen: differenceOf(headline) }]))
  const [worst] = offered.toSorted((left, right) => left.changeYen - right.changeYen)
  // What has lost most is asked about first.
  const category = offered.find((each) => each.category === search.category)?.category ?? worst?.category ?? 'membership_dues'
  const answer = useQuery({
    ...trpc.executive.explanation.queryOptions({ fiscalYear: cut.fiscalYear, category, asOf: search.asOf, postedUntil: search.postedUntil }),
    placeholderData: keepPreviousData,
  })
  return (
    <section aria-labelledby="why" className="flex flex-col gap-6 border-t border-line pt-6 print:gap-2 print:pt-2">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 id="why" className="text-[1.25rem] font-bold print:text-[0.875rem]">どこで変わったか（{fundingCategoryNames[category]}）</h2>
        <div className="print-hidden">
          <SelectField
            label="内訳を見る財源"
            value={category}
            options={fundingCategories.filter((each) => offered.some((offer) => offer.category === each)).map((each) => ({ value: each, label: fundingCategoryNames[each] }))}
            onChange={(event) => onChoose(fundingCategories.find((each) => each === event.currentTarget.value))}
          />
        </div>
      </div>
      {answer.data === undefined ? <LoadingSkeleton lines={6} /> : (
        <div className="grid items-start gap-8 xl:grid-cols-2 print:grid-cols-2 print:gap-3">
          <AreaParts explanation={answer.data} search={search} />
          <WayParts explanation={answer.data} search={search} />
        </div>
      )}
    </section>
  )
}
