import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import { layChestYears, layMoreSlips } from './chest-years.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, comparison, timed } from './timed-asking.ts'

const aim = 100
const postings = 1_000_000

/** 預り金 of ten drives, all of it still held, with a million postings in the books: what is held of each and since when. */
export async function measureCustody({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const fiscalYear = await withClient(databaseUrl, async (client) => {
    const laid = await layChestYears(client)
    await layMoreSlips(client, { fiscalYear: laid.fiscalYear, postings })
    return laid.fiscalYear
  })
  const api = await openApiClient(product.url)
  try {
    return await withClient(databaseUrl, async (client) => {
      const { bare, ours } = await mediansOfRounds(rounds, {
        bare: timed(() => bareCustody(client, fiscalYear)),
        ours: timed(() => ask(api, { procedure: 'communityChest.remittance.custody', input: { fiscalYear } })),
      })
      return [comparison('custody of ten drives', { ours, limit: bare, aim })]
    })
  } finally {
    api.close()
  }
}

/**
 * What somebody would write by hand from the postings: per drive what came in and went out, and the day of the oldest yen
 * that is still held, by sums running over the days.
 */
async function bareCustody(client: pg.Client, fiscalYear: number): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_custody',
    text: `
      WITH day AS (
        SELECT p.campaign_id, p.entry_date, -sum(p.amount_yen) FILTER (WHERE p.funding_source_id IS NOT NULL) AS received,
            sum(p.amount_yen) FILTER (WHERE p.funding_source_id IS NULL) AS passed_on
          FROM posting p JOIN campaign c ON c.id = p.campaign_id AND p.account_id = c.custody_account_id
          WHERE c.fiscal_year = $1 OR (c.fiscal_year < $1 AND c.closed_on IS NULL) GROUP BY 1, 2),
      drive AS (SELECT campaign_id, sum(received) AS received, sum(passed_on) AS passed_on FROM day GROUP BY 1),
      running AS (SELECT campaign_id, entry_date, sum(received) OVER (PARTITION BY campaign_id ORDER BY entry_date) AS so_far FROM day)
      SELECT c.id, c.name, d.received, d.passed_on, (SELECT min(r.entry_date) FROM running r WHERE r.campaign_id = c.id AND r.so_far > coalesce(d.passed_on, 0)) AS since
        FROM campaign c JOIN drive d ON d.campaign_id = c.id ORDER BY c.fiscal_year DESC, c.code`,
    values: [fiscalYear],
  })
  if (rows.length < 10) throw new Error(`only ${rows.length} drives hold anything`)
}
