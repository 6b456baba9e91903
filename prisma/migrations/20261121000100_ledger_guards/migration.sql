-- What PostgreSQL itself refuses of the ledger, whoever asks, and the totals that it keeps.
-- SQLSTATEs of our own (packages/api/src/ledger/ledger-refusal.ts maps them to words):
--   SA001 a posted thing was to be changed or deleted     SA002 an entry does not sum to zero, or came in pieces
--   SA003 the month is closed or its year is not open     SA004 a reversal of a reversal
--   SA005 the area tree would lose its order
-- Functions that work with the owner's rights name pg_temp last in their search path: it would otherwise be searched
-- first, and a temporary table of a guard's own name would answer in its place.

-- ── Plain checks ────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE fiscal_year ADD CONSTRAINT fiscal_year_range CHECK (year BETWEEN 1900 AND 2999);
ALTER TABLE fiscal_period ADD CONSTRAINT fiscal_period_is_month_of_year CHECK (
  first_day = date_trunc('month', first_day)::date
  AND fiscal_year = extract(year FROM first_day)::int - (extract(month FROM first_day) < 4)::int);
ALTER TABLE number_counter ADD CONSTRAINT number_counter_counts_up CHECK (last_number >= 0);

-- 9,000,000,000,000 yen: beyond any council, within a JavaScript safe integer even when thousands are added up.
ALTER TABLE posting ADD CONSTRAINT posting_amount_is_yen CHECK (amount_yen <> 0 AND abs(amount_yen) <= 9000000000000);
ALTER TABLE posting ADD CONSTRAINT posting_year_is_of_date CHECK (
  fiscal_year = extract(year FROM entry_date)::int - (extract(month FROM entry_date) < 4)::int);
ALTER TABLE journal_entry ADD CONSTRAINT entry_year_is_of_date CHECK (
  fiscal_year = extract(year FROM entry_date)::int - (extract(month FROM entry_date) < 4)::int);
ALTER TABLE journal_entry ADD CONSTRAINT entry_number_is_positive CHECK (entry_number > 0);
ALTER TABLE journal_entry ADD CONSTRAINT entry_reversal_names_entry_and_reason CHECK (
  (kind = 'reversal') = (reverses_entry_id IS NOT NULL)
  AND (reverses_entry_id IS NULL AND corrects_entry_id IS NULL OR reason <> ''));
ALTER TABLE intake_line ADD CONSTRAINT intake_line_amount_is_yen CHECK (amount_yen > 0 AND amount_yen <= 9000000000000);
ALTER TABLE intake_line ADD CONSTRAINT intake_line_counts CHECK (
  coalesce(households_asked, 0) >= 0 AND coalesce(households_paid, 0) >= 0 AND coalesce(units, 0) >= 0);
ALTER TABLE intake_batch ADD CONSTRAINT intake_batch_posted_is_numbered CHECK (
  (status = 'posted') = (intake_number IS NOT NULL) AND (intake_number IS NULL) = (fiscal_year IS NULL));

-- ── Posted is posted ────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'SA001';
END $$;

CREATE TRIGGER journal_entry_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER posting_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER intake_line_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON intake_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER intake_batch_is_final BEFORE UPDATE OR DELETE ON intake_batch
  FOR EACH ROW WHEN (OLD.status = 'posted') EXECUTE FUNCTION refuse_change();

-- All lines of a batch come in one statement, so that nothing is slipped under a posted batch later.
CREATE FUNCTION check_new_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT batch_id, count(*) AS lines FROM new_lines GROUP BY batch_id) n
    WHERE n.lines <> (SELECT count(*) FROM intake_line l WHERE l.batch_id = n.batch_id)) THEN
    RAISE EXCEPTION 'lines were added to a batch that has its lines' USING ERRCODE = 'SA001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER intake_line_comes_at_once AFTER INSERT ON intake_line
  REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION check_new_lines();

-- ── Entries: open month, no reversal of a reversal, never without postings ──────────────────────────────────
CREATE FUNCTION check_new_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  refused date;
BEGIN
  -- The share lock makes a closing of the month wait for us, or us for it: no entry slips in behind a close.
  PERFORM 1 FROM fiscal_period p
    WHERE (p.fiscal_year, p.first_day) IN (SELECT DISTINCT e.fiscal_year, date_trunc('month', e.entry_date)::date FROM new_entries e)
    ORDER BY p.fiscal_year, p.first_day FOR SHARE;
  SELECT e.entry_date INTO refused FROM new_entries e
    LEFT JOIN fiscal_period p ON p.fiscal_year = e.fiscal_year AND p.first_day = date_trunc('month', e.entry_date)::date
    WHERE p.first_day IS NULL OR p.closed_at IS NOT NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the month of % is not open', refused USING ERRCODE = 'SA003', DETAIL = refused::text;
  END IF;
  IF EXISTS (SELECT 1 FROM new_entries e JOIN journal_entry o ON o.id = e.reverses_entry_id WHERE o.kind = 'reversal') THEN
    RAISE EXCEPTION 'a reversal is not reversed: post the right entry instead' USING ERRCODE = 'SA004';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_entry_is_allowed AFTER INSERT ON journal_entry
  REFERENCING NEW TABLE AS new_entries FOR EACH STATEMENT EXECUTE FUNCTION check_new_entries();

CREATE FUNCTION check_entry_has_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.id) THEN
    RAISE EXCEPTION 'entry % has no postings', NEW.id USING ERRCODE = 'SA002';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_entry_has_postings AFTER INSERT ON journal_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_has_postings();

-- ── Postings: balanced, whole, of their entry's date; and the kept totals ───────────────────────────────────
CREATE FUNCTION check_and_total_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_postings GROUP BY entry_id HAVING sum(amount_yen) <> 0) THEN
    RAISE EXCEPTION 'an entry does not sum to zero' USING ERRCODE = 'SA002';
  END IF;
  -- All postings of an entry come in one statement, so that nothing is slipped under an entry later.
  IF EXISTS (
    SELECT 1 FROM (SELECT entry_id, count(*) AS lines FROM new_postings GROUP BY entry_id) n
    WHERE n.lines <> (SELECT count(*) FROM posting p WHERE p.entry_id = n.entry_id)) THEN
    RAISE EXCEPTION 'postings were added to an entry that has its postings' USING ERRCODE = 'SA002';
  END IF;
  IF EXISTS (SELECT 1 FROM new_postings p JOIN journal_entry e ON e.id = p.entry_id WHERE e.entry_date <> p.entry_date) THEN
    RAISE EXCEPTION 'a posting is not of its entry''s date' USING ERRCODE = 'SA002';
  END IF;

  INSERT INTO funding_total AS t (key, fiscal_year, entry_date, account_id, funding_source_id, campaign_id,
      collection_method_id, area_id, fund_id, dues_kind_id, amount_yen, count, postings)
    SELECT md5(concat_ws('|', entry_date, account_id, funding_source_id::text || 's', campaign_id::text || 'c',
          collection_method_id::text || 'm', area_id::text || 'a', fund_id::text || 'f', dues_kind_id::text || 'd'))::uuid AS k,
        fiscal_year, entry_date, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id,
        dues_kind_id, sum(amount_yen), sum(count), count(*)
      FROM new_postings
      GROUP BY fiscal_year, entry_date, account_id, funding_source_id, campaign_id, collection_method_id, area_id,
        fund_id, dues_kind_id
      ORDER BY k
    ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen,
      count = t.count + excluded.count, postings = t.postings + excluded.postings;

  INSERT INTO funding_year_total AS t (key, fiscal_year, account_id, funding_source_id, campaign_id,
      collection_method_id, area_id, fund_id, dues_kind_id, amount_yen, count, postings)
    SELECT md5(concat_ws('|', fiscal_year, account_id, funding_source_id::text || 's', campaign_id::text || 'c',
          collection_method_id::text || 'm', area_id::text || 'a', fund_id::text || 'f', dues_kind_id::text || 'd'))::uuid AS k,
        fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id,
        dues_kind_id, sum(amount_yen), sum(count), count(*)
      FROM new_postings
      GROUP BY fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id, dues_kind_id
      ORDER BY k
    ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen,
      count = t.count + excluded.count, postings = t.postings + excluded.postings;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_is_balanced_and_totalled AFTER INSERT ON posting
  REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT EXECUTE FUNCTION check_and_total_postings();
