/**
 * 名寄せの候補, set by set. Two clues that a pair shares make a block; blocks are gathered in one pass over the register, and
 * only pairs within a block are looked at, so that 200,000 supporters take seconds and not 200,000 squared comparisons.
 * $1: points by evidence, $2: the least score, $3: the most records with one clue, $4: these two, whatever they share, or null for all.
 */
export const duplicatePairs = duplicatePairsAmong('(SELECT * FROM supporter WHERE merged_into_id IS NULL)')

/** The same among other rows with id, kind, area_id, email and search_text. */
export function duplicatePairsAmong(rows: string): string {
  return `
  WITH told_of AS MATERIALIZED (
    SELECT s.id, s.kind, s.area_id, nullif(lower(s.email), '') AS email, nullif(split_part(s.search_text, '|', 2), '') AS kana,
        nullif(CASE WHEN s.kind = 'person' THEN split_part(s.search_text, '|', 1)
          ELSE regexp_replace(split_part(s.search_text, '|', 1), '${namesOfLegalForms()}', '', 'g') END, '') AS name,
        nullif(translate(split_part(s.search_text, '|', 4), '()+.', ''), '') AS phone,
        nullif(address_in_short(split_part(s.search_text, '|', 5)), '') AS address
      FROM ${rows} s
      WHERE s.kind <> 'anonymous' AND ($4::uuid[] IS NULL OR s.id = ANY ($4::uuid[]))),
  register AS MATERIALIZED (
    SELECT t.*, hashtextextended(t.name, 1) AS n, hashtextextended(t.kana, 2) AS k, hashtextextended(t.phone, 3) AS p,
        hashtextextended(t.address, 4) AS a, hashtextextended(t.email, 5) AS e FROM told_of t),
  blocks AS MATERIALIZED (
    SELECT array_agg(r.id ORDER BY r.id) AS ids
      FROM register r CROSS JOIN LATERAL (VALUES (r.n # r.p, true), (r.n # r.a, true), (r.n # r.e, true), (r.k # r.p, true),
        (r.k # r.a, true), (r.k # r.e, true),
        -- Namesakes who all have an address of their own are as many people.
        (r.n # r.k, r.address IS NULL)) AS clue(key, may_tell)
      WHERE clue.key IS NOT NULL GROUP BY clue.key HAVING count(*) BETWEEN 2 AND $3::int AND bool_or(clue.may_tell)),
  pairs AS MATERIALIZED (
    SELECT DISTINCT one.id AS first_id, other.id AS second_id
      FROM blocks b, unnest(b.ids) WITH ORDINALITY AS one(id, place), unnest(b.ids) WITH ORDINALITY AS other(id, place)
      WHERE one.place < other.place
    UNION SELECT least(($4::uuid[])[1], ($4::uuid[])[2]), greatest(($4::uuid[])[1], ($4::uuid[])[2]) WHERE $4::uuid[] IS NOT NULL),
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
}

/** Legal forms before or after a company's name, as they stand in folded text; ㈱ has become (株) there. */
function namesOfLegalForms(): string {
  return ['株式会社', '有限会社', '合同会社', '一般社団法人', '一般財団法人', '社会福祉法人', '医療法人', '宗教法人', '特定非営利活動法人', 'npo法人',
    '[(](?:株|有|同|一社|一財|福|医|宗|特非)[)]'].join('|')
}
