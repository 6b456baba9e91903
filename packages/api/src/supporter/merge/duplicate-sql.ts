/**
 * 名寄せの候補, set by set. Two clues that a pair shares make a block; blocks are gathered in one pass over the register, and
 * only pairs within a block are looked at, so that 200,000 supporters take seconds and not 200,000 squared comparisons.
 * $1: points by evidence, $2: the least score, $3: the most records with one clue, $4: only these supporters, or null.
 */
export const duplicatePairs = `
  WITH register AS MATERIALIZED (
    SELECT s.id, s.kind, s.area_id,
        nullif(regexp_replace(split_part(s.search_text, '|', 1), '${namesOfLegalForms()}', '', 'g'), '') AS name,
        nullif(split_part(s.search_text, '|', 2), '') AS kana,
        nullif(regexp_replace(split_part(s.search_text, '|', 4), '\\D', '', 'g'), '') AS phone,
        nullif(lower(s.email), '') AS email,
        nullif(address_in_short(split_part(s.search_text, '|', 5)), '') AS address
      FROM supporter s
      WHERE s.merged_into_id IS NULL AND s.kind <> 'anonymous' AND ($4::uuid[] IS NULL OR s.id = ANY ($4::uuid[]))),
  blocks AS MATERIALIZED (
    SELECT array_agg(r.id ORDER BY r.id) AS ids
      FROM register r CROSS JOIN LATERAL (VALUES
        (hashtextextended(r.name || ' tel ' || r.phone, 0)), (hashtextextended(r.name || ' at ' || r.address, 0)),
        (hashtextextended(r.kana || ' tel ' || r.phone, 1)), (hashtextextended(r.kana || ' at ' || r.address, 1)),
        (hashtextextended(r.name || ' mail ' || r.email, 2)), (hashtextextended(r.kana || ' mail ' || r.email, 3)),
        (hashtextextended(r.name || ' is ' || r.kana, 4))) AS clue(key)
      WHERE clue.key IS NOT NULL GROUP BY clue.key HAVING count(*) BETWEEN 2 AND $3::int),
  pairs AS MATERIALIZED (
    SELECT DISTINCT one.id AS first_id, other.id AS second_id
      FROM blocks b, unnest(b.ids) WITH ORDINALITY AS one(id, place), unnest(b.ids) WITH ORDINALITY AS other(id, place)
      WHERE one.place < other.place),
  told AS (
    SELECT p.first_id, p.second_id, array_remove(ARRAY[
        CASE WHEN a.name = b.name THEN 'same_name' END, CASE WHEN a.kana = b.kana THEN 'same_kana' END,
        CASE WHEN a.phone = b.phone THEN 'same_phone' WHEN a.phone <> b.phone THEN 'other_phone' END,
        CASE WHEN a.email = b.email THEN 'same_email' END,
        CASE WHEN a.address = b.address THEN 'same_address' WHEN a.address <> b.address THEN 'other_address' END,
        CASE WHEN a.area_id = b.area_id THEN 'same_area' END, CASE WHEN a.kind <> b.kind THEN 'other_kind' END], NULL) AS evidence
      FROM pairs p JOIN register a ON a.id = p.first_id JOIN register b ON b.id = p.second_id),
  scored AS (
    SELECT t.*, greatest(0, least(100, (SELECT sum(($1::jsonb ->> e)::int) FROM unnest(t.evidence) e)))::int AS score FROM told t)
  SELECT first_id, second_id, score, evidence FROM scored WHERE score >= $2::int`

/** Legal forms before or after a company's name, as they stand in folded text; ㈱ has become (株) there. */
function namesOfLegalForms(): string {
  return ['株式会社', '有限会社', '合同会社', '一般社団法人', '一般財団法人', '社会福祉法人', '医療法人', '宗教法人', '特定非営利活動法人', 'npo法人',
    '[(](?:株|有|同|一社|一財|福|医|宗|特非)[)]'].join('|')
}
