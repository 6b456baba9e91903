import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { GiverListInput } from '@sasaeai/domain/funding-indicator/executive/retention-input'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { giversReadAnew } from './giver-years-sql.ts'

export interface ListedGiver {
  readonly supporterId: SupporterId
  readonly number: number
  readonly name: string
  readonly kind: SupporterKind
  /** Gifts of the year; of last year for 「lybunt」; of all years for 「sybunt」. */
  readonly amountYen: Yen
  /** The fiscal years in which a gift of theirs stands, in ascending order. */
  readonly years: readonly FiscalYear[]
}

export interface GiverPage {
  readonly rows: readonly ListedGiver[]
  /** Where the next page goes on; null on the last one. */
  readonly next: GiverListInput['cursor']
}

/** The supporters behind a figure of 寄附の継続, those who gave most first. */
export async function listGivers({ db }: Pick<Deps, 'db'>, { fiscalYear, standing, cursor, limit, at }: GiverListInput & { at: ReportMoment }): Promise<GiverPage> {
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const year = `${place(fiscalYear)}::int`
  const amountYear = standing === 'sybunt' ? null : standing === 'lybunt' ? `${year} - 1` : year
  const after = cursor === null ? '' : `AND (amount_yen, payer_id) < (${place(cursor.amountYen)}::bigint, ${place(cursor.supporterId)}::uuid)`
  const isWanted = `${standingConditions(year)[standing]} ${after}`
  const topmost = `ORDER BY amount_yen DESC, payer_id DESC LIMIT ${place(limit + 1)}`
  const kept = amountYear === null
    ? 'SELECT payer_id, amount_yen, years FROM kept_giver'
    : `SELECT k.payer_id, k.amount_yen, g.years FROM kept_giver_year k JOIN kept_giver g USING (payer_id) WHERE k.fiscal_year = ${amountYear} AND k.gifts > 0`
  const statement = (since: readonly YearSince[]) => `
     WITH ${giversReadAnew(since)},
       anew AS (SELECT payer_id, array_agg(fiscal_year ORDER BY fiscal_year) AS years,
         (sum(amount_yen)${amountYear === null ? '' : ` FILTER (WHERE fiscal_year = ${amountYear})`})::bigint AS amount_yen FROM ours GROUP BY payer_id),
       chosen AS (
         (SELECT payer_id, amount_yen, years FROM (${kept}) k WHERE NOT EXISTS (SELECT 1 FROM special x WHERE x.id = k.payer_id) AND ${isWanted} ${topmost})
         UNION ALL (SELECT payer_id, amount_yen, years FROM anew WHERE ${isWanted} ${topmost}))
     SELECT s.id AS "supporterId", s.number, s.name, s.kind, c.amount_yen AS "amountYen", c.years
       FROM (SELECT * FROM chosen ${topmost}) c JOIN supporter s ON s.id = c.payer_id
       ORDER BY c.amount_yen DESC, c.payer_id DESC`
  const { rows } = await readAt(db, at, (books, since) => books.query<ListedGiver>(statement(since), values))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { amountYen: last.amountYen, supporterId: last.supporterId } : null }
}

/** Where a giver stands (domain/funding-indicator/executive/retention) as SQL on `years`, which ascend. */
function standingConditions(year: string): Record<GiverListInput['standing'], string> {
  const gave = `${year} = ANY (years)`
  const gaveLastYear = `${year} - 1 = ANY (years)`
  const gaveBefore = `years[1] < ${year} - 1`
  return {
    given: gave,
    retained: `${gave} AND ${gaveLastYear}`,
    returned: `${gave} AND NOT ${gaveLastYear} AND ${gaveBefore}`,
    new: `${gave} AND years[1] = ${year}`,
    lybunt: `${gaveLastYear} AND NOT ${gave}`,
    sybunt: `${gaveBefore} AND NOT ${gaveLastYear} AND NOT ${gave}`,
  }
}
