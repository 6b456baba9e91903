import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { type CollectedDays, curveOf, wholeLastYear } from '@sasaeai/domain/community-chest/result/collected-days'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { driveFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import { scopeName } from '@sasaeai/domain/community-chest/result/result-words'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { addYen, formatYenDelta, negateYen, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { CutForm } from '../../funding-indicator/cut-form.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { DaysChart } from './days-chart.tsx'
import { DaysTable } from './days-table.tsx'
import { type ScopeSearch, scopeAsked } from './result-search.ts'
import { ScopeChoice } from './scope-choice.tsx'

/** 日々の伸び: how a drive grows day by day, against its goal and against last year to the same day. */
export function CollectedDaysPage() {
  const search = useSearch({ from: '/staff/chest/days' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/chest/days' })
  const asked = { fiscalYear, ...scopeAsked(search) }
  const answer = useQuery({ ...trpc.communityChest.result.days.queryOptions(asked), placeholderData: keepPreviousData })
  const write = useMutation(trpc.communityChest.result.exportDays.mutationOptions())
  const days = answer.data
  const change = (wanted: ScopeSearch) => void navigate({ search: (before) => ({ ...before, ...wanted }), resetScroll: false })
  return (
    <div className="flex flex-col gap-6 print:gap-3" aria-busy={answer.isPlaceholderData}>
      <div className="-mb-6 print:-mb-2">
        <PageHeader
          title={days === undefined ? '日々の伸び' : `日々の伸び　${scopeName(days.scope, days.campaigns)}`}
          description={days === undefined ? undefined : periodOf(days)}
          actions={
            <>
              <Button icon="printer" onClick={() => window.print()}>印刷</Button>
              <ExportChoice subject="日々の伸び" write={(format) => write.mutateAsync({ ...asked, format })} />
            </>
          }
        />
      </div>
      {answer.isError && days === undefined && <PageError reset={() => void answer.refetch()} />}
      {answer.isPending && <LoadingSkeleton lines={12} />}
      {days !== undefined && (
        <>
          <div className="flex flex-wrap items-start gap-x-8 gap-y-3 print-hidden">
            <ScopeChoice scope={days.scope} campaigns={days.campaigns} onChange={change} />
            <CutForm cut={{ fiscalYear: days.cut.fiscalYear, asOf: days.cut.until }} onChange={(day) => change({ until: day ?? undefined })} />
          </div>
          <PostingMomentForm moment={search.postedUntil} onChange={(postedUntil) => change({ postedUntil })} />
          {days.window === null && days.last.length === 0 ? <NothingYet /> : <Figures days={days} />}
        </>
      )}
    </div>
  )
}

function periodOf({ cut, lastCut, scope: { postedUntil } }: CollectedDays): string {
  const days = `${formatLocalDate(cut.until)}まで（前年は${formatLocalDate(lastCut.until)}まで）`
  return postedUntil === undefined ? days : `${days}　${postedUntilWords(postedUntil)}`
}

function NothingYet() {
  return (
    <EmptyState title="この年度の運動はまだありません" icon="feather">
      設定の「運動」で追加するか、前年度から写してください。受付で記帳すると、伸びが見えるようになります。
    </EmptyState>
  )
}

function Figures({ days }: { days: CollectedDays }) {
  return (
    <>
      <Headline days={days} />
      <DaysChart days={days} />
      <DaysTable days={days} />
    </>
  )
}

function Headline({ days }: { days: CollectedDays }) {
  const { goalYen, rules } = days
  const { nowYen, lastYen } = curveOf(days).at(-1) ?? { nowYen: yen(0), lastYen: yen(0) }
  const left = goalYen === null ? null : addYen(goalYen, negateYen(nowYen))
  return (
    <div className="grid grid-cols-3 gap-6 max-sm:grid-cols-1 max-sm:gap-3 print:grid-cols-3 print:gap-4">
      <StatFigure
        label="これまでの実績額"
        value={formatYenDelta(nowYen)}
        unit="円"
        href={entriesHref({ ...driveFilter(days.scope), to: days.cut.until })}
        note={left === null ? '目標額の決まっていない運動があります' : left > 0 ? `目標まであと${formatYenDelta(left)}円` : '目標に届きました'}
      />
      <StatFigure label="達成率" value={printedRate(nowYen, goalYen, rules)} {...(goalYen === null ? {} : { note: `目標額 ${formatYenDelta(goalYen)}円` })} />
      <StatFigure
        label="前年同日比"
        value={printedRate(nowYen, lastYen, rules)}
        note={`前年の同じ日 ${formatYenDelta(lastYen)}円、前年の全体 ${formatYenDelta(wholeLastYear(days))}円`}
      />
    </div>
  )
}
