import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { planKindNames } from '@sasaeai/domain/funding-indicator/plan/plan-kind'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { PlanActs } from './plan-acts.tsx'
import { PlanProgressTable } from './plan-progress-table.tsx'
import { PlanReviews } from './plan-reviews.tsx'
import { planYearsText } from './plan-years.ts'

export type PlanInFull = NonNullable<RouterOutput['plan']['read']>
export type IndicatorOfPlan = PlanInFull['indicators'][number]
export type PlanReviewInFull = PlanInFull['reviews'][number]

/** One plan: its indicators by 柱 over the years, and what committees said of each year. */
export function PlanPage() {
  const planId = id<'PlanId'>(useParams({ from: '/staff/plans/$planId' }).planId)
  const { postedUntil } = useSearch({ from: '/staff/plans/$planId' })
  const answer = useQuery({ ...trpc.plan.read.queryOptions({ planId, postedUntil }), placeholderData: keepPreviousData })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={10} />
  if (answer.data == null) return <EmptyState title="この計画は見つかりません">計画の一覧からもう一度選んでください。</EmptyState>
  return <InFull full={answer.data} postedUntil={postedUntil} />
}

function InFull({ full, postedUntil }: MomentSearch & { readonly full: PlanInFull }) {
  const navigate = useNavigate({ from: '/plans/$planId' })
  const { plan } = full
  const words = [planKindNames[plan.kind], planYearsText(plan), postedUntil === undefined ? '' : postedUntilWords(postedUntil)]
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader title={plan.name} crumbs={[{ label: '計画', href: '/admin/plans' }, { label: plan.name }]} description={words.filter((word) => word !== '').join('　')}
          status={plan.closedOn !== null && <StatusChip>{formatLocalDate(plan.closedOn)}に使用終了</StatusChip>} actions={<PlanActs full={full} postedUntil={postedUntil} />} />
      </div>
      <div className="print-hidden">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: { postedUntil: moment } })} />
      </div>
      {plan.policy !== '' && (
        <section aria-labelledby="policy">
          <h2 id="policy" className="mb-1 text-[1.25rem] font-bold">方針</h2>
          <p className="max-w-4xl whitespace-pre-line">{plan.policy}</p>
        </section>
      )}
      <PlanProgressTable full={full} postedUntil={postedUntil} />
      {/* What is written down is so now, and would not be seen in a past moment. */}
      <PlanReviews full={full} isNow={postedUntil === undefined} />
    </div>
  )
}
