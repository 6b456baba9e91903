-- Indexes that the lists of postings read. Half of all postings are the cash side and carry no dimension at all:
-- they have no place in the indexes of dimensions, which become half as large and cost a post half as much.
DROP INDEX posting_funding_source_id_entry_date_entry_id_line_number_idx;
DROP INDEX posting_campaign_id_entry_date_entry_id_line_number_idx;
DROP INDEX posting_collection_method_id_entry_date_entry_id_line_numbe_idx;
DROP INDEX posting_area_id_entry_date_entry_id_line_number_idx;
DROP INDEX posting_fund_id_entry_date_entry_id_line_number_idx;
DROP INDEX posting_dues_kind_id_entry_date_entry_id_line_number_idx;
DROP INDEX posting_supporter_id_entry_date_entry_id_line_number_idx;
CREATE INDEX posting_funding_source_list_idx ON posting (funding_source_id, entry_date, entry_id, line_number)
  WHERE funding_source_id IS NOT NULL;
CREATE INDEX posting_campaign_list_idx ON posting (campaign_id, entry_date, entry_id, line_number) WHERE campaign_id IS NOT NULL;
CREATE INDEX posting_collection_method_list_idx ON posting (collection_method_id, entry_date, entry_id, line_number)
  WHERE collection_method_id IS NOT NULL;
CREATE INDEX posting_area_list_idx ON posting (area_id, entry_date, entry_id, line_number) WHERE area_id IS NOT NULL;
CREATE INDEX posting_fund_list_idx ON posting (fund_id, entry_date, entry_id, line_number) WHERE fund_id IS NOT NULL;
CREATE INDEX posting_dues_kind_list_idx ON posting (dues_kind_id, entry_date, entry_id, line_number) WHERE dues_kind_id IS NOT NULL;
CREATE INDEX posting_supporter_list_idx ON posting (supporter_id, entry_date, entry_id, line_number) WHERE supporter_id IS NOT NULL;

-- Money is looked for by its amount, whichever side of a correction it stands on.
CREATE INDEX posting_amount_idx ON posting (abs(amount_yen), entry_date) WHERE funding_source_id IS NOT NULL;

-- One 校区 or one drive over all years. New rows are rare here, and sums change without touching these columns.
CREATE INDEX funding_year_total_area_id_idx ON funding_year_total (area_id) WHERE area_id IS NOT NULL;
CREATE INDEX funding_year_total_campaign_id_idx ON funding_year_total (campaign_id) WHERE campaign_id IS NOT NULL;

-- Cutting a text into pieces costs some 10 µs: the planner must not prefer doing it row by row to reading the index.
ALTER FUNCTION bigrams(text) COST 5000;
