import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatAttained, formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { yearsOfPlan } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { countPlanYears, pillarsOf, wayToGoal } from '@sasaeai/domain/funding-indicator/plan/plan-progress'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { IndicatorOfPlan, PlanInFull } from './plan-page.tsx'

/** The progress of a plan, year by year: 目標, 実績 and 達成率 of every indicator under its 柱. */
export function PlanProgressTable({ full, postedUntil }: MomentSearch & { readonly full: PlanInFull }) {
  const { indicators } = full
  const years = yearsOfPlan(full.plan)
  const rows = pillarsOf(indicators).flatMap(({ indicators: ofPillar }) => ofPillar)
  const counts = countPlanYears(indicators, years)
  const columns: Column<IndicatorOfPlan>[] = [
    { id: 'pillar', header: '柱', cell: ({ pillar }) => <span className="block min-w-16">{pillar === '' ? '—' : pillar}</span> },
    {
      id: 'name', header: '成果指標', isRowHeader: true, isText: true, footer: '目標に届いた指標',
      cell: ({ indicatorId, name }) => <AppLink to="/indicators/$indicatorId" params={{ indicatorId }} search={{ postedUntil }} className="block min-w-32 print:text-ink print:no-underline">{name}</AppLink>,
    },
    ...years.map((year, place): Column<IndicatorOfPlan> => ({
      id: `year-${year}`, header: formatFiscalYear(year), align: 'end', footer: metText(counts[place]), cell: (indicator) => <YearCell indicator={indicator} place={place} />,
    })),
    { id: 'goal', header: '到達度', align: 'end', cell: (indicator) => <Goal indicator={indicator} /> },
  ]
  return (
    <section aria-labelledby="progress">
      <h2 id="progress" className="mb-1 text-[1.25rem] font-bold">進みぐあい</h2>
      <div className={years.length > 5 ? 'print:[--text-cell:0.625rem]' : undefined}>
        <DataTable caption="計画の進みぐあい" columns={columns} rows={rows} rowKey={({ indicatorId }) => indicatorId} phone="cards" isWide={years.length > 5}
          empty={<EmptyState title="指標はまだ選ばれていません">「指標を選ぶ」で、この計画を測る指標と柱を決めます。</EmptyState>} />
      </div>
      {rows.length > 0 && (
        <p className="mt-2 text-[0.8125rem] text-ink-sub">
          各年度は上から実績（時点）、目標、達成率です。「—」は記録がないこと、いちばん下の行は目標のある指標のうち目標に届いたものの数を表します。
          到達度は、いちばん新しい実績が計画の最後の目標のどこまで来たかです。
        </p>
      )}
    </section>
  )
}

function metText(count: ReturnType<typeof countPlanYears>[number] | undefined): string {
  return count === undefined || count.judged === 0 ? '—' : `${count.met}／${count.judged}`
}

function YearCell({ indicator, place }: { readonly indicator: IndicatorOfPlan; readonly place: number }) {
  const year = indicator.values[place]
  if (year === undefined || (year.value === null && year.target === null)) return '—'
  return (
    <>
      <span className="block font-bold">{formatIndicatorValue(year.value, indicator)}</span>
      {year.asOfLabel !== '' && <span className="block text-[0.8125em] text-ink-sub">{year.asOfLabel}</span>}
      {year.target !== null && <span className="block text-[0.8125em] text-ink-sub">目標 {formatIndicatorValue(year.target, indicator)}</span>}
      {year.attainment !== null && <span className="block text-[0.8125em] text-ink-sub">{formatAttained(year.attainment)}</span>}
    </>
  )
}

function Goal({ indicator }: { readonly indicator: IndicatorOfPlan }) {
  const { goal, attainment } = wayToGoal(indicator)
  return (
    <>
      <span className="block font-bold">{formatAttained(attainment)}</span>
      {goal !== null && <span className="block text-[0.8125em] text-ink-sub">{formatFiscalYear(goal.fiscalYear)} {formatIndicatorValue(goal.target, indicator)}</span>}
    </>
  )
}
