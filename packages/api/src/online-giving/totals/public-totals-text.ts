import type { Db } from '@sasaeai/db/database'
import { type FiscalYear, fiscalYear, fiscalYearOf, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type GivenCategory, givenCategories, publicTotalsOf, type TotalsOfBooks } from '@sasaeai/domain/online-giving/totals/public-totals'
import { type PublicText, publicText } from '../../council/public-text.ts'
import type { Deps } from '../../deps.ts'

/** So long an answer is given again without a look at the books: on a day of many gifts they change with every second. */
const freshMs = 60_000

const kept = new WeakMap<Db, { readonly since: number; readonly answer: Promise<PublicText> }>()

/** 公開の集計 of the present fiscal year to today, at most a minute old. However many ask, the books are asked once. */
export function publicTotalsText(deps: Deps): Promise<PublicText> {
  const now = deps.now().getTime()
  const known = kept.get(deps.db)
  if (known !== undefined && now >= known.since && now - known.since < freshMs) return known.answer
  const keeping = { since: now, answer: readTotals(deps) }
  // A failed reading is no answer: the next one asks again.
  keeping.answer.catch(() => {
    if (kept.get(deps.db) === keeping) kept.delete(deps.db)
  })
  kept.set(deps.db, keeping)
  return keeping.answer
}

async function readTotals({ db, now }: Deps): Promise<PublicText> {
  const asOf = localDateInTokyo(now())
  const year = fiscalYearOf(asOf)
  const lastYear = fiscalYear(year - 1)
  const { rows } = await db.pool.query<TotalsRow>(totalsSql, [year, asOf, lastYear, sameDayOfFiscalYear(asOf, lastYear), givenCategories])
  const council = await db.prisma.council.findFirst({ select: { name: true, isDemo: true } })
  return publicText(publicTotalsOf(sortedOut(rows), { council: council?.name ?? '', isDemo: council?.isDemo ?? false, fiscalYear: year, asOf }))
}

type TotalsRow =
  | { readonly part: 'received'; readonly name: GivenCategory; readonly year: FiscalYear; readonly yen: number }
  | { readonly part: 'handed_on'; readonly name: GivenCategory; readonly year: FiscalYear; readonly yen: number }
  | { readonly part: 'used'; readonly name: string; readonly year: FiscalYear; readonly yen: number }

function sortedOut(rows: readonly TotalsRow[]): TotalsOfBooks {
  return {
    received: rows.flatMap((row) => (row.part === 'received' ? [{ category: row.name, fiscalYear: row.year, amountYen: row.yen }] : [])),
    handedOn: rows.flatMap((row) => (row.part === 'handed_on' ? [{ category: row.name, amountYen: row.yen }] : [])),
    used: rows.flatMap((row) => (row.part === 'used' ? [{ name: row.name, amountYen: row.yen }] : [])),
  }
}

/** From the totals by day alone. What leaves custody names its drive and no source. */
const totalsSql = `
  WITH seen AS MATERIALIZED (
    SELECT t.fiscal_year AS year, t.account_id, t.funding_source_id, t.campaign_id, t.fund_id, sum(t.amount_yen) AS yen FROM funding_total t
      WHERE (t.fiscal_year = $1 AND t.entry_date <= $2::date) OR (t.fiscal_year = $3 AND t.entry_date <= $4::date)
      GROUP BY 1, 2, 3, 4, 5)
  SELECT 'received' AS part, s.category::text AS name, seen.year, (-sum(seen.yen))::float8 AS yen
    FROM seen JOIN funding_source s ON s.id = seen.funding_source_id WHERE s.category::text = ANY ($5) GROUP BY 2, 3
  UNION ALL
  SELECT 'handed_on', CASE c.drive WHEN 'year_end_mutual_aid' THEN 'year_end_mutual_aid' ELSE 'community_chest' END, seen.year, sum(seen.yen)::float8
    FROM seen JOIN campaign c ON c.id = seen.campaign_id WHERE seen.year = $1 AND seen.funding_source_id IS NULL GROUP BY 2, 3
  UNION ALL
  SELECT 'used', coalesce(f.name, a.name), seen.year, sum(seen.yen)::float8
    FROM seen JOIN ledger_account a ON a.id = seen.account_id AND a.category = 'expense' LEFT JOIN fund f ON f.id = seen.fund_id
    WHERE seen.year = $1 GROUP BY 2, 3`
