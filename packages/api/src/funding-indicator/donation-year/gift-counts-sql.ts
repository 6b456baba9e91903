import { giftEntriesWith, householdMethods, purposesOfSplit } from '../gift-entries-sql.ts'

const sums = 'sum(count)::int AS count, sum(amount_yen)::bigint AS amount_yen'

/** The entries counted sort by sort; $4 are the brackets' lower bounds. What has several purposes is counted with each. */
const countsSql = `
    SELECT 'total' AS sort, '' AS key, coalesce(sum(count), 0)::int AS count, coalesce(sum(amount_yen), 0)::bigint AS "amountYen" FROM cell
    UNION ALL SELECT 'kind', kind::text, ${sums} FROM cell GROUP BY kind
    UNION ALL SELECT 'month', month::text, ${sums} FROM cell GROUP BY month
    UNION ALL SELECT 'bracket', (bracket - 1)::text, count(*)::int, sum(amount_yen)::bigint
      FROM (SELECT width_bucket(amount_yen, $4::bigint[]) AS bracket, amount_yen FROM entry WHERE stands AND NOT is_batch) single GROUP BY bracket
    UNION ALL SELECT 'way', coalesce(way_id::text, ''), ${sums} FROM cell GROUP BY way_id
    UNION ALL SELECT 'channel', coalesce(channel_id::text, ''), ${sums} FROM cell GROUP BY channel_id
    UNION ALL SELECT 'fund', coalesce(fund_id::text, ''), ${sums}
      FROM (SELECT fund_id, count, amount_yen FROM cell WHERE NOT is_split UNION ALL SELECT fund_id, sign, amount_yen FROM (${purposesOfSplit}) split) purpose
      GROUP BY fund_id`

/** The gifts one by one. */
const figuresSql = `
  SELECT count(*) FILTER (WHERE stands AND NOT is_batch)::int AS count,
      coalesce(sum(amount_yen) FILTER (WHERE stands AND NOT is_batch), 0)::bigint AS "amountYen",
      round((percentile_cont(0.5) WITHIN GROUP (ORDER BY amount_yen) FILTER (WHERE stands AND NOT is_batch))::numeric)::bigint AS "medianYen",
      max(amount_yen) FILTER (WHERE stands AND NOT is_batch) AS "largestYen",
      (SELECT count(*) FROM (SELECT giver_id FROM entry WHERE stands AND NOT is_unnamed GROUP BY giver_id) giver)::int AS givers,
      count(*) FILTER (WHERE stands AND NOT is_batch AND is_unnamed)::int AS unnamed,
      count(*) FILTER (WHERE stands AND is_batch)::int AS batches,
      coalesce(sum(amount_yen) FILTER (WHERE stands AND is_batch), 0)::bigint AS "batchYen",
      coalesce(sum(amount_yen) FILTER (WHERE is_of_earlier), 0)::bigint AS "earlierYen"
    FROM entry`

/** Both at once, so that the entries are read once; $5 are the methods that count 世帯. Without names: sums of a year that is over are the same at most moments. */
export const giftSumsSql = `WITH ${giftEntriesWith('$5::uuid[]')},
  cell AS MATERIALIZED (
    SELECT kind, extract(month FROM entry_date)::int AS month, way_id, channel_id, fund_id, is_split, sum(sign)::int AS count, sum(amount_yen)::bigint AS amount_yen
      FROM entry GROUP BY 1, 2, 3, 4, 5, 6)
  SELECT (SELECT coalesce(json_agg(counts), '[]') FROM (${countsSql}) counts) AS counts, (SELECT row_to_json(figures) FROM (${figuresSql}) figures) AS figures`

/** What ways, channels and funds are called, in the order in which they are told, and which methods count 世帯. */
export const giftNamesSql = `
  SELECT (SELECT coalesce(json_agg(named ORDER BY named.code, named.key), '[]') FROM (
      SELECT id::text AS key, name, code FROM ledger_account UNION ALL SELECT id::text, name, code FROM donation_channel UNION ALL SELECT id::text, name, code FROM fund) named) AS names,
    ARRAY(${householdMethods} ORDER BY id)::text[] AS households`
