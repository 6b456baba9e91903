-- One source or one account over all years: count and total of a list in 2 ms instead of 7 at a million postings.
CREATE INDEX funding_year_total_source_idx ON funding_year_total (funding_source_id) WHERE funding_source_id IS NOT NULL;
CREATE INDEX funding_year_total_account_idx ON funding_year_total (account_id);

-- A year's sums change all year long, in columns that no index holds: with room on its page, a row changes in place.
ALTER TABLE funding_year_total SET (fillfactor = 80);
