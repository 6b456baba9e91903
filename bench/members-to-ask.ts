import { type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type DuesKindId, id } from '@sasaeai/domain/ids'
import type pg from 'pg'

const associations = 1_000
const namedHouseholds = 80_000
const directMembers = 5_000

/** Two kinds of membership that nobody has been asked by yet, as the year's opening finds them. */
export interface MembersToAsk {
  readonly fiscalYear: FiscalYear
  readonly duesKindIds: readonly DuesKindId[]
}

/**
 * Lays a large council beside the demo's: 1,000 associations with their households, 80,000 households that are known
 * by name and pay through them, and 5,000 members who pay directly. What an earlier run has laid is left as it is.
 */
export async function layMembersToAsk(client: pg.Client): Promise<MembersToAsk> {
  const fiscalYear = fiscalYearOf(localDateInTokyo(new Date()))
  if ((await kindsOf(client)).length === 0) {
    console.error(`laying ${namedHouseholds + directMembers} members …`)
    for (const [text, ...values] of statements(fiscalYear)) await client.query(String(text), values)
    await client.query('VACUUM ANALYZE')
  }
  return { fiscalYear, duesKindIds: await kindsOf(client) }
}

async function kindsOf(client: pg.Client): Promise<DuesKindId[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM dues_kind WHERE code IN ('91', '92') ORDER BY code`)
  return rows.map((row) => id(row.id))
}

function statements(fiscalYear: number): (string | number)[][] {
  return [
    [`INSERT INTO dues_kind (id, code, name) VALUES (uuidv7(), '91', '世帯の会費'), (uuidv7(), '92', '直接の会費')`],
    [
      `INSERT INTO dues_terms (dues_kind_id, fiscal_year, unit, unit_yen, payer, first_month, last_month)
        SELECT id, $1::int, CASE code WHEN '91' THEN 'household' ELSE 'unit' END::dues_unit, 500,
          CASE code WHEN '91' THEN 'household' ELSE 'organization' END::dues_payer, 4, 3 FROM dues_kind WHERE code IN ('91', '92')`,
      fiscalYear,
    ],
    [`DELETE FROM area_household WHERE fiscal_year = $1::int AND basis = 'resident_register'`, fiscalYear],
    [
      `INSERT INTO area (id, area_type_id, code, name, parent_id)
        SELECT uuidv7(), (SELECT id FROM area_type ORDER BY level DESC LIMIT 1), 'b' || n, '自治会' || n, root.id
          FROM (SELECT id FROM area WHERE parent_id IS NULL) root, generate_series(1, $1::int) n`,
      associations,
    ],
    [
      `INSERT INTO area_household (area_id, fiscal_year, basis, households, as_of)
        SELECT id, $1::int, 'resident_register', 150, make_date($1::int, 4, 1) FROM area WHERE code ~ '^b\\d+$'`,
      fiscalYear,
    ],
    [
      `INSERT INTO supporter (id, number, kind, name, kana, search_text)
        SELECT uuidv7(), 1000000 + n, 'person', '会員' || n, 'カイイン', '会員' || n FROM generate_series(1, $1::int) n`,
      namedHouseholds + directMembers,
    ],
    [
      `INSERT INTO membership (id, supporter_id, dues_kind_id, route, area_id, joined_on)
        SELECT uuidv7(), s.id, k.id, CASE k.code WHEN '91' THEN 'association' ELSE 'direct' END::membership_route, a.id, make_date($1::int - 3, 4, 1)
          FROM supporter s JOIN dues_kind k ON k.code = CASE WHEN s.number <= 1000000 + $2::int THEN '91' ELSE '92' END
            LEFT JOIN area a ON k.code = '91' AND a.code = 'b' || (1 + s.number % $3::int)
          WHERE s.number > 1000000`,
      fiscalYear,
      namedHouseholds,
      associations,
    ],
    [`INSERT INTO membership_units (membership_id, effective_on, units) SELECT id, joined_on, 2 FROM membership m
        WHERE NOT EXISTS (SELECT 1 FROM membership_units u WHERE u.membership_id = m.id)`],
  ]
}
