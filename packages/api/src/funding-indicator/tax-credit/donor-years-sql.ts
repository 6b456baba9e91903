import { leastGiftYen } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-test'
import type { YearSince } from '../../ledger/posted-since.ts'
import { standingAt } from '../../ledger/standing-at.ts'
import { changedSince } from '../executive/giver-years-sql.ts'

/**
 * What each supporter gave in the fiscal years $1 to $2, where it is 3,000円 or more, as the CTE `donor_year`; and as
 * `other`, by what the gifts that are kept differ from those that count. With what was posted or undone `since` a past
 * position taken back, as the CTE `later`.
 *
 * As with 年間証明 money counts and goods do not, nor what is no gift of the payer's (協賛, 収益), what was undone, or what is
 * held for 共同募金. Dues count where their kind is marked deductible for the year whose dues they are, and where a supporter
 * paid them by name: what an association hands in names nobody. Whoever was merged is one donor with the survivor.
 *
 * Most givers are read as they are kept; the few of whom that is not all (`special`) are summed anew.
 */
export function donorYears(since: readonly YearSince[]): string {
  const { prelude, giftStands, entryStands, changedGivers, ofGiver } = since.length === 0 ? now : past(since)
  return `
  ${prelude}
  other AS MATERIALIZED (
    SELECT k.fiscal_year, k.payer_id, -k.amount_yen AS amount_yen, -1 AS gifts FROM kept_gift k
      WHERE k.fiscal_year BETWEEN $1 AND $2 AND k.kind = 'in_kind' AND ${giftStands} AND k.amount_yen > 0
    UNION ALL
    -- One by one: there are few beside all gifts, even where the database has not counted them yet.
    SELECT k.fiscal_year, k.payer_id, -k.amount_yen, -1 FROM revenue_receipt r CROSS JOIN LATERAL (SELECT * FROM kept_gift WHERE entry_id = r.entry_id OFFSET 0) k
      WHERE k.fiscal_year BETWEEN $1 AND $2 AND k.kind <> 'in_kind' AND ${giftStands} AND k.amount_yen > 0
    UNION ALL
    SELECT p.fiscal_year, p.supporter_id, -sum(p.amount_yen), 1
      FROM dues_terms t JOIN posting p ON p.dues_kind_id = t.dues_kind_id AND p.dues_year = t.fiscal_year
        JOIN ledger_account a ON a.id = p.account_id JOIN journal_entry e ON e.id = p.entry_id
      WHERE t.is_deductible AND p.fiscal_year BETWEEN $1 AND $2 AND p.supporter_id IS NOT NULL AND p.amount_yen < 0
        AND a.category = 'income' AND e.kind = 'receipt' AND ${entryStands}
      GROUP BY p.fiscal_year, p.supporter_id, p.entry_id),
  merged AS MATERIALIZED (SELECT id, merged_into_id FROM supporter WHERE merged_into_id IS NOT NULL),
  special AS MATERIALIZED (
    SELECT id FROM merged UNION SELECT merged_into_id FROM merged UNION SELECT payer_id FROM other WHERE payer_id IS NOT NULL ${changedGivers}),
  donor_year AS (
    SELECT fiscal_year, payer_id, amount_yen, gifts FROM kept_giver_year
      WHERE fiscal_year BETWEEN $1 AND $2 AND gifts > 0 AND amount_yen >= ${leastGiftYen} AND payer_id NOT IN (SELECT id FROM special)
    UNION ALL
    SELECT g.fiscal_year, coalesce(m.merged_into_id, g.payer_id), sum(g.amount_yen)::bigint, sum(g.gifts)::int
      FROM (
        ${ofGiver}
        UNION ALL SELECT fiscal_year, payer_id, amount_yen, gifts FROM other WHERE payer_id IS NOT NULL) g
        LEFT JOIN merged m ON m.id = g.payer_id
      GROUP BY 1, 2 HAVING sum(g.amount_yen) >= ${leastGiftYen})`
}

/** How the statement looks at gifts `k` and entries `e`. */
interface LookAtBooks {
  readonly prelude: string
  /** Whether the gift, and the entry, is there and not undone. */
  readonly giftStands: string
  readonly entryStands: string
  /** Who is no longer as kept. */
  readonly changedGivers: string
  /** What is kept of those who are summed anew. */
  readonly ofGiver: string
}

const now: LookAtBooks = {
  prelude: '',
  giftStands: 'NOT k.is_undone',
  entryStands: 'NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id)',
  changedGivers: '',
  ofGiver: 'SELECT k.fiscal_year, k.payer_id, k.amount_yen, k.gifts FROM kept_giver_year k JOIN special x ON x.id = k.payer_id WHERE k.fiscal_year BETWEEN $1 AND $2 AND k.gifts > 0',
}

function past(since: readonly YearSince[]): LookAtBooks {
  return {
    prelude: `${changedSince(since)},`,
    giftStands: standingAt(since).stands('k.entry_id', 'k.is_undone'),
    entryStands: `(e.id NOT IN (SELECT id FROM later)
        AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id AND r.id NOT IN (SELECT id FROM later)))`,
    changedGivers: 'UNION SELECT payer_id FROM changed',
    ofGiver: `SELECT k.fiscal_year, k.payer_id, k.amount_yen + coalesce(c.amount_yen, 0) AS amount_yen, k.gifts + coalesce(c.gifts, 0) AS gifts
          FROM kept_giver_year k JOIN special x ON x.id = k.payer_id LEFT JOIN changed c ON c.payer_id = k.payer_id AND c.fiscal_year = k.fiscal_year
          WHERE k.fiscal_year BETWEEN $1 AND $2 AND k.gifts + coalesce(c.gifts, 0) > 0`,
  }
}
