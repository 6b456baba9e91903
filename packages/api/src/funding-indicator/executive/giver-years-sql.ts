import type { YearSince } from '../../ledger/posted-since.ts'
import { laterEntries } from '../../ledger/standing-at.ts'

/**
 * Givers whose years are not read as they are kept: those of one who was merged count with the survivor's, those of nobody in
 * particular (匿名) do not count, and of those whose gifts were posted or undone `since` a past position what stood then counts.
 * Everybody else is read from what is kept (migration giver_years), which is why these are few.
 *
 * `ours` holds each of them once more, as one giver under the survivor's id, with the years in which gifts stand and what
 * was given in each.
 */
export function giversReadAnew(since: readonly YearSince[]): string {
  const named = (from: string) => `
    ours AS MATERIALIZED (
      SELECT giver.payer_id, giver.fiscal_year, sum(giver.amount_yen)::bigint AS amount_yen
        FROM (SELECT coalesce(m.merged_into_id, g.payer_id) AS payer_id, g.fiscal_year, g.amount_yen FROM ${from} LEFT JOIN merged m ON m.id = g.payer_id) giver
        WHERE giver.payer_id NOT IN (SELECT id FROM nobody)
        GROUP BY giver.payer_id, giver.fiscal_year)`
  const kept = 'special x CROSS JOIN LATERAL (SELECT * FROM kept_giver_year k WHERE k.payer_id = x.id'
  if (since.length === 0) return `${specialGivers}), ${named(`${kept} AND k.gifts > 0 OFFSET 0) g`)}`
  return `
    ${changedSince(since)},
    ${specialGivers} UNION SELECT payer_id FROM changed),
    ${named(`(SELECT k.payer_id, k.fiscal_year, k.amount_yen + coalesce(c.amount_yen, 0) AS amount_yen
        FROM ${kept} OFFSET 0) k LEFT JOIN changed c ON c.payer_id = k.payer_id AND c.fiscal_year = k.fiscal_year
        WHERE k.gifts + coalesce(c.gifts, 0) > 0) g`)}`
}

/** Who was merged, and who is nobody in particular, as `merged` and `nobody`; both begin `special`, which stays open. */
const specialGivers = `
    merged AS MATERIALIZED (SELECT id, merged_into_id FROM supporter WHERE merged_into_id IS NOT NULL),
    nobody AS MATERIALIZED (SELECT id FROM supporter WHERE kind = 'anonymous'),
    special AS MATERIALIZED (
      SELECT id FROM merged UNION SELECT merged_into_id FROM merged UNION SELECT id FROM nobody`

/**
 * The same for who asks in which years somebody gave, but not what: `special` are then only those whose years are others than
 * they are kept, and `ours` has no amounts. Most who gave since had given in that year before.
 */
export function giverYearsReadAnew(since: readonly YearSince[]): string {
  if (since.length === 0) return giversReadAnew(since)
  return `
    ${changedSince(since)},
    turned AS MATERIALIZED (
      SELECT c.payer_id, c.fiscal_year, k.gifts + c.gifts > 0 AS gave
        FROM changed c CROSS JOIN LATERAL (SELECT gifts FROM kept_giver_year WHERE payer_id = c.payer_id AND fiscal_year = c.fiscal_year OFFSET 0) k
        WHERE (k.gifts + c.gifts > 0) <> (k.gifts > 0)),
    ${specialGivers} UNION SELECT payer_id FROM turned),
    ours AS MATERIALIZED (
      SELECT coalesce(m.merged_into_id, gave.payer_id) AS payer_id, gave.fiscal_year FROM (
          SELECT x.id AS payer_id, y.year AS fiscal_year
            FROM special x CROSS JOIN LATERAL (SELECT years FROM kept_giver WHERE payer_id = x.id OFFSET 0) k CROSS JOIN LATERAL unnest(k.years) AS y(year)
            WHERE NOT EXISTS (SELECT FROM turned t WHERE t.payer_id = x.id AND t.fiscal_year = y.year)
          UNION ALL SELECT payer_id, fiscal_year FROM turned WHERE gave) gave
        LEFT JOIN merged m ON m.id = gave.payer_id
        WHERE coalesce(m.merged_into_id, gave.payer_id) NOT IN (SELECT id FROM nobody)
        GROUP BY 1, 2)`
}

/** By giver and year, as `changed`, with the entries as `later`: what is to be taken off what is kept, for it came since, or added, for only since then it is undone. */
export function changedSince(since: readonly YearSince[]): string {
  const isGift = 'k.payer_id IS NOT NULL AND k.amount_yen > 0'
  const came = since.map(({ year, firstDay }) => `
        SELECT k.payer_id, k.fiscal_year, -1 AS gifts, -k.amount_yen AS amount_yen FROM kept_gift k JOIN later l ON l.id = k.entry_id
          WHERE k.fiscal_year = ${year} AND k.entry_date >= '${firstDay}' AND NOT k.is_undone AND ${isGift}`)
  return `
    ${laterEntries(since)},
    changed AS MATERIALIZED (
      SELECT payer_id, fiscal_year, sum(gifts) AS gifts, sum(amount_yen) AS amount_yen FROM (${came.join(' UNION ALL ')}
        UNION ALL
        SELECT k.payer_id, k.fiscal_year, 1, k.amount_yen FROM later l
          CROSS JOIN LATERAL (SELECT * FROM kept_gift WHERE entry_id = l.reverses_entry_id OFFSET 0) k
          WHERE l.reverses_entry_id IS NOT NULL AND ${isGift} AND k.entry_id NOT IN (SELECT id FROM later)) change
      GROUP BY payer_id, fiscal_year)`
}
