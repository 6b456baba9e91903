-- Indexes beyond those that Prisma can say: what searches and lists read.

-- ── Search ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Two-character pieces, because trigrams cannot answer two-character Japanese queries. Cutting a text into pieces costs
-- some 10 µs: the planner must not prefer doing it row by row to reading the index, hence the COST.
CREATE FUNCTION bigrams(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS $$
  SELECT CASE WHEN char_length(value) < 2 THEN ARRAY[value]
    ELSE (SELECT array_agg(DISTINCT substr(value, i, 2)) FROM generate_series(1, char_length(value) - 1) AS i) END
$$;
CREATE INDEX supporter_bigrams_idx ON supporter USING gin (bigrams(search_text));
CREATE INDEX journal_entry_bigrams_idx ON journal_entry USING gin (bigrams(search_text));

-- One typed character has no two-character piece that bigrams could find. It asks for names that begin with it: in
-- their reading, or as they are written (search_text opens with the name; domain/supporter/supporter-search-text).
CREATE INDEX supporter_reading_initial_idx ON supporter (left(kana, 1) COLLATE "C", kana, id);
CREATE INDEX supporter_name_initial_idx ON supporter (left(search_text, 1) COLLATE "C", kana, id);

-- ── Lists of postings ───────────────────────────────────────────────────────────────────────────────────────
-- Half of all postings are the cash side and carry no dimension at all: they have no place in the indexes of
-- dimensions, which become half as large and cost a post half as much.
CREATE INDEX posting_funding_source_list_idx ON posting (funding_source_id, entry_date, entry_id, line_number)
  WHERE funding_source_id IS NOT NULL;
CREATE INDEX posting_campaign_list_idx ON posting (campaign_id, entry_date, entry_id, line_number) WHERE campaign_id IS NOT NULL;
CREATE INDEX posting_collection_method_list_idx ON posting (collection_method_id, entry_date, entry_id, line_number)
  WHERE collection_method_id IS NOT NULL;
CREATE INDEX posting_area_list_idx ON posting (area_id, entry_date, entry_id, line_number) WHERE area_id IS NOT NULL;
CREATE INDEX posting_fund_list_idx ON posting (fund_id, entry_date, entry_id, line_number) WHERE fund_id IS NOT NULL;
CREATE INDEX posting_dues_kind_list_idx ON posting (dues_kind_id, entry_date, entry_id, line_number) WHERE dues_kind_id IS NOT NULL;
CREATE INDEX posting_supporter_list_idx ON posting (supporter_id, entry_date, entry_id, line_number) WHERE supporter_id IS NOT NULL;

-- The list is sorted by amount from either end, and money is looked for by its amount, whichever side of a correction
-- it stands on: one index by the signed amount serves both.
CREATE INDEX posting_amount_list_idx ON posting (amount_yen, entry_date, entry_id, line_number)
  WHERE funding_source_id IS NOT NULL;

-- One 校区 or one drive over all years. New rows are rare here, and sums change without touching these columns.
CREATE INDEX funding_year_total_area_id_idx ON funding_year_total (area_id) WHERE area_id IS NOT NULL;
CREATE INDEX funding_year_total_campaign_id_idx ON funding_year_total (campaign_id) WHERE campaign_id IS NOT NULL;
