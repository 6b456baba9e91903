import { survivorOf } from '../../supporter/merged-supporter-sql.ts'
import type { BooksPosition } from '../../ledger/books-position.ts'

/**
 * Givers whose years are not read as they are kept: those of one who was merged count with the survivor's, those of nobody in
 * particular (匿名) do not count, and of those whose gifts were posted or undone after `position` the gifts until then count.
 * Everybody else is read from what is kept (migration giver_years), which is why these are few.
 *
 * `ours` holds each of them once more, as one giver under the survivor's id, with the years in which gifts stand and what
 * was given in each.
 */
export function giversReadAnew(position: BooksPosition | null, place: (value: unknown) => string): string {
  const special = `
    special AS MATERIALIZED (
      SELECT id FROM supporter WHERE merged_into_id IS NOT NULL
      UNION SELECT merged_into_id FROM supporter WHERE merged_into_id IS NOT NULL
      UNION SELECT id FROM supporter WHERE kind = 'anonymous'`
  const named = (from: string) => `
    ours AS MATERIALIZED (
      SELECT giver.payer_id, giver.fiscal_year, sum(giver.amount_yen)::bigint AS amount_yen
        FROM (SELECT ${survivorOf('g.payer_id')} AS payer_id, g.fiscal_year, g.amount_yen FROM ${from}) giver
        WHERE (SELECT s.kind FROM supporter s WHERE s.id = giver.payer_id) <> 'anonymous'
        GROUP BY giver.payer_id, giver.fiscal_year)`
  if (position === null) {
    return `${special}), ${named('special x CROSS JOIN LATERAL (SELECT * FROM kept_giver_year k WHERE k.payer_id = x.id AND k.gifts > 0 OFFSET 0) g')}`
  }
  const years = [...position.keys()]
  const known = `unnest(${place(years)}::int[], ${place(years.map((year) => position.get(year)?.number ?? 0))}::int[]) AS known(year, number)`
  // A year without entries at the moment has none that count.
  const isLater = (entry: string) => `${entry}.entry_number > coalesce((SELECT known.number FROM ${known} WHERE known.year = ${entry}.fiscal_year), 0)`
  return `
    later AS MATERIALIZED (
      SELECT e.id, e.reverses_entry_id FROM number_counter c
        CROSS JOIN LATERAL (SELECT * FROM journal_entry j WHERE j.fiscal_year = c.fiscal_year
          AND j.entry_number > coalesce((SELECT known.number FROM ${known} WHERE known.year = c.fiscal_year), 0) OFFSET 0) e
        WHERE c.series = 'journal_entry'),
    ${special}
      UNION SELECT k.payer_id FROM later l CROSS JOIN LATERAL (
          SELECT payer_id FROM kept_gift WHERE entry_id = coalesce(l.reverses_entry_id, l.id) OFFSET 0) k WHERE k.payer_id IS NOT NULL),
    ${named(`special x CROSS JOIN LATERAL (
        SELECT k.payer_id, k.fiscal_year, k.amount_yen FROM kept_gift k JOIN journal_entry e ON e.id = k.entry_id
          WHERE k.payer_id = x.id AND k.amount_yen > 0 AND NOT (${isLater('e')})
            AND (NOT k.is_undone OR NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = k.entry_id AND NOT (${isLater('r')})))
          OFFSET 0) g`)}`
}
