import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import { layChestYears } from './chest-years.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { readPostLoad } from './post-load.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, comparison, timed, unchanged } from './timed-asking.ts'

const aim = 100

/** 募金実績 of ten drives over 1,000 自治会 and ten methods, beside last year: of a day that nobody asked for before, anew, after a post, and unchanged. */
export async function measureResults({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const { fiscalYear } = await withClient(databaseUrl, layChestYears)
  const api = await openApiClient(product.url)
  const load = await readPostLoad(databaseUrl)
  const result = { procedure: 'communityChest.result.table', input: { fiscalYear, years: 1 } }
  let daysAhead = 0
  const neverAsked = () => {
    daysAhead += 1
    const until = new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10)
    return ask(api, { ...result, input: { ...result.input, until } })
  }
  try {
    return await withClient(databaseUrl, async (client) => {
      const measured = await mediansOfRounds(rounds, {
        bare: timed(() => bareResult(client, fiscalYear)),
        counted: timed(neverAsked),
        anew: timed(() => ask(api, result), () => forgetKept(client)),
        afterPost: timed(() => ask(api, result), () => api.post(load)),
        unchanged: unchanged(api, result),
      })
      const against = (ours: number) => ({ ours, limit: measured.bare, aim })
      return [
        comparison('results of a day not asked for before', against(measured.counted)),
        comparison('results, ground and goals anew', against(measured.anew)),
        comparison('results after a post', against(measured.afterPost)),
        comparison('results unchanged (304)', against(measured.unchanged)),
      ]
    })
  } finally {
    api.close()
  }
}

/** As if a clerk had changed an area and a goal: nothing that was kept of either may be used. */
async function forgetKept(client: pg.Client): Promise<void> {
  await client.query('UPDATE ground_version SET version = version + 1, goal_version = goal_version + 1')
}

/** What somebody would write by hand for this one page: raw postings by method and by area, this year and last to the same day, and the goals. */
async function bareResult(client: pg.Client, fiscalYear: number): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_result',
    text: `
      SELECT c.fiscal_year, p.collection_method_id, p.area_id, -sum(p.amount_yen) AS yen, sum(p.count) AS count
        FROM posting p JOIN campaign c ON c.id = p.campaign_id
        WHERE p.funding_source_id IS NOT NULL AND c.drive <> 'other'
          AND (c.fiscal_year = $1 AND p.entry_date <= current_date OR c.fiscal_year = $1 - 1 AND p.entry_date <= current_date - interval '1 year')
        GROUP BY GROUPING SETS ((c.fiscal_year, p.collection_method_id), (c.fiscal_year, p.area_id))
      UNION ALL
      SELECT NULL, g.collection_method_id, g.area_id, sum(g.target_yen), 0
        FROM campaign_goal g JOIN campaign c ON c.id = g.campaign_id WHERE c.fiscal_year = $1
        GROUP BY GROUPING SETS ((g.collection_method_id), (g.area_id))`,
    values: [fiscalYear],
  })
  if (rows.length < 3_000) throw new Error(`only ${rows.length} lines of results`)
}
