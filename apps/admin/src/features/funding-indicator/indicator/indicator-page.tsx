import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { indicatorDirectionNames, indicatorKindNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { FormulaFigures } from './formula-figures.tsx'
import { IndicatorActs } from './indicator-acts.tsx'
import { IndicatorChart } from './indicator-chart.tsx'
import { IndicatorHistory } from './indicator-history.tsx'
import { IndicatorReviewSection } from './indicator-review-section.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { IndicatorVersions } from './indicator-versions.tsx'

export type IndicatorInFull = NonNullable<RouterOutput['indicator']['read']>
export type YearInFull = IndicatorInFull['years'][number]

/** One indicator: what it means, the numbers put in, ten years, and all that was said of it. */
export function IndicatorPage() {
  const indicatorId = id<'FundingIndicatorId'>(useParams({ from: '/staff/indicators/$indicatorId' }).indicatorId)
  const fiscalYear = useFiscalYearInView()
  const { postedUntil } = useSearch({ from: '/staff/indicators/$indicatorId' })
  const answer = useQuery({ ...trpc.indicator.read.queryOptions({ indicatorId, fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={10} />
  if (answer.data == null) return <EmptyState title="この指標は見つかりません">指標の一覧からもう一度選んでください。</EmptyState>
  return <InFull indicator={answer.data} postedUntil={postedUntil} />
}

function InFull({ indicator, postedUntil }: MomentSearch & { readonly indicator: IndicatorInFull }) {
  const router = useRouter()
  const navigate = useNavigate({ from: '/indicators/$indicatorId' })
  const { name, category, owner, kind, direction, closedOn, years } = indicator
  const year = years.at(-1)
  if (year === undefined) return null
  const words = [formatFiscalYear(year.fiscalYear), category, `${indicatorKindNames[kind]}で求める指標`, indicatorDirectionNames[direction], owner === '' ? '' : `担当 ${owner}`, postedUntil === undefined ? '' : postedUntilWords(postedUntil)]
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader
          title={name}
          crumbs={[{ label: '指標', href: router.buildLocation({ to: '/indicators', search: { postedUntil } }).href }, { label: name }]}
          status={closedOn !== null && <StatusChip>{formatLocalDate(closedOn)}に使用終了</StatusChip>}
          description={words.filter((word) => word !== '').join('　')}
          actions={<IndicatorActs indicator={indicator} year={year} postedUntil={postedUntil} />}
        />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: { postedUntil: moment } })} />
      <FormulaFigures indicator={indicator} year={year} postedUntil={postedUntil} />
      <IndicatorReviewSection indicator={indicator} year={year} />
      <IndicatorChart indicator={indicator} />
      <IndicatorVersions indicator={indicator} year={year} />
      <IndicatorHistory indicator={indicator} />
    </div>
  )
}
