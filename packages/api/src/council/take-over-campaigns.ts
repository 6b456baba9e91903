import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CopiedGoals } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import type { Deps } from '../deps.ts'

/** How many drives were added, and how many drives were given goals. */
export interface TakenOverCampaigns {
  readonly campaigns: number
  readonly withGoals: number
}

interface CampaignCopy {
  readonly from: number
  readonly to: FiscalYear
  readonly goals: CopiedGoals
}

/**
 * Takes over the drives of one fiscal year to another, with their windows on the same days: those whose code is missing
 * there, closed ones included, because a drive that was handed over in full is closed. Goals go to drives that have none
 * yet. What stands there stays, so that copying twice copies nothing the second time.
 */
export async function takeOverCampaigns(deps: Deps, tx: Tx, copy: CampaignCopy): Promise<TakenOverCampaigns> {
  const campaigns = await copyCampaigns(deps, tx, copy)
  const withGoals = copy.goals === 'none' ? 0 : await copyGoals(tx, copy)
  return { campaigns, withGoals }
}

async function copyCampaigns(deps: Deps, tx: Tx, { from, to }: CampaignCopy): Promise<number> {
  const [campaigns, taken] = await Promise.all([
    tx.campaign.findMany({ where: { fiscalYear: from } }),
    tx.campaign.findMany({ where: { fiscalYear: to }, select: { code: true } }),
  ])
  const takenCodes = new Set(taken.map(({ code }) => code))
  const { count } = await tx.campaign.createMany({
    data: campaigns
      .filter(({ code }) => !takenCodes.has(code))
      .map((campaign) => ({
        id: deps.newId(),
        fiscalYear: to,
        code: campaign.code,
        name: campaign.name,
        drive: campaign.drive,
        custodyAccountId: campaign.custodyAccountId,
        cashAccountId: campaign.cashAccountId,
        groupId: campaign.groupId,
        remittanceMode: campaign.remittanceMode,
        suggestedYen: campaign.suggestedYen,
        opensOn: toDateColumn(sameDayOfFiscalYear(fromDateColumn(campaign.opensOn), to)),
        closesOn: toDateColumn(sameDayOfFiscalYear(fromDateColumn(campaign.closesOn), to)),
      })),
  })
  return count
}

/** All in one statement: the goals of the areas, and the goal of the drive that they make up. */
async function copyGoals(tx: Tx, { from, to, goals }: CampaignCopy): Promise<number> {
  const lines = goals === 'goals' ? linesOfGoals : linesOfResults
  return tx.$executeRawUnsafe(`
    WITH pair AS (
      SELECT old.id AS old_id, new.id AS new_id, old.goal_yen AS old_goal FROM campaign old
        JOIN campaign new ON new.fiscal_year = $2::int AND new.code = old.code AND new.drive = old.drive
        WHERE old.fiscal_year = $1::int AND new.closed_on IS NULL AND new.goal_yen IS NULL
          AND NOT EXISTS (SELECT 1 FROM campaign_goal g WHERE g.campaign_id = new.id)
    ), line AS (${lines}), written AS (
      INSERT INTO campaign_goal (campaign_id, area_id, collection_method_id, target_yen)
        SELECT line.new_id, line.area_id, line.collection_method_id, line.yen FROM line
          JOIN area a ON a.id = line.area_id AND a.closed_on IS NULL
          JOIN collection_method m ON m.id = line.collection_method_id AND m.closed_on IS NULL
          WHERE line.yen > 0
        RETURNING campaign_id, target_yen
    ), sums AS (
      SELECT pair.new_id, coalesce(${goals === 'goals' ? 'pair.old_goal' : 'NULL'}, sum(written.target_yen))::bigint AS yen
        FROM pair LEFT JOIN written ON written.campaign_id = pair.new_id GROUP BY pair.new_id, pair.old_goal
    )
    UPDATE campaign c SET goal_yen = sums.yen, goal_revision = c.goal_revision + 1
      FROM sums WHERE sums.new_id = c.id AND sums.yen IS NOT NULL`, from, to)
}

const linesOfGoals = `
  SELECT pair.new_id, g.area_id, g.collection_method_id, g.target_yen AS yen
    FROM pair JOIN campaign_goal g ON g.campaign_id = pair.old_id`

/** Goals reach down to the areas right below the 校区; money without an area, or below them, counts for the nearest above. */
const linesOfResults = `
  SELECT pair.new_id, coalesce(place.place_id, root.id) AS area_id, t.collection_method_id, -sum(t.amount_yen)::bigint AS yen
    FROM pair JOIN funding_year_total t ON t.campaign_id = pair.old_id AND t.funding_source_id IS NOT NULL
      CROSS JOIN (SELECT id FROM area WHERE parent_id IS NULL) root
      LEFT JOIN (
        WITH RECURSIVE walk AS (
          SELECT id, id AS place_id, 0 AS depth FROM area WHERE parent_id IS NULL
          UNION ALL
          SELECT a.id, CASE WHEN walk.depth < 2 THEN a.id ELSE walk.place_id END, walk.depth + 1 FROM area a JOIN walk ON a.parent_id = walk.id
        ) SELECT id, place_id FROM walk
      ) place ON place.id = t.area_id
    WHERE t.collection_method_id IS NOT NULL
    GROUP BY 1, 2, 3`
