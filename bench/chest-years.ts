import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type pg from 'pg'
import { moreAssociations } from './dues-years.ts'

const associations = 1_000
const methods = 10

/**
 * Fills the demo up to ten drives a year, this year and last, with a goal and a slip for each of 1,000 自治会 and ten
 * methods: 100,000 of each a year. What a run before has laid is left as it is.
 */
export async function layChestYears(client: pg.Client): Promise<{ fiscalYear: number }> {
  const fiscalYear = fiscalYearOf(localDateInTokyo(new Date()))
  const { rowCount } = await client.query(`SELECT 1 FROM campaign WHERE fiscal_year = $1 AND code LIKE 'b%'`, [fiscalYear])
  if (rowCount === 0) {
    console.error('laying two years of ten drives …')
    await client.query('BEGIN')
    await client.query(moreAssociations, [associations])
    await client.query('UPDATE fiscal_period SET closed_at = NULL, closed_by_id = NULL')
    await client.query(moreMethods, [methods])
    for (const year of [fiscalYear - 1, fiscalYear]) await client.query(drives, [year])
    await client.query(goals, [associations])
    await client.query('COMMIT')
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM campaign WHERE code LIKE 'b%' ORDER BY fiscal_year, code`)
    // A drive at a time: 10,000 slips are as much as one statement should hold.
    for (const { id } of rows) await client.query(slips, [id, fiscalYear, associations])
    await client.query('VACUUM (FULL) funding_total')
    await client.query('VACUUM (FULL) funding_year_total')
    await client.query('VACUUM (ANALYZE)')
  }
  return { fiscalYear }
}

const moreMethods = `
  INSERT INTO collection_method (id, code, name, national_category, count_meaning)
    SELECT gen_random_uuid(), 'b' || n, '方法' || n, 'other', 'givers'
      FROM (SELECT count(*)::int AS there FROM collection_method) had, generate_series(1, $1::int) n WHERE n <= $1::int - had.there`

/** As many as make ten of ours. */
const drives = `
  INSERT INTO campaign (id, fiscal_year, code, name, drive, opens_on, closes_on, custody_account_id)
    SELECT gen_random_uuid(), $1::int, 'b' || n, 'テーマ型募金' || n, 'themed', make_date($1::int, 4, 1), make_date($1::int + 1, 3, 31),
        (SELECT id FROM ledger_account WHERE code = '2210')
      FROM generate_series(0, 9) n`

const cells = `
  (SELECT id, row_number() OVER (ORDER BY code) AS place FROM (
      SELECT a.id, a.code FROM area a JOIN area_type t ON t.id = a.area_type_id WHERE t.level = 2 ORDER BY a.code LIMIT $LIMIT::int) a) a,
  (SELECT id, row_number() OVER (ORDER BY code) AS place FROM (SELECT id, code FROM collection_method ORDER BY code LIMIT ${methods}) m) m`

const goals = `
  INSERT INTO campaign_goal (campaign_id, area_id, collection_method_id, target_yen)
    SELECT c.id, a.id, m.id, 100 * (10 + (a.place + m.place) % 90) FROM campaign c, ${cells.replace('$LIMIT', '$1')} WHERE c.code LIKE 'b%'`

/** On one of the last twenty days, or the same of last year, within the fiscal year. */
const slips = `
  SELECT post_entries(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'entryDate',
      (greatest(make_date($2::int, 4, 1), current_date - ((a.place + m.place) % 20)::int) - CASE WHEN c.fiscal_year = $2::int THEN interval '0' ELSE interval '1 year' END)::date,
      'kind', 'receipt', 'description', '募金', 'sourceKind', 'desk', 'sourceId', gen_random_uuid(), 'postedById', u.id,
      'postings', jsonb_build_array(
        jsonb_build_object('accountId', cash.id, 'amountYen', 100 * (1 + (a.place * m.place) % 97)),
        jsonb_build_object('accountId', c.custody_account_id, 'amountYen', -100 * (1 + (a.place * m.place) % 97), 'fundingSourceId', s.id,
          'campaignId', c.id, 'collectionMethodId', m.id, 'areaId', a.id, 'count', 1 + a.place % 7)))), '[]'::jsonb)
    FROM campaign c, (SELECT id FROM user_account LIMIT 1) u, (SELECT id FROM ledger_account WHERE code = '1110') cash,
      (SELECT id FROM funding_source WHERE category = 'community_chest' ORDER BY code LIMIT 1) s, ${cells.replace('$LIMIT', '$3')}
    WHERE c.id = $1::uuid`
