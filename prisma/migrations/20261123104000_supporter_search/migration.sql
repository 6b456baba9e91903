-- ── Looking up while typing ─────────────────────────────────────────────────────────────────────────────────────
-- Names that begin with two characters, in the order of their readings: a family name alone stands for thousands, of whom
-- ten are shown (api/supporter/first-matches).
CREATE INDEX supporter_name_opening_idx ON supporter (left(search_text, 2) COLLATE "C", kana, id);

-- How many there are, which the register says above its first page: counted on pages that hold a thousand of them each.
CREATE INDEX supporter_standing_idx ON supporter (kind, area_id) WHERE closed_on IS NULL AND merged_into_id IS NULL;
