import type { GoalSheetWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import type { AreaId, CampaignId, CollectionMethodId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { readGoalSheet } from './goal-sheet-query.ts'

/** What goals can be shared out by besides households; null where the year before had no such drive. */
export interface GoalBasis {
  readonly goals: GoalSheetWire['goals'] | null
  readonly results: GoalSheetWire['goals'] | null
}

interface CollectedRow {
  readonly areaId: AreaId | null
  readonly methodId: CollectionMethodId
  readonly amountYen: number
}

/** Last year's goals and results of the drive of the same code and kind, in the order of this year's methods. */
export async function readGoalBasis(deps: Deps, campaignId: CampaignId): Promise<GoalBasis> {
  const [sheet, before] = await Promise.all([readGoalSheet(deps, campaignId), campaignBefore(deps, campaignId)])
  if (sheet === null || before === null) return { goals: null, results: null }
  const [last, { rows }] = await Promise.all([
    readGoalSheet(deps, before),
    deps.db.pool.query<CollectedRow>({ name: 'goal-basis', text: collectedSql, values: [before] }),
  ])
  const placeOf = new Map(sheet.methods.map(({ methodId }, place) => [methodId, place]))
  const rootId = sheet.areas.find(({ parentId }) => parentId === null)?.areaId
  const results = new Map<AreaId, number[]>()
  for (const { areaId, methodId, amountYen } of rows) {
    const place = placeOf.get(methodId)
    const at = areaId ?? rootId
    if (place === undefined || at === undefined) continue
    const amounts = results.get(at) ?? sheet.methods.map(() => 0)
    results.set(at, amounts.with(place, (amounts[place] ?? 0) + amountYen))
  }
  return { goals: last === null ? null : inOrderOf(placeOf, last), results: [...results] }
}

/** The methods of last year may stand in another order, or be closed by now. */
function inOrderOf(placeOf: ReadonlyMap<CollectionMethodId, number>, { goals, methods }: GoalSheetWire): GoalSheetWire['goals'] {
  return goals.map(([areaId, amounts]) => {
    const ordered = Array.from({ length: placeOf.size }, () => 0)
    for (const [index, { methodId }] of methods.entries()) {
      const place = placeOf.get(methodId)
      if (place !== undefined) ordered[place] = amounts[index] ?? 0
    }
    return [areaId, ordered]
  })
}

async function campaignBefore({ db }: Deps, campaignId: CampaignId): Promise<CampaignId | null> {
  const { rows } = await db.pool.query<{ id: CampaignId }>(
    `SELECT old.id FROM campaign c JOIN campaign old ON old.fiscal_year = c.fiscal_year - 1 AND old.code = c.code AND old.drive = c.drive
      WHERE c.id = $1`,
    [campaignId],
  )
  return rows[0]?.id ?? null
}

/** Money below the 自治会 counts for its 自治会, where goals are set. */
const collectedSql = `
  WITH RECURSIVE walk AS (
    SELECT id, id AS place_id, 0 AS depth FROM area WHERE parent_id IS NULL
    UNION ALL
    SELECT a.id, CASE WHEN walk.depth < 2 THEN a.id ELSE walk.place_id END, walk.depth + 1 FROM area a JOIN walk ON a.parent_id = walk.id
  )
  SELECT walk.place_id AS "areaId", t.collection_method_id AS "methodId", (-sum(t.amount_yen))::bigint AS "amountYen"
    FROM funding_year_total t LEFT JOIN walk ON walk.id = t.area_id
    WHERE t.campaign_id = $1 AND t.funding_source_id IS NOT NULL AND t.collection_method_id IS NOT NULL
    GROUP BY 1, 2`
