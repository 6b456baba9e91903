import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import { layDuesYears } from './dues-years.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { readPostLoad } from './post-load.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, comparison, timed, unchanged } from './timed-asking.ts'

const aim = 20

/** 納入状況 of 1,000 associations and 5,000 direct members in ten years of books: anew, after a post, and unchanged. */
export async function measureDuesProgress({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const { fiscalYear } = await withClient(databaseUrl, layDuesYears)
  const api = await openApiClient(product.url)
  const load = await readPostLoad(databaseUrl)
  const progress = { procedure: 'membershipDues.progress', input: { fiscalYear } }
  try {
    return await withClient(databaseUrl, async (client) => {
      const measured = await mediansOfRounds(rounds, {
        bare: timed(() => bareProgress(client, fiscalYear)),
        anew: timed(() => ask(api, progress), () => forgetKept(client)),
        afterPost: timed(() => ask(api, progress), () => api.post(load)),
        unchanged: unchanged(api, progress),
      })
      return [
        comparison('dues progress, all anew', { ours: measured.anew, limit: measured.bare, aim }),
        comparison('dues progress after a post', { ours: measured.afterPost, limit: measured.bare, aim }),
        comparison('dues progress unchanged (304)', { ours: measured.unchanged, limit: measured.bare, aim }),
      ]
    })
  } finally {
    api.close()
  }
}

/** As if a clerk had changed a request and an area: nothing that was kept of either may be used. */
async function forgetKept(client: pg.Client): Promise<void> {
  await client.query('UPDATE ground_version SET version = version + 1, dues_version = dues_version + 1')
}

/**
 * What somebody would write by hand for this one page: raw postings by area and kind, this year and last to the same
 * day, beside what was asked and how many of the members asked have paid.
 */
async function bareProgress(client: pg.Client, fiscalYear: number): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_progress',
    text: `
      WITH received AS (
        SELECT area_id, dues_kind_id, -sum(amount_yen) FILTER (WHERE dues_year = $1) AS yen,
            sum(count) FILTER (WHERE dues_year = $1) AS count, -sum(amount_yen) FILTER (WHERE dues_year = $1 - 1) AS last_yen
          FROM posting WHERE funding_source_id IS NOT NULL
            AND (dues_year = $1::int AND entry_date <= current_date OR dues_year = $1::int - 1 AND entry_date <= current_date - interval '1 year')
          GROUP BY 1, 2),
      asked AS (
        SELECT e.area_id, r.dues_kind_id, sum(e.households) AS households, count(e.membership_id) AS members, sum(e.expected_yen) AS yen,
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM posting p JOIN membership m ON m.supporter_id = p.supporter_id
              WHERE m.id = e.membership_id AND p.dues_year = $1::int AND p.dues_kind_id = r.dues_kind_id)) AS paid_members
          FROM dues_request r JOIN dues_expectation e ON e.request_id = r.id WHERE r.fiscal_year = $1::int GROUP BY 1, 2)
      SELECT * FROM received FULL JOIN asked ON coalesce(asked.area_id, '${nowhere}') = coalesce(received.area_id, '${nowhere}')
          AND asked.dues_kind_id = received.dues_kind_id
        LEFT JOIN area a ON a.id = coalesce(received.area_id, asked.area_id)`,
    values: [fiscalYear],
  })
  if (rows.length < 1_000) throw new Error(`only ${rows.length} lines of progress`)
}

const nowhere = '00000000-0000-0000-0000-000000000000'
