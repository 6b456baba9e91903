import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/**
 * The gifts of both sides of a cut, an entry a row, as the CTE `entry`: `side` from the arrays $1 (name), $2 (fiscal year),
 * $3 (first day), $4 (last day) and $5 (last entry; null for all). What undoes a gift is a row of its own, less, on its own
 * day, as the ledger has it; `stands` are those that nothing of the same side undoes. 種類 and きっかけ are as written down now.
 */
const giftEntries = `
  line AS MATERIALIZED (
    SELECT c.side, p.entry_id, p.fund_id, e.entry_date, e.kind AS entry_kind, coalesce(e.reverses_entry_id, e.id) AS gift_id,
        CASE WHEN e.kind = 'reversal' THEN -1 WHEN e.kind IN ('receipt', 'transfer') THEN 1 ELSE 0 END AS sign,
        (-sum(p.amount_yen))::bigint AS amount_yen, max(abs(p.count)) > 1 OR coalesce(bool_or(m.count_meaning = 'households'), false) AS is_batch
      FROM unnest($1::text[], $2::int[], $3::date[], $4::date[], $5::int[]) AS c(side, year, first_day, until, last_number)
        JOIN posting p ON p.fiscal_year = c.year AND p.entry_date BETWEEN c.first_day AND c.until
          AND p.funding_source_id = ANY (ARRAY(SELECT id FROM funding_source WHERE category = 'donation'))
        JOIN ledger_account a ON a.id = p.account_id AND a.category = 'income'
        JOIN journal_entry e ON e.id = p.entry_id AND (c.last_number IS NULL OR e.entry_number <= c.last_number)
        LEFT JOIN collection_method m ON m.id = p.collection_method_id
      GROUP BY c.side, p.entry_id, p.fund_id, e.id),
  summed AS (
    SELECT side, entry_id AS id, entry_date, entry_kind, gift_id, sign, sum(amount_yen)::bigint AS amount_yen, bool_or(is_batch) AS is_batch
      FROM line GROUP BY side, entry_id, entry_date, entry_kind, gift_id, sign),
  -- Joined with themselves the entries would be compared each with each: Postgres cannot know how many there are.
  entry AS MATERIALIZED (
    SELECT s.*, s.sign > 0 AND NOT bool_or(s.sign < 0) OVER gift AS stands,
        -- What takes money off and undoes no gift of the side: it undoes one of an earlier year, or pays back.
        s.sign <= 0 AND NOT bool_or(s.sign > 0) OVER gift AS is_of_earlier,
        giver.id AS giver_id, coalesce(giver.kind = 'anonymous', true) AS is_unnamed, coalesce(g.kind, 'general')::text AS kind, g.channel_id, way.id AS way_id
      FROM summed s JOIN journal_entry first ON first.id = s.gift_id
        LEFT JOIN supporter giver ON giver.id = ${survivorOf('first.payer_id')}
        LEFT JOIN kept_gift g ON g.entry_id = s.gift_id
        LEFT JOIN LATERAL (SELECT a.id FROM posting p JOIN ledger_account a ON a.id = p.account_id AND a.category <> 'expense'
          WHERE p.entry_id = s.gift_id AND p.amount_yen > 0 ORDER BY p.line_number LIMIT 1) way ON true
      WINDOW gift AS (PARTITION BY s.side, s.gift_id))`

/** The entries counted sort by sort; $6 are the brackets' lower bounds. */
const countsSql = `
  SELECT c.side, c.sort, c.key, c.name, c.count, c.amount_yen AS "amountYen" FROM (
    SELECT side, 'total' AS sort, '' AS key, NULL AS name, NULL AS place, sum(sign) AS count, sum(amount_yen)::bigint AS amount_yen FROM entry GROUP BY side
    UNION ALL SELECT side, 'kind', kind, NULL, NULL, sum(sign), sum(amount_yen)::bigint FROM entry GROUP BY side, kind
    UNION ALL SELECT side, 'month', extract(month FROM entry_date)::int::text, NULL, NULL, sum(sign), sum(amount_yen)::bigint FROM entry GROUP BY 1, 3
    UNION ALL SELECT side, 'bracket', (width_bucket(amount_yen, $6::bigint[]) - 1)::text, NULL, NULL, count(*), sum(amount_yen)::bigint
      FROM entry WHERE stands AND NOT is_batch GROUP BY 1, 3
    UNION ALL SELECT e.side, 'way', coalesce(e.way_id::text, ''), a.name, a.code, sum(e.sign), sum(e.amount_yen)::bigint
      FROM entry e LEFT JOIN ledger_account a ON a.id = e.way_id GROUP BY e.side, e.way_id, a.name, a.code
    UNION ALL SELECT e.side, 'channel', coalesce(e.channel_id::text, ''), h.name, h.code, sum(e.sign), sum(e.amount_yen)::bigint
      FROM entry e LEFT JOIN donation_channel h ON h.id = e.channel_id GROUP BY e.side, e.channel_id, h.name, h.code
    UNION ALL SELECT l.side, 'fund', coalesce(l.fund_id::text, ''), f.name, f.code, sum(l.sign), sum(l.amount_yen)::bigint
      FROM line l LEFT JOIN fund f ON f.id = l.fund_id GROUP BY l.side, l.fund_id, f.name, f.code) c
  ORDER BY c.sort, c.place NULLS LAST, c.key`

/** The gifts one by one. */
const figuresSql = `
  SELECT s.side, count(e.id) FILTER (WHERE e.stands AND NOT e.is_batch)::int AS count,
      coalesce(sum(e.amount_yen) FILTER (WHERE e.stands AND NOT e.is_batch), 0)::bigint AS "amountYen",
      round((percentile_cont(0.5) WITHIN GROUP (ORDER BY e.amount_yen) FILTER (WHERE e.stands AND NOT e.is_batch))::numeric)::bigint AS "medianYen",
      max(e.amount_yen) FILTER (WHERE e.stands AND NOT e.is_batch) AS "largestYen",
      count(DISTINCT e.giver_id) FILTER (WHERE e.stands AND NOT e.is_unnamed)::int AS givers,
      count(e.id) FILTER (WHERE e.stands AND NOT e.is_batch AND e.is_unnamed)::int AS unnamed,
      count(e.id) FILTER (WHERE e.stands AND e.is_batch)::int AS batches,
      coalesce(sum(e.amount_yen) FILTER (WHERE e.stands AND e.is_batch), 0)::bigint AS "batchYen",
      coalesce(sum(e.amount_yen) FILTER (WHERE e.is_of_earlier), 0)::bigint AS "earlierYen"
    FROM unnest($1::text[]) AS s(side) LEFT JOIN entry e ON e.side = s.side GROUP BY s.side`

/** Both at once, so that the entries are read once. */
export const giftSumsSql = `WITH ${giftEntries}
  SELECT (SELECT coalesce(json_agg(counts), '[]') FROM (${countsSql}) counts) AS counts, (SELECT json_agg(figures) FROM (${figuresSql}) figures) AS figures`
