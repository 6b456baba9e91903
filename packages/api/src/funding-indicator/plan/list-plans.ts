import type { GroundDb } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { PlanKind } from '@sasaeai/domain/funding-indicator/plan/plan-kind'
import type { PlanId } from '@sasaeai/domain/ids'

export interface ListedPlan {
  readonly planId: PlanId
  readonly code: string
  readonly name: string
  readonly kind: PlanKind
  readonly firstYear: FiscalYear
  readonly lastYear: FiscalYear
  readonly policy: string
  readonly closedOn: LocalDate | null
  readonly revision: number
  readonly indicatorCount: number
  /** The years that a committee has looked at, each once. */
  readonly reviewedYears: readonly FiscalYear[]
}

/** Every plan: those in use first, and of these the one that ends last. */
export async function listPlans({ pool }: GroundDb): Promise<ListedPlan[]> {
  const { rows } = await pool.query<ListedPlan>(`${planSql} ORDER BY p.closed_on IS NOT NULL, p.last_year DESC, p.code`)
  return rows
}

/** One of them; undefined when it is gone. */
export async function readListedPlan({ pool }: GroundDb, planId: PlanId): Promise<ListedPlan | undefined> {
  const { rows } = await pool.query<ListedPlan>(`${planSql} WHERE p.id = $1`, [planId])
  return rows[0]
}

const planSql = `
  SELECT p.id AS "planId", p.code, p.name, p.kind::text AS kind, p.first_year AS "firstYear", p.last_year AS "lastYear", p.policy, p.closed_on AS "closedOn", p.revision,
    (SELECT count(*)::int FROM plan_indicator i WHERE i.plan_id = p.id) AS "indicatorCount",
    (SELECT coalesce(json_agg(y.fiscal_year ORDER BY y.fiscal_year), '[]') FROM (SELECT DISTINCT fiscal_year FROM plan_review r WHERE r.plan_id = p.id) y) AS "reviewedYears"
  FROM plan p`
