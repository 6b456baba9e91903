import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, comparison, timed } from './timed-asking.ts'

/** Ten years of a council that looks at every call there is. */
const calls = 600
const applicationsPerCall = 2

/** 外部資金: every 募集 with its 申込 and what was received, for the first time and again, beside SQL that says the same row by row. */
export async function measureExternalFunds({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  await withClient(databaseUrl, layCalls)
  const api = await openApiClient(product.url)
  try {
    return await withClient(databaseUrl, async (client) => {
      const page = { procedure: 'externalFund.list', input: {} }
      // The program itself should have run before.
      await ask(api, { procedure: 'externalFund.countDeadlines', input: undefined })
      const startedAt = performance.now()
      await ask(api, page)
      const first = performance.now() - startedAt
      const measured = await mediansOfRounds(rounds, { bare: timed(() => bareList(client)), again: timed(() => ask(api, page)) })
      const of = (when: string) => `${calls} calls of others with ${calls * applicationsPerCall} applications ${when}`
      return [
        comparison(of('for the first time'), { ours: first, limit: measured.bare, aim: 80 }),
        comparison(of('again'), { ours: measured.again, limit: measured.bare, aim: 80 }),
      ]
    })
  } finally {
    api.close()
  }
}

/** What a run before has laid is left as it is. */
async function layCalls(client: pg.Client): Promise<void> {
  await client.query(`
    WITH laid AS (
      INSERT INTO external_call (id, name, funder, kind, theme, deadline_on, amount_yen)
        SELECT gen_random_uuid(), '計測の募集 ' || n, '財団 ' || n % 40, 'grant', '見守り', current_date - n * 6, 1000000 FROM generate_series(1, ${calls}) n
          WHERE NOT EXISTS (SELECT FROM external_call WHERE name = '計測の募集 1')
        RETURNING id, deadline_on)
    INSERT INTO external_application (id, call_id, project_name, requested_yen, state, applied_on)
      SELECT gen_random_uuid(), id, '事業 ' || n, 500000, 'applied', deadline_on FROM laid, generate_series(1, ${applicationsPerCall}) n`)
  await client.query('ANALYZE external_call, external_application')
}

async function bareList(client: pg.Client): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_external',
    text: `
      SELECT c.*, x.*, r.received_yen FROM external_call c LEFT JOIN external_application x ON x.call_id = c.id
          LEFT JOIN (SELECT application_id, sum(amount_yen) AS received_yen FROM external_receipt WHERE is_live GROUP BY 1) r ON r.application_id = x.id
        ORDER BY c.deadline_on DESC, c.name, c.id, x.applied_on`,
  })
  if (rows.length < calls * applicationsPerCall) throw new Error(`only ${rows.length} applications`)
}
