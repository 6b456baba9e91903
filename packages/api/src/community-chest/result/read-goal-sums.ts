import type { GroundDb } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, CampaignId, CollectionMethodId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { digest } from './collected-sums.ts'

/** The two margins of the goals of some campaigns together, in yen. */
export interface GoalSums {
  readonly methods: ReadonlyMap<CollectionMethodId, number>
  readonly areas: ReadonlyMap<AreaId, number>
}

/** The goals of some campaigns, from memory until any goal is saved. */
export function readGoalSums(db: GroundDb, campaignIds: readonly CampaignId[], version: number): Promise<GoalSums> {
  return keptAnswer(db, { question: ['chest goals', digest(campaignIds)], version }, () => countGoals(db, campaignIds))
}

/** What the goals of each of a year's campaigns come to, in yen: all that an earlier year needs. Kept in the same way. */
export function readGoalTotals(db: GroundDb, year: FiscalYear, version: number): Promise<ReadonlyMap<CampaignId, Yen>> {
  return keptAnswer(db, { question: ['chest goal totals', year], version }, async () => {
    const { rows } = await db.pool.query<{ campaignId: CampaignId; goalYen: number }>(
      `SELECT g.campaign_id AS "campaignId", sum(g.target_yen)::bigint AS "goalYen"
        FROM campaign_goal_total g JOIN campaign c ON c.id = g.campaign_id
        WHERE c.fiscal_year = $1 AND g.collection_method_id IS NOT NULL GROUP BY 1`,
      [year],
    )
    return new Map(rows.map(({ campaignId, goalYen }) => [campaignId, yenFromColumn(goalYen)]))
  })
}

interface MarginRow {
  /** One of the two is null. */
  readonly methodId: CollectionMethodId | null
  readonly areaId: AreaId | null
  readonly goalYen: number
}

async function countGoals(db: GroundDb, campaignIds: readonly CampaignId[]): Promise<GoalSums> {
  const { rows } = await db.pool.query<MarginRow>(
    `SELECT collection_method_id AS "methodId", area_id AS "areaId", sum(target_yen)::bigint AS "goalYen"
      FROM campaign_goal_total WHERE campaign_id = ANY($1::uuid[]) GROUP BY collection_method_id, area_id`,
    [campaignIds],
  )
  return {
    methods: new Map(rows.flatMap(({ methodId, goalYen }) => (methodId === null ? [] : [[methodId, goalYen] as const]))),
    areas: new Map(rows.flatMap(({ areaId, goalYen }) => (areaId === null ? [] : [[areaId, goalYen] as const]))),
  }
}
