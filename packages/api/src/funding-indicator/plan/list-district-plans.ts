import { groundAt } from '@sasaeai/db/ground-at'
import { type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import type { DistrictPlanState } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import type { AreaId, DistrictPlanId, FundId, GrantApplicationId, GrantCallId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { listFundStandings } from '../../donation/fund/fund-queries.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'

/** A fund, with what is left in it in the present fiscal year, or in that of a moment. */
export interface FundOfPlan {
  readonly fundId: FundId
  readonly name: string
  readonly isClosed: boolean
  readonly balanceYen: Yen
}

/** A 助成 of a plan. */
export interface GrantOfPlan {
  readonly applicationId: GrantApplicationId
  readonly callId: GrantCallId
  readonly callName: string
  readonly fiscalYear: FiscalYear
  readonly projectName: string
  /** Null while nothing is decided. */
  readonly awardedYen: Yen | null
}

export interface DistrictPlanRow {
  readonly districtPlanId: DistrictPlanId
  readonly name: string
  readonly planState: DistrictPlanState
  readonly firstYear: FiscalYear | null
  readonly lastYear: FiscalYear | null
  readonly summary: string
  readonly note: string
  readonly revision: number
  readonly fundIds: readonly FundId[]
  readonly grants: readonly GrantOfPlan[]
}

/** A 校区 with its plans, the newest first. */
export interface DistrictRow {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly plans: readonly DistrictPlanRow[]
}

export interface DistrictPlans {
  readonly districts: readonly DistrictRow[]
  /** Every fund, closed ones included. */
  readonly funds: readonly FundOfPlan[]
}

/** Every 校区 in use, and those out of use that have a plan, in the order of their codes: as they are, or were at a moment. */
export async function listDistrictPlans(deps: Deps, at: ReportMoment = ofNow): Promise<DistrictPlans> {
  const year = fiscalYearOf(localDateInTokyo(at.moment ?? deps.now()))
  const ground = groundAt(deps.db, groundMomentOf(at))
  const [districts, funds] = await Promise.all([ground.pool.query<DistrictRow>(districtSql), listFundStandings(deps, at)])
  return {
    districts: districts.rows,
    funds: funds.map(({ fundId, name, closedOn, movements }) => ({ fundId, name, isClosed: closedOn !== null, balanceYen: fundStanding(movements, year).balanceYen })),
  }
}

/** 助成 that can be linked to a plan, the newest first: those whose project, call or applicant holds the words that are typed. */
export async function lookUpGrants({ db }: Deps, { text }: { readonly text: string }): Promise<(GrantOfPlan & { readonly applicantName: string })[]> {
  const { rows } = await db.pool.query<GrantOfPlan & { applicantName: string }>(lookupSql, [text])
  return rows
}

/** 校区 stand directly below the root. */
const districtSql = `
  SELECT a.id AS "areaId", a.code, a.name, x.plans
  FROM area a JOIN area root ON root.id = a.parent_id AND root.parent_id IS NULL
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('districtPlanId', p.id, 'name', p.name, 'planState', p.state, 'firstYear', p.first_year, 'lastYear', p.last_year,
        'summary', p.summary, 'note', coalesce(p.note, ''), 'revision', p.revision, 'fundIds', f.ids, 'grants', g.grants) ORDER BY p.last_year DESC NULLS FIRST, p.name), '[]') AS plans
    FROM district_plan p
    CROSS JOIN LATERAL (SELECT coalesce(json_agg(l.fund_id ORDER BY u.code), '[]') AS ids FROM district_plan_fund l JOIN fund u ON u.id = l.fund_id WHERE l.district_plan_id = p.id) f
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('applicationId', t.id, 'callId', c.id, 'callName', c.name, 'fiscalYear', c.fiscal_year, 'projectName', t.project_name,
          'awardedYen', d.awarded_yen) ORDER BY c.fiscal_year DESC, c.name, t.application_number), '[]') AS grants
      FROM district_plan_grant l JOIN grant_application t ON t.id = l.grant_application_id JOIN grant_call c ON c.id = t.call_id
        LEFT JOIN grant_decision d ON d.application_id = t.id
      WHERE l.district_plan_id = p.id) g
    WHERE p.area_id = a.id) x
  WHERE a.closed_on IS NULL OR json_array_length(x.plans) > 0
  ORDER BY a.code`

const lookupSql = `
  SELECT t.id AS "applicationId", c.id AS "callId", c.name AS "callName", c.fiscal_year AS "fiscalYear", t.project_name AS "projectName", d.awarded_yen AS "awardedYen",
    s.name AS "applicantName"
  FROM grant_application t JOIN grant_call c ON c.id = t.call_id JOIN supporter s ON s.id = t.supporter_id LEFT JOIN grant_decision d ON d.application_id = t.id
  WHERE t.withdrawn_on IS NULL AND ($1 = '' OR position($1 IN t.project_name || ' ' || c.name || ' ' || s.name) > 0)
  ORDER BY c.fiscal_year DESC, c.name, t.application_number LIMIT 20`
