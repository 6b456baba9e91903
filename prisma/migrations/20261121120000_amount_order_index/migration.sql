-- The list is sorted by amount from either end, and money is looked for by its amount, whichever side of a correction
-- it stands on: one index by the signed amount serves both.
DROP INDEX posting_amount_idx;
CREATE INDEX posting_amount_list_idx ON posting (amount_yen, entry_date, entry_id, line_number)
  WHERE funding_source_id IS NOT NULL;
