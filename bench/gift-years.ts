import type pg from 'pg'

/** So many gifts a year has the council of a large city at the most. */
const giftsOfYear = 100_000
const batch = 10_000

/**
 * Lays 100,000 gifts a year for the three years of the demo, over the whole register: mostly small, a few large, four in
 * five completed. What a run before has laid is left as it is.
 */
export async function layGiftYears(client: pg.Client): Promise<{ gifts: number }> {
  const { rows: years } = await client.query<{ fiscalYear: number }>('SELECT DISTINCT fiscal_year AS "fiscalYear" FROM fiscal_period ORDER BY 1')
  const { rows: laid } = await client.query(`SELECT 1 FROM journal_entry WHERE source_kind = 'desk' AND description = '寄附（計測）' LIMIT 1`)
  if (laid.length === 0) {
    console.error('laying three years of gifts …')
    await client.query('UPDATE fiscal_period SET closed_at = NULL, closed_by_id = NULL')
    for (const { fiscalYear } of years) for (let from = 1; from < giftsOfYear; from += batch) await client.query(gifts, [fiscalYear, from, from + batch - 1])
    await client.query(details)
    await client.query('VACUUM (ANALYZE)')
  }
  return { gifts: giftsOfYear * years.length }
}

/** A gift by place: on one of the days that the year has had, from somebody of the register, of 1,000円 to 300,000円. */
const gifts = `
  SELECT post_entries(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'entryDate', d.day, 'kind', 'receipt', 'payerId', s.id,
      'description', '寄附（計測）', 'sourceKind', 'desk', 'sourceId', gen_random_uuid(), 'postedById', u.id, 'searchText', s.search_text,
      'postings', jsonb_build_array(
        jsonb_build_object('accountId', cash.id, 'amountYen', d.yen),
        jsonb_build_object('accountId', f.account_id, 'amountYen', -d.yen, 'fundingSourceId', f.id, 'supporterId', s.id,
          'fundId', CASE WHEN n % 3 = 0 THEN (SELECT id FROM fund ORDER BY code LIMIT 1) END, 'count', 1)))), '[]'::jsonb)
    FROM generate_series($2::int, $3::int) n
      CROSS JOIN LATERAL (SELECT make_date($1::int, 4, 1) + n % greatest(least(current_date, make_date($1::int + 1, 3, 31)) - make_date($1::int, 4, 1), 1) AS day,
        1000 * CASE WHEN n % 500 = 0 THEN 300 WHEN n % 50 = 0 THEN 50 ELSE 1 + n % 10 END AS yen) d
      JOIN supporter s ON s.number = 1 + (n::bigint * 7919 + $1::int * 31) % 190000,
      (SELECT id FROM user_account LIMIT 1) u, (SELECT id FROM ledger_account WHERE code = '1110') cash,
      (SELECT id, account_id FROM funding_source WHERE category = 'donation' ORDER BY code LIMIT 1) f`

/** Four in five are completed: with a channel, by one of a dozen people. */
const details = `
  INSERT INTO donation (entry_id, kind, channel_id, staff, consent)
    SELECT e.id, CASE WHEN e.entry_number % 4 = 0 THEN 'memorial' ELSE 'general' END::donation_kind,
        (ARRAY(SELECT id FROM donation_channel ORDER BY code))[1 + e.entry_number % 9], '担当' || e.entry_number % 12,
        (ARRAY['undecided', 'named', 'anonymous'])[1 + e.entry_number % 3]::acknowledgment_consent
      FROM journal_entry e WHERE e.source_kind = 'desk' AND e.description = '寄附（計測）' AND e.entry_number % 5 > 0`
