import { householdsByArea } from '@sasaeai/domain/area/households-of-area'
import { householdsOfYear } from '@sasaeai/domain/area/households-of-year'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { GoalSheetWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import type { GoalArea, GoalMethod } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import type { AreaId, CampaignId } from '@sasaeai/domain/ids'
import { listHouseholds } from '../../area/area-queries.ts'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { readGroundData, readVersions } from '../../ledger/read-ground-data.ts'

/** The goals of a drive by area and method, from memory until goals or the council's own tables change; null where there is no such drive. */
export async function readGoalSheet(deps: Deps, campaignId: CampaignId): Promise<GoalSheetWire | null> {
  const { ground, goals } = await readVersions(deps.db)
  // Both only ever rise, and so does their sum.
  return keptAnswer(deps.db, { question: ['goal sheet', campaignId], version: ground + goals }, () => loadGoalSheet(deps, campaignId, ground))
}

interface CampaignRow extends Pick<GoalSheetWire, 'campaignId' | 'name' | 'fiscalYear' | 'goalRevision' | 'goalYen' | 'goalPublishedOn' | 'suggestedYen' | 'stepYen'> {
  readonly methods: readonly GoalMethod[]
}

interface GoalRows {
  readonly areaId: AreaId
  readonly places: readonly number[]
  readonly amounts: readonly number[]
}

async function loadGoalSheet(deps: Deps, campaignId: CampaignId, groundVersion: number): Promise<GoalSheetWire | null> {
  const { pool } = deps.db
  const { rows: [campaign] } = await pool.query<CampaignRow>({ name: 'goal-sheet-campaign', text: campaignSql, values: [campaignId] })
  if (campaign === undefined) return null
  const [{ rows }, areas] = await Promise.all([
    pool.query<GoalRows>({ name: 'goal-sheet', text: goalsSql, values: [campaignId, campaign.methods.map(({ methodId }) => methodId)] }),
    readGoalAreas(deps, campaign.fiscalYear, groundVersion),
  ])
  const width = campaign.methods.length
  const goals = rows.map(({ areaId, places, amounts }): [AreaId, number[]] => [areaId, spread(width, places, amounts)])
  const withGoals = new Set(rows.map(({ areaId }) => areaId))
  return { ...campaign, areas: areas.flatMap(({ isOffered, area }) => (isOffered || withGoals.has(area.areaId) ? [area] : [])), goals }
}

/** Amounts at their places, 0 elsewhere. */
function spread(width: number, places: readonly number[], amounts: readonly number[]): number[] {
  const all = Array.from({ length: width }, () => 0)
  for (const [index, place] of places.entries()) all[place] = amounts[index] ?? 0
  return all
}

const lowestDepth = 2

/** Every area with its households; offered are those in use down to the 自治会, and any above them. */
async function readGoalAreas(deps: Deps, year: number, groundVersion: number): Promise<{ readonly area: GoalArea; readonly isOffered: boolean }[]> {
  const [{ areas }, counts] = await Promise.all([readGroundData(deps.db, groundVersion), listHouseholds(deps, fiscalYear(year))])
  const households = householdsByArea(areas, householdsOfYear(counts)?.counts ?? new Map())
  const depthOf = (areaId: AreaId): number => {
    const parentId = areas.get(areaId)?.parentId ?? null
    return parentId === null ? 0 : depthOf(parentId) + 1
  }
  return [...areas].map(([areaId, { code, name, parentId, isClosed }]) => ({
    area: { areaId, code, name, parentId, households: households.get(areaId) ?? null },
    isOffered: !isClosed && depthOf(areaId) <= lowestDepth,
  }))
}

/** Methods in use, and those that the drive has goals for. */
const campaignSql = `
  SELECT c.id AS "campaignId", c.name, c.fiscal_year AS "fiscalYear", c.goal_revision AS "goalRevision", c.goal_yen AS "goalYen",
      c.goal_published_on AS "goalPublishedOn", c.suggested_yen AS "suggestedYen", r.goal_step_yen AS "stepYen",
      (SELECT coalesce(json_agg(json_build_object('methodId', m.id, 'name', m.name, 'countMeaning', m.count_meaning) ORDER BY m.code), '[]')
        FROM collection_method m
        WHERE m.closed_on IS NULL OR EXISTS (SELECT FROM campaign_goal g WHERE g.campaign_id = c.id AND g.collection_method_id = m.id)) AS methods
    FROM campaign c CROSS JOIN community_chest_rules r WHERE c.id = $1`

const goalsSql = `
  SELECT g.area_id AS "areaId", array_agg(m.place - 1)::int[] AS places, array_agg(g.target_yen)::float8[] AS amounts
    FROM campaign_goal g JOIN unnest($2::uuid[]) WITH ORDINALITY AS m(id, place) ON m.id = g.collection_method_id
    WHERE g.campaign_id = $1 GROUP BY g.area_id`
