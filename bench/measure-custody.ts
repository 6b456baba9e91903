import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { type PastMoment, pastMoments } from './past-moments.ts'
import { readPostLoad } from './post-load.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, asksPerRound, comparison, timed } from './timed-asking.ts'

const aim = 80
const laterEntries = 3_000

/**
 * 預り金 with a million postings in the books and three drives a year for ten years, none of them closed: what is held of each and
 * since when, for the first time, after a post, and as of a moment not asked for before.
 */
export async function measureCustody({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const api = await openApiClient(product.url)
  const load = await readPostLoad(databaseUrl)
  try {
    return await withClient(databaseUrl, async (client) => {
      const { rows: [last] } = await client.query<{ year: number }>('SELECT max(fiscal_year) AS year FROM campaign')
      if (last === undefined) throw new Error('there are no drives')
      const fiscalYear = last.year
      const moments = await pastMoments(client, { count: 2 * (1 + rounds * asksPerRound), laterEntries })
      const question = (postedUntil?: string) => ({ procedure: 'communityChest.remittance.custody', input: { fiscalYear, postedUntil } })
      // The program itself should have run before.
      await ask(api, question(moments.next().moment))
      const startedAt = performance.now()
      await ask(api, question())
      const first = performance.now() - startedAt
      const measured = await mediansOfRounds(rounds, {
        bareNow: timed(() => bareCustody(client, fiscalYear)),
        now: timed(() => ask(api, question()), () => api.post(load)),
        barePast: timed(() => bareCustody(client, fiscalYear, moments.next())),
        past: timed(() => ask(api, question(moments.next().moment))),
      })
      const since = `${moments.laterPostings.toLocaleString('en')} postings since`
      return [
        comparison('custody of thirty drives for the first time', { ours: first, limit: measured.bareNow, aim }),
        comparison('custody of thirty drives after a post', { ours: measured.now, limit: measured.bareNow, aim }),
        comparison(`custody of thirty drives as of a moment not asked for before, ${since}`, { ours: measured.past, limit: measured.barePast, aim }),
      ]
    })
  } finally {
    api.close()
  }
}

/**
 * What somebody would write by hand from the postings: per drive what came in and went out, and the day of the oldest yen
 * that is still held, by sums running over the days; as of a moment without what was posted later.
 */
async function bareCustody(client: pg.Client, fiscalYear: number, past?: PastMoment): Promise<void> {
  const until = past === undefined ? '' : 'JOIN journal_entry e ON e.id = p.entry_id AND e.posted_at <= $2'
  const { rows } = await client.query({
    name: past === undefined ? 'bare_custody' : 'bare_custody_past',
    text: `
      WITH day AS (
        SELECT p.campaign_id, p.entry_date, -sum(p.amount_yen) FILTER (WHERE p.funding_source_id IS NOT NULL) AS received,
            sum(p.amount_yen) FILTER (WHERE p.funding_source_id IS NULL) AS passed_on
          FROM posting p JOIN campaign c ON c.id = p.campaign_id AND p.account_id = c.custody_account_id ${until}
          WHERE c.fiscal_year = $1 OR (c.fiscal_year < $1 AND c.closed_on IS NULL) GROUP BY 1, 2),
      drive AS (SELECT campaign_id, sum(received) AS received, sum(passed_on) AS passed_on FROM day GROUP BY 1),
      running AS (SELECT campaign_id, entry_date, sum(received) OVER (PARTITION BY campaign_id ORDER BY entry_date) AS so_far FROM day)
      SELECT c.id, c.name, d.received, d.passed_on, (SELECT min(r.entry_date) FROM running r WHERE r.campaign_id = c.id AND r.so_far > coalesce(d.passed_on, 0)) AS since
        FROM campaign c JOIN drive d ON d.campaign_id = c.id ORDER BY c.fiscal_year DESC, c.code`,
    values: past === undefined ? [fiscalYear] : [fiscalYear, past.moment],
  })
  if (rows.length < 20) throw new Error(`only ${rows.length} drives hold anything`)
}
