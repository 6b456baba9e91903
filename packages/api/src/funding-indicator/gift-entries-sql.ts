/** What comes in by these methods is a batch: it was collected from door to door and handed in together. */
export const householdMethods = `SELECT id FROM collection_method WHERE count_meaning = 'households'`

const cameInSpan = '(k.fiscal_year = $1 AND k.entry_date <= $2 AND ($3::int IS NULL OR k.entry_number <= $3))'
const wentInSpan = '(k.is_undone AND k.undone_year = $1 AND k.undone_on <= $2 AND ($3::int IS NULL OR k.undone_number <= $3))'
const yenOfGift = '(CASE cardinality(k.income_yen) WHEN 1 THEN k.income_yen[1] ELSE (SELECT sum(yen) FROM unnest(k.income_yen) yen)::bigint END)'
const withGiver = 'LEFT JOIN merged m ON m.id = k.payer_id LEFT JOIN nobody n ON n.id = coalesce(m.merged_into_id, k.payer_id)'
const ofBoth = (households: string) => `coalesce(m.merged_into_id, k.payer_id) AS giver_id, k.payer_id IS NULL OR n.id IS NOT NULL AS is_unnamed, k.is_undone,
        k.most_count > 1 OR k.method_ids && ${households} AS is_batch,
        k.kind, k.channel_id, k.way_id, CASE cardinality(k.income_yen) WHEN 1 THEN k.income_fund_ids[1] END AS fund_id,
        CASE cardinality(k.income_yen) WHEN 1 THEN k.income_account_ids[1] END AS account_id, cardinality(k.income_yen) > 1 AS is_split`

/**
 * 寄附 of the fiscal year $1 up to the day $2 and the year's entry $3 (all of them where it is null), an entry a row, as the CTE
 * `entry`, read from what is kept of gifts. What undoes a gift is a row of its own, less, on its own day, as the ledger has
 * it; `stands` are those that nothing of the same span undoes. 種類 and きっかけ are as written down now, and the giver is who
 * stands for them today. What has several postings has no `fund_id` and `account_id`, and `is_split`.
 */
export const giftEntries = giftEntriesWith(`ARRAY(${householdMethods})`)

/** The same, told which methods count 世帯. */
export function giftEntriesWith(households: string): string {
  return `
  merged AS MATERIALIZED (SELECT id, merged_into_id FROM supporter WHERE merged_into_id IS NOT NULL),
  nobody AS MATERIALIZED (SELECT id FROM supporter WHERE kind = 'anonymous'),
  entry AS MATERIALIZED (
    SELECT k.entry_id AS gift_id, k.entry_id, k.entry_number, k.entry_date, k.is_receipt::int AS sign, 1 AS side, ${yenOfGift} AS amount_yen,
        k.is_receipt AND NOT ${wentInSpan} AS stands, NOT k.is_receipt AS is_of_earlier, ${ofBoth(households)}
      FROM kept_gift k ${withGiver} WHERE ${cameInSpan} AND cardinality(k.income_yen) > 0
    UNION ALL
    -- What takes money off and undoes no gift of the span undoes one from before it.
    SELECT k.entry_id, k.undone_by_id, k.undone_number, k.undone_on, -k.is_receipt::int, -1, -${yenOfGift}, false, NOT (${cameInSpan} AND k.is_receipt), ${ofBoth(households)}
      FROM kept_gift k ${withGiver} WHERE ${wentInSpan} AND cardinality(k.income_yen) > 0)`
}

/** The purposes of gifts that have several, an entry and purpose a row. */
export const purposesOfSplit = `SELECT e.entry_id, e.sign, share.fund_id, e.side * sum(share.yen)::bigint AS amount_yen
  FROM entry e CROSS JOIN LATERAL (SELECT * FROM kept_gift WHERE entry_id = e.gift_id OFFSET 0) k
    CROSS JOIN LATERAL unnest(k.income_fund_ids, k.income_yen) share(fund_id, yen)
  WHERE e.is_split GROUP BY e.entry_id, e.sign, e.side, share.fund_id`
