import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { fundingCategories, type FundingCategory, fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { OrderPapersButton } from '../document/order-papers-button.tsx'
import { AttainmentStrip } from './attainment-strip.tsx'
import { CustodyTable } from './custody-table.tsx'
import { CutForm } from './cut-form.tsx'
import { DistrictTable } from './district-table.tsx'
import { CustodyHelp } from './funding-help.tsx'
import type { FundingSearch } from './funding-search.ts'
import { HeadlineFigures } from './headline-figures.tsx'
import { MonthChart } from './month-chart.tsx'
import { PostingMomentForm } from './posting-moment-form.tsx'
import { SaveReportButton } from './saved-report/save-report-button.tsx'
import { SourceTable } from './source-table.tsx'

/** On paper all of it stands on one A4: smaller letters and closer lines than elsewhere. */
const onePaper = [
  'print:[--text-cell:0.5938rem] print:[--cell-x:0.15rem] print:[--cell-y:0.0313rem]',
  'print:[&_td]:leading-120 print:[&_th]:leading-120 print:[&_h1]:text-[1.25rem] print:[&_header_div]:text-[0.75rem]',
  'print:[&_.min-w-24]:my-0.5 print:[&_.min-w-24]:min-w-10',
  'print:[&_figcaption_p]:text-[0.75rem] print:[&_figure]:gap-0 print:[&_.keep-together>p]:text-[0.6875rem]',
  'print:[&_.keep-together_.figures]:text-[1.5rem]',
].join(' ')

/** 財源ダッシュボード: one page that a board can be shown, each figure of which opens. */
export function FundingDashboardPage() {
  const { asOf, postedUntil } = useSearch({ from: '/staff/funding' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/funding' })
  const asked = { fiscalYear, asOf, postedUntil }
  const funding = useQuery({
    ...trpc.fundingIndicator.dashboard.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  const exporting = useMutation(trpc.fundingIndicator.exportDashboard.mutationOptions())
  const dashboard = funding.data
  return (
    <div className={`flex flex-col gap-8 print:gap-2 ${onePaper}`} aria-busy={funding.isPlaceholderData}>
      <div className="-mb-6 print:-mb-4">
        <PageHeader
          title="財源ダッシュボード"
          description={dashboard === undefined ? undefined : periodOf(dashboard)}
          actions={
            <>
              <Button icon="printer" onClick={() => window.print()}>
                印刷（A4 1枚）
              </Button>
              <ExportChoice subject="財源ダッシュボードの表" write={(format) => exporting.mutateAsync({ ...asked, format })} />
              <SaveReportButton asked={asked} />
              <OrderPapersButton order={{ kind: 'board_pack', ...asked }}>理事会資料</OrderPapersButton>
            </>
          }
        />
      </div>
      {funding.isError && dashboard === undefined && <PageError reset={() => void funding.refetch()} />}
      {funding.isPending && <LoadingSkeleton lines={12} />}
      {dashboard !== undefined && (
        <>
          <CutForm
            cut={dashboard.cut}
            onChange={(day) => void navigate({ search: (before) => ({ ...before, asOf: day ?? undefined }) })}
          />
          <PostingMomentForm
            moment={postedUntil}
            onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })}
          />
          {dashboard.sources.length === 0 ? (
            <EmptyState title="この年度の受入れはまだありません" icon="chart">
              受付で記帳すると、ここに集計されます。
            </EmptyState>
          ) : (
            <Figures dashboard={dashboard} />
          )}
        </>
      )}
    </div>
  )
}

function periodOf({ cut }: FundingDashboard): string {
  const days = `${formatFiscalYear(cut.fiscalYear)}　${formatLocalDate(cut.asOf)}まで（前年同日は${formatLocalDate(cut.lastAsOf)}まで）`
  return cut.postedUntil === undefined ? days : `${days}　${postedUntilWords(cut.postedUntil)}`
}

function Figures({ dashboard }: { dashboard: FundingDashboard }) {
  const search = useSearch({ from: '/staff/funding' })
  const navigate = useNavigate({ from: '/funding' })
  const change = (wanted: Partial<FundingSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...wanted }), resetScroll: false })
  const offered = fundingCategories.filter((each) => dashboard.sources.some((source) => source.category === each))
  const category = offered.find((each) => each === search.category) ?? offered[0] ?? 'membership_dues'
  return (
    <>
      <HeadlineFigures dashboard={dashboard} />
      <AttainmentStrip dashboard={dashboard} />
      <div className="grid gap-8 print:grid-cols-[11fr_10fr] print:gap-3">
        <SourceTable dashboard={dashboard} holding="own" title="収入の内訳" />
        <div className="flex min-w-0 flex-col gap-8 print:gap-3">
          <SourceTable dashboard={dashboard} holding="custody" title="募金の受入れ（預り金）" help={<CustodyHelp />} />
          <CustodyTable dashboard={dashboard} />
        </div>
      </div>
      <CategoryFigures {...{ dashboard, category, offered, search, change }} />
    </>
  )
}

interface CategoryFiguresProps {
  readonly dashboard: FundingDashboard
  readonly category: FundingCategory
  readonly offered: readonly FundingCategory[]
  readonly search: FundingSearch
  readonly change: (wanted: Partial<FundingSearch>) => void
}

/** One category of money more closely: by month and by district. */
function CategoryFigures({ dashboard, category, offered, search, change }: CategoryFiguresProps) {
  const { sort = 'code', isDescending = false } = search
  return (
    <section aria-labelledby="closer" className="flex flex-col gap-6 border-t border-line pt-6 print:gap-2 print:pt-2">
      <div className="flex flex-wrap items-end justify-between gap-4 print-hidden">
        <h2 id="closer" className="text-[1.375rem] leading-140 font-bold">
          {fundingCategoryNames[category]}
        </h2>
        <div>
          <SelectField
            label="くわしく見る財源"
            value={category}
            options={offered.map((each) => ({ value: each, label: fundingCategoryNames[each] }))}
            onChange={(event) => change({ category: offered.find((each) => each === event.currentTarget.value) })}
          />
        </div>
      </div>
      <MonthChart cut={dashboard.cut} category={category} sources={dashboard.sources} />
      <div>
        <h3 className="mb-1 text-[1.125rem] font-bold print:text-[0.875rem]">
          {fundingCategoryNames[category]}の{dashboard.districtTypeName}別の受入額
        </h3>
        <DistrictTable {...{ dashboard, category, sort, isDescending }} onSort={(wanted, turned) => change({ sort: wanted, isDescending: turned })} />
        <p className="mt-2 text-[0.8125rem] text-ink-sub print:mt-0 print:text-[0.5625rem]">
          {householdNote(dashboard)}
        </p>
      </div>
    </section>
  )
}

function householdNote({ households, districtTypeName }: FundingDashboard): string {
  const outside = `${districtTypeName}が分からない受入れは含みません。`
  if (households === null) return `世帯数が登録されていないため、1世帯当たりは計算できません。${outside}`
  return `世帯数は${householdBasisNames[households.basis]}（${formatLocalDate(households.asOf)}現在）。${outside}`
}
