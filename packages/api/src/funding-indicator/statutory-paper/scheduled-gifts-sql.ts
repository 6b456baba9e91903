import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/**
 * The gifts of the fiscal year $1 up to its entry $2 (all of them where it is null), with what was said of them until the
 * moment $3 (now where it is null), as the CTE `scheduled`: an entry and account a row. What undoes a gift is counted like
 * the gift itself, less: in its own year, as the ledger has it. The 属性 of the register is that of today.
 */
export const scheduledGifts = `
  line AS (
    SELECT p.entry_id, p.account_id, (-sum(p.amount_yen))::bigint AS amount_yen
      FROM posting p JOIN ledger_account a ON a.id = p.account_id AND a.category = 'income'
      WHERE p.fiscal_year = $1 AND p.funding_source_id = ANY (ARRAY(SELECT id FROM funding_source WHERE category = 'donation'))
      GROUP BY p.entry_id, p.account_id),
  gift AS (
    SELECT l.*, e.entry_number, e.entry_date, e.description, coalesce(e.reverses_entry_id, e.id) AS gift_id,
        -- An entry counts once, whatever accounts it has.
        CASE WHEN row_number() OVER (PARTITION BY l.entry_id ORDER BY l.account_id) > 1 THEN 0
          WHEN e.kind = 'reversal' THEN -1 WHEN e.kind IN ('receipt', 'transfer') THEN 1 ELSE 0 END AS sign
      FROM line l JOIN journal_entry e ON e.id = l.entry_id WHERE $2::int IS NULL OR e.entry_number <= $2),
  scheduled AS (
    SELECT g.entry_id, g.account_id, g.entry_number, g.entry_date, g.description, g.amount_yen, g.sign AS count, s.id AS supporter_id, s.name AS supporter_name,
        coalesce(n.attribute, s.attribute, 'other') AS attribute, coalesce(n.section, 'current') AS section,
        g.sign * coalesce(n.capital_yen, 0) AS capital_yen, n.id IS NULL AS is_unnoted
      FROM gift g JOIN journal_entry first ON first.id = g.gift_id
        LEFT JOIN supporter s ON s.id = ${survivorOf('first.payer_id')}
        LEFT JOIN LATERAL (SELECT * FROM gift_schedule_note n WHERE n.entry_id = g.gift_id AND ($3::timestamptz IS NULL OR n.recorded_at <= $3)
          ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) n ON true)`
