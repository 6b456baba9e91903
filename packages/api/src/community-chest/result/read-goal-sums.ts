import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, CampaignId, CollectionMethodId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { keptAnswer } from '../../ledger/kept-answers.ts'

/** The two margins of a campaign's goals, in yen. */
export interface GoalsOfCampaign {
  readonly methods: ReadonlyMap<CollectionMethodId, number>
  readonly areas: ReadonlyMap<AreaId, number>
}

/** The goals of a year's campaigns, from memory until any goal is saved. */
export function readGoalSums(db: Db, year: FiscalYear, version: number): Promise<ReadonlyMap<CampaignId, GoalsOfCampaign>> {
  return keptAnswer(db, { question: ['chest goals', year], version }, () => countGoals(db, year))
}

/** What the goals of each of a year's campaigns come to, in yen: all that an earlier year needs. Kept in the same way. */
export function readGoalTotals(db: Db, year: FiscalYear, version: number): Promise<ReadonlyMap<CampaignId, Yen>> {
  return keptAnswer(db, { question: ['chest goal totals', year], version }, async () => {
    const { rows } = await db.pool.query<{ campaignId: CampaignId; goalYen: number }>(
      `SELECT g.campaign_id AS "campaignId", sum(g.target_yen)::bigint AS "goalYen"
        FROM campaign_goal g JOIN campaign c ON c.id = g.campaign_id WHERE c.fiscal_year = $1 GROUP BY 1`,
      [year],
    )
    return new Map(rows.map(({ campaignId, goalYen }) => [campaignId, yenFromColumn(goalYen)]))
  })
}

interface MarginRow {
  readonly campaignId: CampaignId
  /** One of the two is null. */
  readonly methodId: CollectionMethodId | null
  readonly areaId: AreaId | null
  readonly goalYen: number
}

async function countGoals(db: Db, year: FiscalYear): Promise<ReadonlyMap<CampaignId, GoalsOfCampaign>> {
  const { rows } = await db.pool.query<MarginRow>(
    `SELECT g.campaign_id AS "campaignId", g.collection_method_id AS "methodId", g.area_id AS "areaId", sum(g.target_yen)::bigint AS "goalYen"
      FROM campaign_goal g JOIN campaign c ON c.id = g.campaign_id WHERE c.fiscal_year = $1
      GROUP BY GROUPING SETS ((g.campaign_id, g.collection_method_id), (g.campaign_id, g.area_id))`,
    [year],
  )
  const goals = new Map<CampaignId, { methods: Map<CollectionMethodId, number>; areas: Map<AreaId, number> }>()
  for (const { campaignId, methodId, areaId, goalYen } of rows) {
    const sum = goals.get(campaignId) ?? { methods: new Map(), areas: new Map() }
    goals.set(campaignId, sum)
    if (methodId !== null) sum.methods.set(methodId, goalYen)
    if (areaId !== null) sum.areas.set(areaId, goalYen)
  }
  return goals
}
