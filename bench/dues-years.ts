import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type pg from 'pg'

const associations = 1_000
const members = 5_000

/**
 * Fills the demo's ten years up to 1,000 自治会 that each brought household dues every year, and asks all of them and
 * 5,000 companies for this year's. Months that were closed are opened for it. What a run before has laid is left as it is.
 */
export async function layDuesYears(client: pg.Client): Promise<{ fiscalYear: number }> {
  const fiscalYear = fiscalYearOf(localDateInTokyo(new Date()))
  const { rowCount } = await client.query('SELECT 1 FROM dues_request WHERE fiscal_year = $1', [fiscalYear])
  if (rowCount === 0) {
    console.error(`laying dues of ${associations} associations and ${members} members …`)
    await client.query('BEGIN')
    await client.query(moreAssociations, [associations])
    await client.query('UPDATE fiscal_period SET closed_at = NULL, closed_by_id = NULL')
    await client.query(theirDues)
    await client.query(moreCompanies, [members])
    await client.query(directMembers, [fiscalYear, members])
    for (const statement of [requests, askedAreas, askedMembers, fixing]) await client.query(statement, [fiscalYear])
    await client.query('COMMIT')
    await client.query('ANALYZE')
  }
  return { fiscalYear }
}

/** 自治会 up to so many, spread over the districts. */
export const moreAssociations = `
  INSERT INTO area (id, area_type_id, code, name, kana, parent_id)
    SELECT gen_random_uuid(), t.id, d.code || '-b' || n, d.name || n, '', d.id
      FROM area_type t, (SELECT count(*)::int AS there FROM area a JOIN area_type t ON t.id = a.area_type_id WHERE t.level = 2) had,
        (SELECT a.id, a.code, a.name, row_number() OVER (ORDER BY a.code)::int AS place, count(*) OVER ()::int AS places
          FROM area a JOIN area_type t ON t.id = a.area_type_id WHERE t.level = 1) d, generate_series(1, $1::int) n
      WHERE t.level = 2 AND n <= $1::int - had.there AND n % d.places = d.place - 1`

/** Associations that the demo did not know bring their dues in June, one entry each, as the ledger's own door books it. */
const theirDues = `
  SELECT post_entries(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'entryDate', make_date(y.year, 6, 1 + (a.place % 28)::int),
      'kind', 'receipt', 'description', '社協会費', 'sourceKind', 'desk', 'sourceId', gen_random_uuid(), 'postedById', u.id,
      'postings', jsonb_build_array(
        jsonb_build_object('accountId', cash.id, 'amountYen', 500 * (60 + a.place % 90)),
        jsonb_build_object('accountId', s.account_id, 'amountYen', -500 * (60 + a.place % 90), 'fundingSourceId', s.id, 'areaId', a.id,
          'duesKindId', k.id, 'duesYear', y.year, 'count', 60 + a.place % 90)))), '[]'::jsonb)
    FROM fiscal_year y, (SELECT id, row_number() OVER (ORDER BY code) AS place FROM area a WHERE code LIKE '%-b%'
        AND NOT EXISTS (SELECT FROM posting p WHERE p.area_id = a.id)) a,
      (SELECT id FROM user_account LIMIT 1) u, (SELECT id FROM ledger_account WHERE code = '1110') cash,
      (SELECT id, account_id FROM funding_source WHERE category = 'membership_dues' ORDER BY code LIMIT 1) s,
      (SELECT id FROM dues_kind ORDER BY code LIMIT 1) k
    WHERE make_date(y.year, 6, 30) < current_date
    GROUP BY y.year`

const moreCompanies = `
  INSERT INTO supporter (id, number, kind, name, kana, search_text)
    SELECT gen_random_uuid(), 900000 + n, 'organization', '株式会社' || n, '', '' FROM generate_series(1, $1::int) n
    ON CONFLICT DO NOTHING`

const directMembers = `
  INSERT INTO membership (id, supporter_id, dues_kind_id, route, joined_on)
    SELECT gen_random_uuid(), s.id, k.id, 'direct', make_date($1::int - 3, 4, 1)
      FROM (SELECT id, row_number() OVER (ORDER BY number) AS place FROM supporter WHERE kind = 'organization'
          ORDER BY number LIMIT $2::int) s,
        (SELECT id FROM dues_kind WHERE code = '4') k`

const requests = `
  INSERT INTO dues_request (id, fiscal_year, dues_kind_id, requested_on, household_basis, prepared_by_id)
    SELECT gen_random_uuid(), $1::int, id, make_date($1::int, 4, 1), 'association_membership', (SELECT id FROM user_account LIMIT 1)
      FROM dues_kind WHERE code IN ('1', '4')`

const askedAreas = `
  INSERT INTO dues_expectation (request_id, payer_key, area_id, households, unit_yen, expected_yen, slip_number)
    SELECT r.id, a.id, a.id, 120, 500, 60000, row_number() OVER (ORDER BY a.code)
      FROM dues_request r JOIN dues_kind k ON k.id = r.dues_kind_id AND k.code = '1',
        area a JOIN area_type t ON t.id = a.area_type_id AND t.level = 2
      WHERE r.fiscal_year = $1::int`

const askedMembers = `
  INSERT INTO dues_expectation (request_id, payer_key, membership_id, units, unit_yen, expected_yen, slip_number)
    SELECT r.id, m.id, m.id, 1, 5000, 5000, row_number() OVER (ORDER BY m.id)
      FROM dues_request r JOIN dues_kind k ON k.id = r.dues_kind_id AND k.code = '4' JOIN membership m ON m.dues_kind_id = k.id
      WHERE r.fiscal_year = $1::int`

const fixing = `
  UPDATE dues_request SET status = 'fixed', fixed_at = now(), fixed_by_id = prepared_by_id WHERE fiscal_year = $1::int`
