import { preparedName } from '@sasaeai/db/prepared-name'
import { supporterNumberIn } from './supporter-condition.ts'

/** So many names with the same two characters are gone through for a longer text; and so many readings, to see whether it is common. */
const sampled = 400
/** So many readings are gone through for a common text: two milliseconds. Ten are met there of what one in two hundred has. */
const mostWalked = 4_000

/**
 * A question that answers in a row: the first matches of a text of two and more characters as a lookup ranks them, and
 * whether they are the first of all. It is planned once per connection, because it walks the same indexes whatever is typed.
 */
export function firstMatches(wanted: string, limit: number) {
  // Two characters are what the index of openings holds: each line that is read is a match.
  const opened = Array.from(wanted).length === 2 ? limit : sampled
  return { name: preparedName(text), text, values: [wanted, limit, supporterNumberIn(wanted), opened] }
}

export const choiceColumns = `s.id AS "supporterId", s.number, s.kind, s.name, s.kana, s.address, s.area_id AS "areaId", a.name AS "areaName"`

const sorted = 's.id, s.merged_into_id, s.number, s.kana, s.search_text'

/**
 * Who begins so: readings (U+FFFF sorts behind every character, so the walk ends with the last one), names, the number.
 * Where they are too few, readings are walked from the first on for whoever contains it, if a sample has any.
 */
const text = `
  WITH read_so AS MATERIALIZED (
    SELECT ${sorted} FROM supporter s WHERE left(s.kana, 1) COLLATE "C" = left($1::text, 1) AND s.kana BETWEEN $1::text AND $1::text || chr(65535)
      AND starts_with(s.kana COLLATE "C", $1::text) AND s.closed_on IS NULL ORDER BY s.kana, s.id LIMIT $2::int),
  opening AS MATERIALIZED (
    SELECT ${sorted} FROM supporter s WHERE left(s.search_text, 2) COLLATE "C" = left($1::text, 2) AND s.closed_on IS NULL
      ORDER BY s.kana, s.id LIMIT $4::int),
  written_so AS MATERIALIZED (SELECT * FROM opening WHERE starts_with(search_text, $1::text) LIMIT $2::int),
  begun AS MATERIALIZED (
    SELECT * FROM read_so UNION SELECT * FROM written_so
    UNION SELECT ${sorted} FROM supporter s WHERE s.number = $3::int AND strpos(s.search_text, $1::text) > 0 AND s.closed_on IS NULL),
  known AS MATERIALIZED (
    SELECT (SELECT count(*) >= $2::int FROM begun) AS is_full,
      (SELECT count(*) >= $2::int FROM written_so) OR (SELECT count(*) < $4::int FROM opening) AS has_all_names),
  sample AS MATERIALIZED (
    SELECT s.search_text FROM supporter s TABLESAMPLE SYSTEM ((SELECT least(100, 100 * ${sampled} / greatest(reltuples, 1)) FROM pg_class WHERE oid = 'supporter'::regclass))
      WHERE (SELECT has_all_names AND NOT is_full FROM known)),
  walked AS MATERIALIZED (
    SELECT ${sorted} FROM supporter s WHERE s.closed_on IS NULL AND (SELECT count(*) > 1 FROM sample WHERE strpos(search_text, $1::text) > 0)
      ORDER BY s.kana, s.id LIMIT ${mostWalked}),
  matching AS MATERIALIZED (
    SELECT * FROM begun UNION (SELECT * FROM walked WHERE strpos(search_text, $1::text) > 0 LIMIT 2 * $2::int)),
  ranked AS MATERIALIZED (
    SELECT id, merged_into_id, row_number() OVER (ORDER BY number IS DISTINCT FROM $3::int,
        NOT (starts_with(search_text, $1::text) OR starts_with(kana COLLATE "C", $1::text)), kana, id) AS place
      FROM matching ORDER BY place LIMIT $2::int)
  SELECT k.has_all_names AND (k.is_full OR (SELECT count(*) >= $2::int FROM ranked) OR (SELECT count(*) BETWEEN 1 AND ${mostWalked - 1} FROM walked)) AS "isEnough",
    (SELECT coalesce(json_agg(c), '[]') FROM (
      SELECT ${choiceColumns} FROM ranked r JOIN supporter s ON s.id = coalesce(r.merged_into_id, r.id) AND s.closed_on IS NULL
        LEFT JOIN area a ON a.id = s.area_id ORDER BY r.place) c) AS choices
  FROM known k`
