import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { remainingBudgetYen } from '@sasaeai/domain/grant/application/grant-application-state'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, formatYenDelta, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { Tabs } from '@sasaeai/ui/tabs'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { ApplicationsPart } from '../application/applications-part.tsx'
import { DecisionsPart } from '../committee/decisions-part.tsx'
import { ReliefPart } from '../relief/relief-part.tsx'
import { GrantCallActs } from './grant-call-acts.tsx'
import { grantCallTabs } from './grant-call-search.ts'

export type GrantCall = NonNullable<RouterOutput['grant']['calls']['get']>
export type GrantApplication = GrantCall['applications'][number]
export type ReliefPayment = RouterOutput['grant']['relief']['list'][number]

/** One call from its budget to the reports. */
export function GrantCallPage() {
  const callId = id<'GrantCallId'>(useParams({ from: '/staff/grants/$callId' }).callId)
  const { postedUntil } = useSearch({ from: '/staff/grants/$callId' })
  const answer = useQuery({ ...trpc.grant.calls.get.queryOptions({ callId, postedUntil }), placeholderData: keepPreviousData })
  const reliefs = useQuery({ ...trpc.grant.relief.list.queryOptions({ callId, postedUntil }), placeholderData: keepPreviousData })
  if ((answer.isError && answer.data === undefined) || (reliefs.isError && reliefs.data === undefined)) {
    return <PageError reset={() => void Promise.all([answer.refetch(), reliefs.refetch()])} />
  }
  if (answer.data === undefined || reliefs.data === undefined) return <LoadingSkeleton lines={12} />
  if (answer.data === null) return <EmptyState title="この助成は見つかりません">助成の一覧から選び直してください。</EmptyState>
  return <Call call={answer.data} reliefs={reliefs.data} />
}

interface CallProps {
  readonly call: GrantCall
  readonly reliefs: readonly ReliefPayment[]
}

function Call({ call, reliefs }: CallProps) {
  const navigate = useNavigate({ from: '/grants/$callId' })
  const router = useRouter()
  const { postedUntil, tab = call.applications.length === 0 && reliefs.length > 0 ? 'relief' : 'applications', isOwing = false } = useSearch({ from: '/staff/grants/$callId' })
  const { name, kindName, campaignName, expenseAccountName, allocationName, opensOn, closesOn, reportDueOn, guidelines } = call
  const facts = [
    kindName,
    campaignName === null ? `社協の支出（${expenseAccountName ?? ''}）` : `${campaignName}から直接支払`,
    ...(allocationName === null ? [] : [`原資 ${allocationName}`]),
    `受付 ${formatLocalDate(opensOn)}〜${formatLocalDate(closesOn)}`,
    ...(reportDueOn === null ? [] : [`報告の期限 ${formatLocalDate(reportDueOn)}`]),
  ]
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader title={name} crumbs={[{ label: '助成', href: router.buildLocation({ to: '/grants', search: { postedUntil } }).href }, { label: name }]}
          description={[...facts, ...(postedUntil === undefined ? [] : [`支払と預り残高は${postedUntilWords(postedUntil)}で、申請・決定・報告もその時点の記録です。`])].join('　')}
          actions={<GrantCallActs call={call} postedUntil={postedUntil} />} />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      {guidelines !== '' && <p className="max-w-[48rem] text-[0.9375rem] whitespace-pre-line">{guidelines}</p>}
      <CallFigures call={call} reliefs={reliefs} isNow={postedUntil === undefined} />
      <Tabs
        label="助成の内容"
        selectedId={tab === 'decisions' && postedUntil !== undefined ? 'applications' : tab}
        onSelect={(chosen) => void navigate({ search: (before) => ({ ...before, tab: choiceIn(grantCallTabs, chosen) }), replace: true, resetScroll: false })}
        items={[
          { id: 'applications', label: '申請・支払・報告', content: <ApplicationsPart call={call} isNow={postedUntil === undefined} isOwing={isOwing} onOwing={(owing) => void navigate({ search: (before) => ({ ...before, isOwing: owing ? true : undefined }), replace: true, resetScroll: false })} /> },
          ...(postedUntil === undefined ? [{ id: 'decisions', label: '決定', content: <DecisionsPart key={decisionsKey(call)} call={call} reliefYen={sumOfReliefs(reliefs)} /> }] : []),
          { id: 'relief', label: '見舞金', content: <ReliefPart call={call} payments={reliefs} postedUntil={postedUntil} /> },
        ]}
      />
    </div>
  )
}

/** The grid of decisions is laid anew when others than what it was opened on are in the books. */
function decisionsKey({ applications }: GrantCall): string {
  return applications.map(({ applicationId, decision, withdrawnOn }) => `${applicationId}/${decision?.revision ?? ''}/${withdrawnOn ?? ''}`).join()
}

function sumOfReliefs(reliefs: readonly ReliefPayment[]): Yen {
  return sumYen(reliefs.filter(({ isReversed }) => !isReversed).map(({ amountYen }) => amountYen))
}

function CallFigures({ call: { applications, budgetYen, heldYen, campaignName }, reliefs, isNow }: CallProps & { readonly isNow: boolean }) {
  const standing = applications.filter(({ withdrawnOn }) => withdrawnOn === null)
  const awardedYen = sumYen(standing.map(({ decision }) => decision?.awardedYen ?? yen(0)))
  const paidYen = sumYen(standing.map((each) => each.paidYen))
  const reliefYen = sumOfReliefs(reliefs)
  const leftYen = remainingBudgetYen(budgetYen, [awardedYen, reliefYen])
  const requestedYen = sumYen(standing.map((each) => each.requestedYen))
  return (
    <>
      {leftYen < 0 && (
        <NoticeBanner tone="warning" title={`決定額と見舞金の合計が、予算額を${formatYen(yen(-leftYen))}円超えています`}>
          決定額を直すか、予算額を確かめてください。このまま支払うこともできます。
        </NoticeBanner>
      )}
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5 print:grid-cols-5 print:gap-4">
        <StatFigure label="予算額" value={formatYen(budgetYen)} unit="円" note={`残り ${formatYenDelta(leftYen)}円`} />
        <StatFigure label="申請額" value={formatYen(requestedYen)} unit="円" note={`${standing.length}件`} />
        <StatFigure label="決定額" value={formatYen(awardedYen)} unit="円" note={`採択 ${standing.filter(({ decision }) => (decision?.awardedYen ?? 0) > 0).length}件`} />
        <StatFigure label="支払済み" value={formatYen(sumYen([paidYen, reliefYen]))} unit="円" note={`助成 ${formatYen(paidYen)}円・見舞金 ${formatYen(reliefYen)}円`} />
        {heldYen !== null && <StatFigure label={isNow ? 'いまの預り残高' : '預り残高'} value={formatYenDelta(heldYen)} unit="円" note={campaignName ?? undefined} />}
      </div>
    </>
  )
}
