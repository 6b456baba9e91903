import { giftEntries } from '../gift-entries-sql.ts'

/**
 * The gifts of the fiscal year $1, whose last day is $2, up to its entry $3 (all of them where it is null), with what was said
 * of them until the moment $4 (now where it is null), as the CTE `scheduled`: an entry and account a row. What undoes a gift
 * is counted like the gift itself, less: in its own year, as the ledger has it. The 属性 of the register is that of today.
 */
export const scheduledGifts = `${giftEntries},
  line AS (
    SELECT entry_id, gift_id, entry_number, entry_date, giver_id, stands AND NOT is_undone AS is_standing, account_id, sign AS count, amount_yen FROM entry WHERE NOT is_split
    UNION ALL
    -- An entry counts once, whatever accounts it has.
    SELECT e.entry_id, e.gift_id, e.entry_number, e.entry_date, e.giver_id, e.stands AND NOT e.is_undone, share.account_id,
        CASE WHEN row_number() OVER (PARTITION BY e.entry_id ORDER BY share.account_id) > 1 THEN 0 ELSE e.sign END, e.side * sum(share.yen)::bigint
      FROM entry e CROSS JOIN LATERAL (SELECT * FROM kept_gift WHERE entry_id = e.gift_id OFFSET 0) k
        CROSS JOIN LATERAL unnest(k.income_account_ids, k.income_yen) share(account_id, yen)
      WHERE e.is_split GROUP BY e.entry_id, e.gift_id, e.entry_number, e.entry_date, e.giver_id, e.stands, e.is_undone, e.sign, e.side, share.account_id),
  note AS (
    SELECT DISTINCT ON (entry_id) entry_id, attribute, section, capital_yen FROM gift_schedule_note
      WHERE entry_id IN (SELECT gift_id FROM entry) AND ($4::timestamptz IS NULL OR recorded_at <= $4)
      ORDER BY entry_id, recorded_at DESC, id DESC),
  scheduled AS (
    SELECT g.entry_id, g.account_id, g.entry_number, g.entry_date, g.amount_yen, g.count, g.is_standing, s.id AS supporter_id, s.name AS supporter_name,
        coalesce(n.attribute, s.attribute, 'other') AS attribute, coalesce(n.section, 'current') AS section,
        g.count * coalesce(n.capital_yen, 0) AS capital_yen, n.entry_id IS NULL AS is_unnoted
      FROM line g LEFT JOIN supporter s ON s.id = g.giver_id LEFT JOIN note n ON n.entry_id = g.gift_id)`
