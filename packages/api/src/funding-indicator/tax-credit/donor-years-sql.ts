import { leastGiftYen } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-test'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/**
 * What the 税額控除 test counts as gifts of the fiscal years $1 to $2, as CTEs: `gift`, each as it stands, and `donor_year`,
 * what each named supporter gave in a year, where it is 3,000円 or more.
 *
 * As 年間証明 does, money counts and goods do not, nor what is no gift of the payer's (協賛, 収益), what was undone, or what
 * is held for 共同募金. Dues count where their kind is marked deductible for the year whose dues they are, and where a
 * supporter paid them by name: what an association hands in names nobody. Whoever was merged is one donor with the survivor.
 */
export const donorYears = `
  gift AS MATERIALIZED (
    SELECT k.fiscal_year, k.payer_id, k.amount_yen, k.entry_id FROM kept_gift k
      WHERE k.fiscal_year BETWEEN $1 AND $2 AND NOT k.is_undone AND k.amount_yen > 0 AND k.kind <> 'in_kind'
        AND NOT EXISTS (SELECT 1 FROM revenue_receipt r WHERE r.entry_id = k.entry_id)
    UNION ALL
    SELECT e.fiscal_year, p.supporter_id, -p.amount_yen, p.entry_id
      FROM dues_terms t JOIN posting p ON p.dues_kind_id = t.dues_kind_id AND p.dues_year = t.fiscal_year
        JOIN ledger_account a ON a.id = p.account_id JOIN journal_entry e ON e.id = p.entry_id
      WHERE t.is_deductible AND p.fiscal_year BETWEEN $1 AND $2 AND p.supporter_id IS NOT NULL AND p.amount_yen < 0
        AND a.category = 'income' AND e.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id)),
  posted AS MATERIALIZED (
    SELECT fiscal_year, payer_id, sum(amount_yen) AS amount_yen, count(DISTINCT entry_id) AS gifts FROM gift WHERE payer_id IS NOT NULL GROUP BY fiscal_year, payer_id),
  donor_year AS MATERIALIZED (
    SELECT y.fiscal_year, y.payer_id, sum(y.amount_yen)::bigint AS amount_yen, sum(y.gifts)::int AS gifts
      FROM (SELECT fiscal_year, ${survivorOf('g.payer_id')} AS payer_id, amount_yen, gifts FROM posted g) y
      GROUP BY y.fiscal_year, y.payer_id HAVING sum(y.amount_yen) >= ${leastGiftYen})`
