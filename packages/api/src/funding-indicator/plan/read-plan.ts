import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IndicatorGrade } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { FundingIndicatorId } from '@sasaeai/domain/funding-indicator/plan-ids'
import type { PlanId, PlanReviewId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { type IndicatorValues, readIndicatorValues } from '../indicator/read-indicator-values.ts'
import { type ListedPlan, readListedPlan } from './list-plans.ts'

/** What was said of an indicator in a 点検・評価: the newest of each indicator. */
export interface ReviewedIndicator {
  readonly indicatorId: FundingIndicatorId
  readonly name: string
  readonly grade: IndicatorGrade | null
  readonly assessment: string
  readonly nextIssue: string
}

export interface PlanReview {
  readonly reviewId: PlanReviewId
  readonly fiscalYear: FiscalYear
  readonly committeeName: string
  readonly heldOn: LocalDate
  readonly attendeeNames: string
  readonly minutes: string
  readonly comment: string
  readonly revision: number
  /** In the order of the plan. */
  readonly indicators: readonly ReviewedIndicator[]
}

export interface PlanInFull {
  readonly plan: ListedPlan
  /** In the order of the plan, with the years of it. */
  readonly indicators: readonly (IndicatorValues & { readonly pillar: string })[]
  /** The newest first. */
  readonly reviews: readonly PlanReview[]
}

/**
 * A plan with its progress, year by year, and its 点検・評価, as they were at the moment that is asked for; null when it is
 * gone, or was not there yet.
 */
export async function readPlan(deps: Deps, { planId, at }: { readonly planId: PlanId; readonly at: ReportMoment }): Promise<PlanInFull | null> {
  const { pool } = groundAt(deps.db, groundMomentOf(at))
  const plan = await readListedPlan({ pool }, planId)
  if (plan === undefined) return null
  const { rows: chosen } = await pool.query<{ indicatorId: FundingIndicatorId; pillar: string }>(
    'SELECT indicator_id AS "indicatorId", pillar FROM plan_indicator WHERE plan_id = $1 ORDER BY display_order, indicator_id', [planId])
  const [values, reviews] = await Promise.all([
    readIndicatorValues(deps, { indicatorIds: chosen.map(({ indicatorId }) => indicatorId), years: { first: plan.firstYear, last: plan.lastYear }, at }),
    pool.query<PlanReview>(reviewSql, [planId, at.moment]),
  ])
  const byId = new Map(values.map((each) => [each.indicatorId, each]))
  return {
    plan,
    indicators: chosen.flatMap(({ indicatorId, pillar }) => {
      const found = byId.get(indicatorId)
      return found === undefined ? [] : [{ ...found, pillar }]
    }),
    reviews: reviews.rows,
  }
}

/** What names the things that audit events of plans speak of by their ids. */
export async function listPlanNames({ db }: Deps): Promise<(readonly [id: string, name: string])[]> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(`
    SELECT id, name FROM plan UNION ALL SELECT id, name FROM funding_indicator
    UNION ALL SELECT id, committee FROM plan_review
    UNION ALL SELECT DISTINCT a.id, c.name || ' ' || a.project_name FROM district_plan_grant g JOIN grant_application a ON a.id = g.grant_application_id JOIN grant_call c ON c.id = a.call_id`)
  return rows.map(({ id, name }) => [id, name])
}

const reviewSql = `
  SELECT r.id AS "reviewId", r.fiscal_year AS "fiscalYear", r.committee AS "committeeName", r.held_on AS "heldOn", r.attendees AS "attendeeNames", r.minutes, r.comment,
    r.revision, said.indicators
  FROM plan_review r CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('indicatorId', i.id, 'name', i.name, 'grade', n.grade, 'assessment', n.assessment, 'nextIssue', n.next_issue)
        ORDER BY p.display_order, i.display_order, i.code), '[]') AS indicators
    FROM (SELECT DISTINCT ON (indicator_id) * FROM indicator_review WHERE plan_review_id = r.id AND ($2::timestamptz IS NULL OR recorded_at <= $2)
        ORDER BY indicator_id, recorded_at DESC, id DESC) n
      JOIN funding_indicator i ON i.id = n.indicator_id LEFT JOIN plan_indicator p ON p.indicator_id = i.id AND p.plan_id = r.plan_id
    WHERE n.grade IS NOT NULL OR n.assessment <> '' OR n.next_issue <> '') said
  WHERE r.plan_id = $1 ORDER BY r.fiscal_year DESC, r.held_on DESC, r.id DESC`
