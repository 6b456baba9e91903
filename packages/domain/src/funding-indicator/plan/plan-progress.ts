import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { IndicatorDirection } from '../indicator/indicator-kind.ts'
import { attainmentOfTarget } from '../indicator/indicator-value.ts'
import type { IndicatorYear } from '../indicator/indicator-years.ts'

type CourseYear = Pick<IndicatorYear, 'fiscalYear' | 'value' | 'asOfLabel' | 'target' | 'isMet' | 'review'>

/** An indicator of a plan over the years of it. */
export interface PlanCourse {
  readonly pillar: string
  readonly direction: IndicatorDirection
  readonly values: readonly CourseYear[]
}

/** The indicators of one 柱. */
export interface PillarOfPlan<Course extends PlanCourse> {
  readonly pillar: string
  readonly indicators: readonly Course[]
}

/** 柱 in the order in which their first indicators stand; all of one 柱 stand together. */
export function pillarsOf<Course extends PlanCourse>(indicators: readonly Course[]): PillarOfPlan<Course>[] {
  return [...Map.groupBy(indicators, ({ pillar }) => pillar)].map(([pillar, ofPillar]) => ({ pillar, indicators: ofPillar }))
}

/** Where an indicator stands on its way to what the plan aims at in the end. */
export interface WayToGoal {
  /** The last year of the plan that has a target, and that target. */
  readonly goal: { readonly fiscalYear: FiscalYear; readonly target: number } | null
  /** The newest value of the plan's years. */
  readonly latest: { readonly fiscalYear: FiscalYear; readonly value: number; readonly asOfLabel: string } | null
  /** 到達度: the latest value as a share of the goal, in percent */
  readonly attainment: number | null
}

export function wayToGoal({ direction, values }: Pick<PlanCourse, 'direction' | 'values'>): WayToGoal {
  const [aimed, known] = [values.findLast(({ target }) => target !== null), values.findLast(({ value }) => value !== null)]
  const goal = aimed === undefined || aimed.target === null ? null : { fiscalYear: aimed.fiscalYear, target: aimed.target }
  const latest = known === undefined || known.value === null ? null : { fiscalYear: known.fiscalYear, value: known.value, asOfLabel: known.asOfLabel }
  return { goal, latest, attainment: attainmentOfTarget(latest?.value ?? null, goal?.target ?? null, direction) }
}

/** What a year of the plan comes to. */
export interface PlanYearCount {
  readonly fiscalYear: FiscalYear
  /** Indicators that have a value and a target that can be met. */
  readonly judged: number
  /** Those of them that met it. */
  readonly met: number
  /** Indicators of which an 評価 was written. */
  readonly reviewed: number
}

/** Year by year, how many indicators met their target. */
export function countPlanYears(indicators: readonly PlanCourse[], years: readonly FiscalYear[]): PlanYearCount[] {
  return years.map((fiscalYear) => {
    const ofYear = indicators.flatMap(({ values }) => values.filter((each) => each.fiscalYear === fiscalYear))
    return {
      fiscalYear,
      judged: ofYear.filter(({ isMet }) => isMet !== null).length,
      met: ofYear.filter(({ isMet }) => isMet === true).length,
      reviewed: ofYear.filter(({ review }) => review !== null).length,
    }
  })
}
