-- 寄附の控え tells all that reports of a year need of a gift: where its money stands in the books, and what undid it. So a report
-- reads one row per gift instead of looking up its postings, its entry and the entry that undid it one by one.
-- AlterTable
ALTER TABLE "kept_gift" ADD COLUMN     "entry_number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "is_receipt" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "income_account_ids" UUID[],
ADD COLUMN     "income_fund_ids" UUID[],
ADD COLUMN     "income_yen" BIGINT[],
ADD COLUMN     "way_id" UUID,
ADD COLUMN     "most_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "method_ids" UUID[],
ADD COLUMN     "undone_by_id" UUID,
ADD COLUMN     "undone_year" INTEGER,
ADD COLUMN     "undone_on" DATE,
ADD COLUMN     "undone_number" INTEGER;

-- AlterTable
ALTER TABLE "ground_version" ADD COLUMN     "gift_version" BIGINT NOT NULL DEFAULT 0;

-- What was undone in a year: few of all gifts.
CREATE INDEX kept_gift_undone_idx ON kept_gift (undone_year, undone_on) WHERE is_undone;

-- ── As before (migration giver_years), with what is new of a gift and of what undoes it ─────────────────────────────
CREATE OR REPLACE FUNCTION keep_gifts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  donation_sources uuid[] := ARRAY(SELECT id FROM funding_source WHERE category = 'donation');
  income_accounts uuid[];
  expense_accounts uuid[];
  came uuid[];
  undone uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources)) THEN
    RETURN NULL;
  END IF;
  income_accounts := ARRAY(SELECT id FROM ledger_account WHERE category = 'income');
  expense_accounts := ARRAY(SELECT id FROM ledger_account WHERE category = 'expense');
  WITH gift AS (
    INSERT INTO kept_gift (entry_id, fiscal_year, entry_date, payer_id, amount_yen, fund_ids, area_id, kind, entry_number, is_receipt,
        income_account_ids, income_fund_ids, income_yen, way_id, most_count, method_ids)
      SELECT g.entry_id, e.fiscal_year, e.entry_date, e.payer_id, g.amount_yen, g.fund_ids, g.area_id,
          CASE WHEN e.kind = 'transfer' THEN 'in_kind' WHEN g.fund_ids[1] IS NULL THEN 'general' ELSE 'designated' END::donation_kind,
          e.entry_number, e.kind IN ('receipt', 'transfer'), g.income_account_ids, g.income_fund_ids, g.income_yen, g.way_id, g.most_count, g.method_ids
        -- All of an entry in one pass: whatever is joined here would be planned once for batches of every size.
        FROM (SELECT p.entry_id, -sum(p.amount_yen) FILTER (WHERE l.is_gift) AS amount_yen, array_agg(p.fund_id ORDER BY p.line_number) FILTER (WHERE l.is_gift) AS fund_ids,
              min(p.area_id::text) FILTER (WHERE l.is_gift)::uuid AS area_id,
              coalesce(array_agg(p.account_id ORDER BY p.line_number) FILTER (WHERE l.is_income), '{}') AS income_account_ids,
              coalesce(array_agg(p.fund_id ORDER BY p.line_number) FILTER (WHERE l.is_income), '{}') AS income_fund_ids,
              coalesce(array_agg(-p.amount_yen ORDER BY p.line_number) FILTER (WHERE l.is_income), '{}') AS income_yen,
              (array_agg(p.account_id ORDER BY p.line_number) FILTER (WHERE p.amount_yen > 0 AND p.account_id <> ALL (expense_accounts)))[1] AS way_id,
              coalesce(max(abs(p.count)) FILTER (WHERE l.is_income), 0) AS most_count,
              coalesce(array_agg(p.collection_method_id ORDER BY p.line_number) FILTER (WHERE l.is_income AND p.collection_method_id IS NOT NULL), '{}') AS method_ids
            FROM new_postings p CROSS JOIN LATERAL (SELECT p.funding_source_id = ANY (donation_sources) AS is_gift,
              p.funding_source_id = ANY (donation_sources) AND p.account_id = ANY (income_accounts) AS is_income) l
            GROUP BY p.entry_id HAVING bool_or(l.is_gift)) g
          CROSS JOIN LATERAL (SELECT * FROM journal_entry j WHERE j.id = g.entry_id OFFSET 0) e
        WHERE e.kind <> 'reversal'
      RETURNING entry_id)
  SELECT array_agg(entry_id) INTO came FROM gift;
  WITH gift AS (
    UPDATE kept_gift k SET is_undone = true, undone_by_id = r.id, undone_year = r.fiscal_year, undone_on = r.entry_date, undone_number = r.entry_number
      FROM (SELECT e.* FROM (SELECT DISTINCT p.entry_id FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources)) n
        CROSS JOIN LATERAL (SELECT * FROM journal_entry j WHERE j.id = n.entry_id OFFSET 0) e WHERE e.kind = 'reversal') r
      WHERE k.entry_id = r.reverses_entry_id
      RETURNING k.entry_id)
  SELECT array_agg(entry_id) INTO undone FROM gift;
  -- A reversal has the amounts of what it reverses with the other sign, and is its giver's. In the order of ids, so that
  -- two posts never wait for each other in a circle.
  INSERT INTO kept_giver AS k (payer_id, amount_yen)
    SELECT e.payer_id, sum(g.amount_yen)
      FROM (SELECT p.entry_id, -sum(p.amount_yen) AS amount_yen FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources) GROUP BY p.entry_id) g
        CROSS JOIN LATERAL (SELECT coalesce((SELECT o.payer_id FROM journal_entry o WHERE o.id = j.reverses_entry_id), j.payer_id) AS payer_id
          FROM journal_entry j WHERE j.id = g.entry_id OFFSET 0) e
      WHERE e.payer_id IS NOT NULL
      GROUP BY e.payer_id ORDER BY e.payer_id
    ON CONFLICT (payer_id) DO UPDATE SET amount_yen = k.amount_yen + excluded.amount_yen;
  -- Without a row, what the statement above has to do with a giver is done.
  IF FOUND THEN
    PERFORM keep_giver_years(came, undone);
  END IF;
  RETURN NULL;
END $$;

-- ── What gifts are may change without a posting: the answers that are kept of them have a version ──────────────────
-- Once in a transaction, however many rows it changes.
CREATE FUNCTION raise_gift_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('sasaeai.gift_version_raised', true), '') = '' THEN
    UPDATE ground_version SET gift_version = gift_version + 1 WHERE id = 1;
    PERFORM set_config('sasaeai.gift_version_raised', 'yes', true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER donation_channel_raises_gift_version AFTER INSERT OR UPDATE OR DELETE ON donation_channel
  FOR EACH STATEMENT EXECUTE FUNCTION raise_gift_version();
CREATE TRIGGER supporter_raises_gift_version AFTER UPDATE OF merged_into_id, kind, attribute ON supporter FOR EACH ROW
  WHEN (ROW(OLD.merged_into_id, OLD.kind, OLD.attribute) IS DISTINCT FROM ROW(NEW.merged_into_id, NEW.kind, NEW.attribute))
  EXECUTE FUNCTION raise_gift_version();
-- What is written down in the transaction that posts the gift comes with its postings, which every answer looks at: those who
-- post gifts never wait for each other here.
CREATE FUNCTION raise_gift_version_of_posted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('sasaeai.gift_version_raised', true), '') = ''
      AND EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = NEW.entry_id AND e.xmin <> pg_current_xact_id()::xid) THEN
    UPDATE ground_version SET gift_version = gift_version + 1 WHERE id = 1;
    PERFORM set_config('sasaeai.gift_version_raised', 'yes', true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER donation_raises_gift_version AFTER INSERT OR UPDATE OF kind, channel_id ON donation
  FOR EACH ROW EXECUTE FUNCTION raise_gift_version_of_posted();
CREATE TRIGGER gift_schedule_note_raises_gift_version AFTER INSERT ON gift_schedule_note
  FOR EACH ROW EXECUTE FUNCTION raise_gift_version_of_posted();
REVOKE ALL ON FUNCTION raise_gift_version(), raise_gift_version_of_posted() FROM PUBLIC;

-- ── The gifts that are there already. Nobody posts meanwhile ────────────────────────────────────────────────────────
LOCK TABLE posting IN SHARE ROW EXCLUSIVE MODE;
UPDATE kept_gift k SET entry_number = e.entry_number, is_receipt = e.kind IN ('receipt', 'transfer'),
    income_account_ids = g.income_account_ids, income_fund_ids = g.income_fund_ids, income_yen = g.income_yen, way_id = g.way_id,
    most_count = g.most_count, method_ids = g.method_ids, undone_by_id = r.id, undone_year = r.fiscal_year, undone_on = r.entry_date, undone_number = r.entry_number
  FROM (SELECT p.entry_id,
        coalesce(array_agg(p.account_id ORDER BY p.line_number) FILTER (WHERE l.is_income), '{}') AS income_account_ids,
        coalesce(array_agg(p.fund_id ORDER BY p.line_number) FILTER (WHERE l.is_income), '{}') AS income_fund_ids,
        coalesce(array_agg(-p.amount_yen ORDER BY p.line_number) FILTER (WHERE l.is_income), '{}') AS income_yen,
        (array_agg(p.account_id ORDER BY p.line_number) FILTER (WHERE p.amount_yen > 0 AND a.category <> 'expense'))[1] AS way_id,
        coalesce(max(abs(p.count)) FILTER (WHERE l.is_income), 0) AS most_count,
        coalesce(array_agg(p.collection_method_id ORDER BY p.line_number) FILTER (WHERE l.is_income AND p.collection_method_id IS NOT NULL), '{}') AS method_ids
      FROM posting p JOIN kept_gift o ON o.entry_id = p.entry_id JOIN ledger_account a ON a.id = p.account_id LEFT JOIN funding_source s ON s.id = p.funding_source_id
        CROSS JOIN LATERAL (SELECT s.category = 'donation' AND a.category = 'income' AS is_income) l
      GROUP BY p.entry_id) g
    JOIN journal_entry e ON e.id = g.entry_id LEFT JOIN journal_entry r ON r.reverses_entry_id = e.id
  WHERE k.entry_id = g.entry_id;
ALTER TABLE kept_gift ALTER COLUMN entry_number DROP DEFAULT, ALTER COLUMN is_receipt DROP DEFAULT, ALTER COLUMN most_count DROP DEFAULT;
ANALYZE kept_gift;
