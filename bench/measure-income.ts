import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { pastMoments } from './past-moments.ts'
import { readPostLoad } from './post-load.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, asksPerRound, comparison, timed } from './timed-asking.ts'

const yearsShown = 10
const laterEntries = 3_000

/** 財源の構成 of ten years: for the first time, after a post, again, and as of moments not asked for before. */
export async function measureIncome({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const api = await openApiClient(product.url)
  const load = await readPostLoad(databaseUrl)
  try {
    return await withClient(databaseUrl, async (client) => {
      await client.query(`SET work_mem = '128MB'`)
      const span = { first: load.fiscalYear - yearsShown + 1, last: load.fiscalYear }
      const page = { procedure: 'income.years', input: span }
      const moments = await pastMoments(client, { count: 1 + rounds * asksPerRound, laterEntries })
      // The program itself should have run before.
      await ask(api, { ...page, input: { ...span, asOf: moments.next().moment } })
      const startedAt = performance.now()
      await ask(api, page)
      const first = performance.now() - startedAt
      const measured = await mediansOfRounds(rounds, {
        bare: timed(() => bareIncome(client, span)),
        afterPost: timed(() => ask(api, page), () => api.post(load)),
        again: timed(() => ask(api, page)),
        barePast: timed(() => bareIncomeAt(client, span)),
        past: timed(() => ask(api, { ...page, input: { ...span, asOf: moments.next().moment } })),
      })
      const of = (when: string) => `income of ${yearsShown} years ${when}`
      return [
        comparison(of('for the first time'), { ours: first, limit: measured.bare, aim: 80 }),
        comparison(of('after a post'), { ours: measured.afterPost, limit: measured.bare, aim: 80 }),
        comparison(of('again'), { ours: measured.again, limit: measured.bare, aim: 80 }),
        comparison(of(`as of a moment not asked for before, ${moments.laterPostings.toLocaleString('en')} postings since`), {
          ours: measured.past, limit: measured.barePast, aim: 80,
        }),
      ]
    })
  } finally {
    api.close()
  }
}

interface Span {
  readonly first: number
  readonly last: number
}

/** By hand over raw postings: every year by account and source, and what was told beside them. */
async function bareIncome(client: pg.Client, { first, last }: Span): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_income',
    text: `
      SELECT fiscal_year, account_id, funding_source_id, -sum(amount_yen) AS yen FROM posting
        WHERE fiscal_year BETWEEN $1::int AND $2::int GROUP BY 1, 2, 3
      UNION ALL
      SELECT * FROM (SELECT DISTINCT ON (fiscal_year, line_id, kind) fiscal_year, line_id, NULL::uuid, amount_yen
        FROM income_total WHERE fiscal_year BETWEEN $1::int AND $2::int ORDER BY fiscal_year, line_id, kind, recorded_at DESC) told`,
    values: [first, last],
  })
  if (rows.length < 20) throw new Error(`only ${rows.length} lines of income`)
}

/** The same of the entries up to a moment: every moment costs as much. */
async function bareIncomeAt(client: pg.Client, { first, last }: Span): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_income_at',
    text: `
      SELECT p.fiscal_year, p.account_id, p.funding_source_id, -sum(p.amount_yen) AS yen FROM posting p JOIN journal_entry e ON e.id = p.entry_id
        WHERE p.fiscal_year BETWEEN $1::int AND $2::int AND e.posted_at <= now() - interval '1 hour' GROUP BY 1, 2, 3`,
    values: [first, last],
  })
  if (rows.length < 20) throw new Error(`only ${rows.length} lines of income`)
}
