import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { GiftFact } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import type { Deps } from '../../deps.ts'
import type { BooksPosition } from '../../ledger/books-position.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'

export type GiftsOfYears = ReadonlyMap<FiscalYear, GiftFact>

interface GiftsQuestion {
  readonly years: readonly FiscalYear[]
  /** How far the books have come, or had come. */
  readonly position: BooksPosition
}

/**
 * 寄附 of some years: how many, how much, and the one in the middle. A year's gifts are those that its own entries tell of,
 * so that a year in which nothing is posted any more is counted once: the last year is kept apart from those before it.
 */
export async function readGiftFacts(deps: Pick<Deps, 'db'>, { years, position }: GiftsQuestion): Promise<GiftsOfYears> {
  const parts = [years.slice(0, -1), years.slice(-1)].filter(({ length }) => length > 0)
  const read = await Promise.all(parts.map((some) => keptGifts(deps, { years: some, position })))
  return new Map(read.flatMap((some) => [...some]))
}

function keptGifts({ db }: Pick<Deps, 'db'>, { years, position }: GiftsQuestion): Promise<GiftsOfYears> {
  const numbers = years.map((year) => position.get(year)?.number ?? 0)
  const version = years.map((year) => position.get(year)?.id ?? '').join()
  return keptAnswer(db, { question: ['gifts of years', ...years, ...numbers], version }, async () => {
    const { rows } = await db.pool.query<GiftFact & { fiscalYear: FiscalYear }>(giftsSql, [years, numbers])
    return new Map(rows.map(({ fiscalYear, ...gifts }) => [fiscalYear, gifts]))
  })
}

/**
 * An entry is a gift, however many purposes it has. One that counts several givers or went from door to door is a 戸別
 * batch; one that was undone by an entry of the same year is none. Postings are found by their sources, year by year.
 */
const giftsSql = `
  SELECT y.year AS "fiscalYear", count(g.amount) AS count, coalesce(sum(g.amount), 0)::bigint AS "amountYen",
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY g.amount)::numeric)::bigint AS "medianYen"
    FROM unnest($1::int[], $2::int[]) AS y(year, last_number) LEFT JOIN LATERAL (
      SELECT -sum(p.amount_yen) AS amount
        FROM posting p JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN collection_method m ON m.id = p.collection_method_id
        WHERE p.fiscal_year = y.year AND p.entry_date BETWEEN make_date(y.year, 4, 1) AND make_date(y.year + 1, 3, 31)
          AND p.funding_source_id = ANY (ARRAY(SELECT id FROM funding_source WHERE category = 'donation'))
          AND e.entry_number <= y.last_number AND e.kind <> 'reversal'
          AND NOT EXISTS (SELECT FROM journal_entry r WHERE r.reverses_entry_id = e.id AND r.fiscal_year = y.year AND r.entry_number <= y.last_number)
        GROUP BY p.entry_id HAVING max(abs(p.count)) <= 1 AND NOT coalesce(bool_or(m.count_meaning = 'households'), false)
    ) g ON true
    GROUP BY y.year`
