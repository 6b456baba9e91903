import type pg from 'pg'
import { layDuesYears } from './dues-years.ts'
import { openApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import { firstAsking } from './first-asking.ts'
import { layGiftYears } from './gift-years.ts'
import type { ListPlace } from './measure-list.ts'
import { pastMoments } from './past-moments.ts'
import { readPostLoad } from './post-load.ts'
import { registerSupporters } from './register-supporters.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, asksPerRound, comparison, timed, unchanged } from './timed-asking.ts'

const laterEntries = 3_000

/**
 * 経営のページ and なぜ増えた・減った over ten years, 46 校区 and 1,000 自治会: as the first question to a server, after a post, again,
 * unchanged, of a day and as of a moment not asked for before.
 */
export async function measureExecutive({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const { fiscalYear } = await withClient(databaseUrl, layDuesYears)
  const api = await openApiClient(product.url)
  const load = await readPostLoad(databaseUrl)
  const page = { procedure: 'executive.page', input: { fiscalYear } }
  const why = { procedure: 'executive.explanation', input: { fiscalYear, category: 'community_chest' } }
  let daysBack = 0
  // A day of the year that nobody has asked for.
  const neverAsked = (question: typeof page) => {
    daysBack += 1
    const asOf = new Date(Date.parse(load.entryDate) - daysBack * 86_400_000).toISOString().slice(0, 10)
    return ask(api, { ...question, input: { ...question.input, asOf } })
  }
  try {
    return await withClient(databaseUrl, async (client) => {
      // Who writes for one report gives it the memory that it wants.
      await client.query(`SET work_mem = '128MB'`)
      const moments = await pastMoments(client, { count: 1 + rounds * asksPerRound, laterEntries })
      const first = await firstAsking(databaseUrl, page, rounds)
      // The program itself should have run before.
      await ask(api, { ...page, input: { ...page.input, postedUntil: moments.next().moment } })
      await ask(api, page)
      await ask(api, why)
      const measured = await mediansOfRounds(rounds, {
        barePage: timed(() => barePage(client, fiscalYear, load.entryDate)),
        pageOfDay: timed(() => neverAsked(page)),
        pageAfterPost: timed(() => ask(api, page), () => api.post(load)),
        pageAgain: timed(() => ask(api, page)),
        pagePast: timed(() => ask(api, { ...page, input: { ...page.input, postedUntil: moments.next().moment } })),
        bareWhy: timed(() => bareWhy(client, fiscalYear, load.entryDate)),
        whyAfterPost: timed(() => ask(api, why), () => api.post(load)),
        whyUnchanged: unchanged(api, why),
      })
      return [
        comparison('executives’ page, the first question to a server', { ours: first, limit: measured.barePage, aim: 80 }),
        comparison('executives’ page of a day not asked for before', { ours: measured.pageOfDay, limit: measured.barePage, aim: 80 }),
        comparison(`executives’ page as of a moment not asked for before, ${moments.laterPostings.toLocaleString('en')} postings since`, {
          ours: measured.pagePast, limit: measured.barePage, aim: 80,
        }),
        comparison('executives’ page after a post', { ours: measured.pageAfterPost, limit: measured.barePage, aim: 20 }),
        comparison('executives’ page again', { ours: measured.pageAgain, limit: measured.barePage, aim: 20 }),
        comparison('difference by area and method after a post', { ours: measured.whyAfterPost, limit: measured.bareWhy, aim: 20 }),
        comparison('difference unchanged (304)', { ours: measured.whyUnchanged, limit: measured.bareWhy, aim: 20 }),
      ]
    })
  } finally {
    api.close()
  }
}

/** 寄附の継続 and the lists behind it, of 200,000 supporters with 300,000 gifts over three years. */
export async function measureRetention({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  await withClient(databaseUrl, registerSupporters)
  const { gifts } = await withClient(databaseUrl, layGiftYears)
  const api = await openApiClient(product.url)
  try {
    return await withClient(databaseUrl, async (client) => {
      await client.query(`SET work_mem = '128MB'`)
      const { rows: [last] } = await client.query<{ year: number }>('SELECT max(fiscal_year) AS year FROM kept_gift')
      const fiscalYear = last?.year ?? 0
      const retention = { procedure: 'executive.retention', input: { fiscalYear } }
      const list = (standing: string) => ({ procedure: 'executive.givers', input: { fiscalYear, standing } })
      const measured = await mediansOfRounds(rounds, {
        bare: timed(() => bareRetention(client, fiscalYear)),
        ours: timed(() => ask(api, retention)),
        bareList: timed(() => client.query({ name: 'bare_lybunt', text: bareLybunt, values: [fiscalYear] })),
        lybunt: timed(() => ask(api, list('lybunt'))),
        retained: timed(() => ask(api, list('retained'))),
      })
      const of = `${gifts.toLocaleString('en')} gifts`
      return [
        comparison(`${of}, retention of a year`, { ours: measured.ours, limit: measured.bare, aim: 20 }),
        comparison(`${of}, who gave last year but not this`, { ours: measured.lybunt, limit: measured.bareList, aim: 50 }),
        comparison(`${of}, who gave again`, { ours: measured.retained, limit: measured.bareList, aim: 50 }),
      ]
    })
  } finally {
    api.close()
  }
}

/** By hand over raw postings: both years to the day by source, drive, method and area, and the five years before by source. */
async function barePage(client: pg.Client, fiscalYear: number, day: string): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_executive',
    text: `
      SELECT fiscal_year, funding_source_id, campaign_id, collection_method_id, area_id, -sum(amount_yen) AS yen, sum(count) AS count, 0 AS whole
        FROM posting WHERE funding_source_id IS NOT NULL
          AND (fiscal_year = $1::int AND entry_date <= $2::date OR fiscal_year = $1::int - 1 AND entry_date <= ($2::date - interval '1 year')::date)
        GROUP BY GROUPING SETS ((fiscal_year, funding_source_id, campaign_id, collection_method_id), (fiscal_year, funding_source_id, campaign_id, area_id))
      UNION ALL
      SELECT fiscal_year, funding_source_id, campaign_id, NULL, NULL,
          -sum(amount_yen) FILTER (WHERE entry_date <= ($2::date - make_interval(years => $1::int - fiscal_year))::date), 0, -sum(amount_yen)
        FROM posting WHERE funding_source_id IS NOT NULL AND fiscal_year BETWEEN $1::int - 5 AND $1::int - 1
        GROUP BY fiscal_year, funding_source_id, campaign_id
      UNION ALL
      SELECT NULL, NULL, campaign_id, NULL, NULL, -sum(amount_yen), 0, 0 FROM posting WHERE campaign_id IS NOT NULL GROUP BY campaign_id`,
    values: [fiscalYear, day],
  })
  if (rows.length < 1_000) throw new Error(`only ${rows.length} lines for the page`)
}

/** By hand over raw postings: one category, both years to the day, by method and by area. */
async function bareWhy(client: pg.Client, fiscalYear: number, day: string): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_why',
    text: `
      SELECT p.fiscal_year, p.collection_method_id, p.area_id, -sum(p.amount_yen) AS yen, sum(p.count) AS count
        FROM posting p JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'community_chest'
          LEFT JOIN campaign c ON c.id = p.campaign_id
        WHERE c.drive IS DISTINCT FROM 'other'
          AND (p.fiscal_year = $1::int AND p.entry_date <= $2::date OR p.fiscal_year = $1::int - 1 AND p.entry_date <= ($2::date - interval '1 year')::date)
        GROUP BY GROUPING SETS ((p.fiscal_year, p.collection_method_id), (p.fiscal_year, p.area_id))`,
    values: [fiscalYear, day],
  })
  if (rows.length < 20) throw new Error(`only ${rows.length} lines of the difference`)
}

const gave = `
  gave AS MATERIALIZED (
    SELECT e.payer_id, e.fiscal_year FROM posting p JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'donation'
        JOIN journal_entry e ON e.id = p.entry_id
      WHERE e.payer_id IS NOT NULL GROUP BY e.payer_id, e.fiscal_year HAVING sum(p.amount_yen) < 0)`

/** By hand over raw postings: every giver's years put together, and counted. */
async function bareRetention(client: pg.Client, fiscalYear: number): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_retention',
    text: `
      WITH ${gave},
        giver AS (SELECT payer_id, bool_or(fiscal_year = $1::int) AS now, bool_or(fiscal_year = $1::int - 1) AS last, bool_or(fiscal_year < $1::int - 1) AS before
          FROM gave GROUP BY payer_id)
      SELECT now, last, before, count(*) FROM giver GROUP BY now, last, before`,
    values: [fiscalYear],
  })
  if (rows.length < 3) throw new Error('no retention to speak of')
}

const bareLybunt = `
  WITH ${gave}
  SELECT s.number, s.name, -sum(p.amount_yen) AS yen
    FROM gave g JOIN supporter s ON s.id = g.payer_id JOIN journal_entry e ON e.payer_id = g.payer_id AND e.fiscal_year = $1::int - 1
      JOIN posting p ON p.entry_id = e.id AND p.funding_source_id IS NOT NULL
    WHERE g.fiscal_year = $1::int - 1 AND NOT EXISTS (SELECT 1 FROM gave n WHERE n.payer_id = g.payer_id AND n.fiscal_year = $1::int)
    GROUP BY s.id ORDER BY yen DESC LIMIT 50`
