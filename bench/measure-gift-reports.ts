import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { ApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { type MeasuredReport, measureReport } from './measure-report.ts'
import type { PostLoad } from './post-load.ts'
import { withClient } from './scratch-database.ts'

/** 寄附の年次報告, both schedules of the statutory papers, and the test of 税額控除, with a gift as what is posted. */
export async function measureGiftReports(place: ListPlace): Promise<Figure[]> {
  const sourceId = await withClient(place.databaseUrl, async (client) => {
    const { rows: [source] } = await client.query<{ id: string }>(`SELECT id FROM funding_source WHERE category = 'donation' AND closed_on IS NULL ORDER BY code LIMIT 1`)
    if (source === undefined) throw new Error('the demo council has no source of gifts')
    return source.id
  })
  const figures: Figure[] = []
  for (const report of reports) figures.push(...(await measureReport(place, { ...report, post: (api, load) => postGift(api, load, sourceId) })))
  return figures
}

function postGift(api: ApiClient, { entryDate, cashAccountId }: PostLoad, fundingSourceId: string): Promise<void> {
  return api.act('ledger.postContribution', { entryDate, cashAccountId, fundingSourceId, amountYen: 5_000, count: 1, slipId: randomUUID() }).then(() => undefined)
}

const reports: readonly MeasuredReport[] = [
  {
    name: 'yearly report of gifts',
    questionOf: ({ fiscalYear }, postedUntil) => ({ procedure: 'donationYear.get', input: { fiscalYear, postedUntil } }),
    bare: (client, { fiscalYear, entryDate }) => bare(client, 'year', { text: bareYear, values: [fiscalYear, entryDate], least: 20 }),
    isReadAhead: true,
  },
  {
    name: 'schedule of gifts (別紙3②)',
    questionOf: ({ fiscalYear }, postedUntil) => ({ procedure: 'statutoryPaper.gifts', input: { fiscalYear, postedUntil } }),
    bare: (client, { fiscalYear }) => bare(client, 'schedule', { text: bareSchedule, values: [fiscalYear], least: 1 }),
  },
  {
    name: 'schedule of subsidies (別紙3③)',
    questionOf: ({ fiscalYear }, postedUntil) => ({ procedure: 'statutoryPaper.subsidies', input: { fiscalYear, postedUntil } }),
    bare: (client, { fiscalYear }) => bare(client, 'subsidies', { text: bareSubsidies, values: [fiscalYear], least: 1 }),
  },
  {
    name: 'test of 税額控除 over five years',
    questionOf: (_load, postedUntil) => ({ procedure: 'taxCredit.test', input: { postedUntil } }),
    bare: (client, { fiscalYear }) => bare(client, 'tax_credit', { text: bareTaxCredit, values: [fiscalYear], least: 5 }),
  },
]

async function bare(client: pg.Client, name: string, { text, values, least }: { text: string; values: unknown[]; least: number }): Promise<void> {
  const { rows } = await client.query({ name: `bare_${name}`, text, values })
  if (rows.length < least) throw new Error(`only ${rows.length} lines by hand`)
}

/** Gifts of both years to the day, put together once out of raw rows, and counted by everything that the report tells. */
const bareYear = `
  WITH gift AS MATERIALIZED (
    SELECT e.id, e.fiscal_year, extract(month FROM e.entry_date) AS month, e.payer_id, d.kind, d.channel_id, g.fund_id, g.yen, r.id IS NOT NULL AS is_undone,
        (SELECT w.account_id FROM posting w WHERE w.entry_id = e.id AND w.amount_yen > 0 ORDER BY w.line_number LIMIT 1) AS way_id
      FROM (SELECT p.entry_id, min(p.fund_id::text) AS fund_id, -sum(p.amount_yen) AS yen FROM posting p
          WHERE p.funding_source_id = ANY (ARRAY(SELECT id FROM funding_source WHERE category = 'donation'))
            AND (p.fiscal_year = $1::int AND p.entry_date <= $2::date OR p.fiscal_year = $1::int - 1 AND p.entry_date <= ($2::date - interval '1 year')::date)
          GROUP BY p.entry_id) g
        JOIN journal_entry e ON e.id = g.entry_id LEFT JOIN donation d ON d.entry_id = e.id LEFT JOIN journal_entry r ON r.reverses_entry_id = e.id)
  SELECT fiscal_year, kind, channel_id, fund_id, way_id, month, count(*), sum(yen), count(DISTINCT payer_id) FILTER (WHERE NOT is_undone),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY yen) FILTER (WHERE NOT is_undone), max(yen)
    FROM gift GROUP BY GROUPING SETS ((fiscal_year), (fiscal_year, kind), (fiscal_year, channel_id), (fiscal_year, fund_id), (fiscal_year, way_id), (fiscal_year, month))`

/** Gifts of the year by 属性, 区分 and account. */
const bareSchedule = `
  SELECT s.attribute, n.section, g.account_id, count(*), sum(g.yen), sum(n.capital_yen)
    FROM (SELECT p.entry_id, p.account_id, -sum(p.amount_yen) AS yen FROM posting p
        WHERE p.fiscal_year = $1::int AND p.funding_source_id = ANY (ARRAY(SELECT id FROM funding_source WHERE category = 'donation')) GROUP BY 1, 2) g
      JOIN journal_entry e ON e.id = g.entry_id LEFT JOIN supporter s ON s.id = e.payer_id
      LEFT JOIN (SELECT DISTINCT ON (entry_id) * FROM gift_schedule_note ORDER BY entry_id, recorded_at DESC) n ON n.entry_id = coalesce(e.reverses_entry_id, e.id)
    GROUP BY 1, 2, 3`

/** Income of the year by account and source, and what was said of each. */
const bareSubsidies = `
  SELECT p.account_id, p.funding_source_id, -sum(p.amount_yen), n.section
    FROM posting p JOIN ledger_account a ON a.id = p.account_id AND a.category = 'income'
      LEFT JOIN (SELECT DISTINCT ON (funding_source_id) * FROM subsidy_schedule_note WHERE fiscal_year <= $1::int ORDER BY funding_source_id, fiscal_year DESC, recorded_at DESC) n
        ON n.funding_source_id = p.funding_source_id
    WHERE p.fiscal_year = $1::int GROUP BY 1, 2, 4`

/** Who gave 3,000円 or more in each of the years, and all that was given. */
const bareTaxCredit = `
  SELECT fiscal_year, count(*) FILTER (WHERE yen >= 3000 AND s.address <> ''), sum(yen)
    FROM (SELECT e.fiscal_year, e.payer_id, -sum(p.amount_yen) AS yen
        FROM posting p JOIN funding_source f ON f.id = p.funding_source_id AND f.category = 'donation' JOIN journal_entry e ON e.id = p.entry_id
        WHERE p.fiscal_year BETWEEN $1::int - 5 AND $1::int GROUP BY 1, 2) g
      LEFT JOIN supporter s ON s.id = g.payer_id
    GROUP BY fiscal_year`
