import type pg from 'pg'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { measureReport } from './measure-report.ts'
import type { PostLoad } from './post-load.ts'

const yearsShown = 10

/** 指標の一覧, ten years of every indicator. */
export function measureIndicators(place: ListPlace): Promise<Figure[]> {
  return measureReport(place, {
    name: `indicators of ${yearsShown} years`,
    questionOf: ({ fiscalYear }, postedUntil) => ({ procedure: 'indicator.list', input: { fiscalYear, postedUntil } }),
    isReadAhead: true,
    bare: (client, load) => bareIndicators(client, load, yearsShown),
  })
}

/** By hand over raw postings of so many years: what came in by source, drive, method and kind, the gifts and their median, and who gave when. */
export async function bareIndicators(client: pg.Client, { fiscalYear, entryDate }: PostLoad, years: number): Promise<void> {
  const { rows } = await client.query({
    name: 'bare_indicators',
    text: `
      SELECT fiscal_year, funding_source_id, campaign_id, collection_method_id, dues_kind_id, -sum(amount_yen) AS yen, sum(count) AS count,
          -sum(amount_yen) FILTER (WHERE entry_date <= ($2::date - make_interval(years => $1::int - fiscal_year))::date) AS until
        FROM posting WHERE fiscal_year > $1::int - $3::int AND (funding_source_id IS NOT NULL OR campaign_id IS NOT NULL)
        GROUP BY 1, 2, 3, 4, 5
      UNION ALL
      SELECT NULL, NULL, campaign_id, NULL, NULL, -sum(amount_yen), 0, 0 FROM posting WHERE campaign_id IS NOT NULL GROUP BY campaign_id`,
    values: [fiscalYear, entryDate, years],
  })
  const { rows: gifts } = await client.query({ name: 'bare_gifts', text: bareGifts, values: [fiscalYear, years] })
  if (rows.length < 100 || gifts.length === 0) throw new Error(`only ${rows.length} lines for the indicators`)
}

const bareGifts = `
  WITH gift AS MATERIALIZED (
    SELECT e.fiscal_year, e.payer_id, -sum(p.amount_yen) AS yen
      FROM posting p JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'donation' JOIN journal_entry e ON e.id = p.entry_id
      WHERE p.fiscal_year > $1::int - $2::int GROUP BY e.id)
  SELECT fiscal_year, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY yen), NULL::int[] AS years FROM gift GROUP BY fiscal_year
  UNION ALL
  SELECT NULL, count(*), NULL, years FROM (SELECT payer_id, array_agg(DISTINCT fiscal_year) AS years FROM gift WHERE payer_id IS NOT NULL GROUP BY payer_id) giver
    GROUP BY years`
