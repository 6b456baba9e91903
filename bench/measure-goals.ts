import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import { layChestYears } from './chest-years.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, comparison, timed } from './timed-asking.ts'

const aim = 100

/** 目標額 of one of ten drives over 1,000 自治会 and ten methods: anew, as after a change of areas and goals, and kept. */
export async function measureGoals({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const campaignId = await withClient(databaseUrl, async (client) => firstDrive(client, (await layChestYears(client)).fiscalYear))
  const api = await openApiClient(product.url)
  const sheet = { procedure: 'communityChest.goal.sheet', input: { campaignId } }
  try {
    return await withClient(databaseUrl, async (client) => {
      const measured = await mediansOfRounds(rounds, {
        bare: timed(() => bareGoals(client, campaignId)),
        anew: timed(() => ask(api, sheet), () => forgetKept(client)),
        kept: timed(() => ask(api, sheet)),
      })
      return [
        comparison('goals of a drive, all anew', { ours: measured.anew, limit: measured.bare, aim }),
        comparison('goals of a drive, kept', { ours: measured.kept, limit: measured.bare, aim }),
      ]
    })
  } finally {
    api.close()
  }
}

async function firstDrive(client: pg.Client, fiscalYear: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM campaign WHERE fiscal_year = $1 AND code = 'b0'`, [fiscalYear])
  const [drive] = rows
  if (drive === undefined) throw new Error('the drives were not laid')
  return drive.id
}

/** As if a clerk had changed an area and a goal: nothing that was kept of either may be used. */
async function forgetKept(client: pg.Client): Promise<void> {
  await client.query('UPDATE ground_version SET version = version + 1, goal_version = goal_version + 1')
}

/** What somebody would write by hand for this one page: the goals of the drive beside areas, methods and households. */
async function bareGoals(client: pg.Client, campaignId: string): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_goals',
    text: `
      SELECT a.id, a.code, a.name, a.parent_id, h.households, g.collection_method_id, g.target_yen
        FROM area a LEFT JOIN campaign_goal g ON g.area_id = a.id AND g.campaign_id = $1
          LEFT JOIN campaign c ON c.id = $1
          LEFT JOIN area_household h ON h.area_id = a.id AND h.fiscal_year = c.fiscal_year AND h.basis = 'association_membership'
        WHERE a.closed_on IS NULL ORDER BY a.code`,
    values: [campaignId],
  })
  if (rows.length < 10_000) throw new Error(`only ${rows.length} cells of goals`)
}
