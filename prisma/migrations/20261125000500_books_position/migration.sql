-- How far the books had come at a past moment, year by year: two short looks at this index instead of one at all entries.
-- New entries come in at its end.
CREATE INDEX journal_entry_fiscal_year_posted_at_entry_number_idx ON journal_entry (fiscal_year, posted_at, entry_number);
ANALYZE journal_entry;
