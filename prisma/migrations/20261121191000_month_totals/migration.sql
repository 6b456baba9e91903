-- 月別集計: what the funding page is made of, kept as such. It reads whole months from here, and days only of the month
-- in which it is cut off: a quarter of the rows that the days of a year are.
CREATE TABLE "funding_month_total" (
    "key" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "month" SMALLINT NOT NULL,
    "funding_source_id" UUID,
    "campaign_id" UUID,
    "area_id" UUID,
    "amount_yen" BIGINT NOT NULL,

    CONSTRAINT "funding_month_total_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "funding_month_total_fiscal_year_idx" ON "funding_month_total"("fiscal_year");
-- Sums change all month long, in a column that no index holds: with room on its page, a row changes in place.
ALTER TABLE funding_month_total SET (fillfactor = 80);
GRANT SELECT ON funding_month_total TO sasaeai_app;

-- What every entry must hold is looked at once; which of it does not hold is asked only then. That pays for the third total.
CREATE OR REPLACE FUNCTION check_and_total_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT entry_id, sum(amount_yen) AS rest, count(*) AS lines, min(entry_date) AS first_date, max(entry_date) AS last_date
        FROM new_postings GROUP BY entry_id) n
    WHERE n.rest <> 0 OR n.first_date <> n.last_date OR n.lines <> (SELECT count(*) FROM posting p WHERE p.entry_id = n.entry_id)
      OR n.first_date <> (SELECT e.entry_date FROM journal_entry e WHERE e.id = n.entry_id)) THEN
    IF EXISTS (SELECT 1 FROM new_postings GROUP BY entry_id HAVING sum(amount_yen) <> 0) THEN
      RAISE EXCEPTION 'an entry does not sum to zero' USING ERRCODE = 'SA002';
    END IF;
    -- All postings of an entry come in one statement, so that nothing is slipped under an entry later.
    IF EXISTS (
      SELECT 1 FROM (SELECT entry_id, count(*) AS lines FROM new_postings GROUP BY entry_id) n
      WHERE n.lines <> (SELECT count(*) FROM posting p WHERE p.entry_id = n.entry_id)) THEN
      RAISE EXCEPTION 'postings were added to an entry that has its postings' USING ERRCODE = 'SA002';
    END IF;
    RAISE EXCEPTION 'a posting is not of its entry''s date' USING ERRCODE = 'SA002';
  END IF;

  INSERT INTO funding_total AS t (key, fiscal_year, entry_date, account_id, funding_source_id, campaign_id,
      collection_method_id, area_id, fund_id, dues_kind_id, dues_year, amount_yen, count, postings)
    SELECT md5(concat_ws('|', entry_date, account_id, funding_source_id::text || 's', campaign_id::text || 'c',
          collection_method_id::text || 'm', area_id::text || 'a', fund_id::text || 'f', dues_kind_id::text || 'd',
          dues_year::text || 'y'))::uuid AS k,
        fiscal_year, entry_date, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id,
        dues_kind_id, dues_year, sum(amount_yen), sum(count), count(*)
      FROM new_postings
      GROUP BY fiscal_year, entry_date, account_id, funding_source_id, campaign_id, collection_method_id, area_id,
        fund_id, dues_kind_id, dues_year
      ORDER BY k
    ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen,
      count = t.count + excluded.count, postings = t.postings + excluded.postings;

  INSERT INTO funding_month_total AS t (key, fiscal_year, month, funding_source_id, campaign_id, area_id, amount_yen)
    SELECT md5(concat_ws('|', fiscal_year, extract(month FROM entry_date), funding_source_id::text || 's', campaign_id::text || 'c',
          area_id::text || 'a'))::uuid AS k,
        fiscal_year, extract(month FROM entry_date), funding_source_id, campaign_id, area_id, sum(amount_yen)
      FROM new_postings WHERE funding_source_id IS NOT NULL OR campaign_id IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5, 6
      ORDER BY k
    ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen;

  INSERT INTO funding_year_total AS t (key, fiscal_year, account_id, funding_source_id, campaign_id,
      collection_method_id, area_id, fund_id, dues_kind_id, dues_year, amount_yen, count, postings)
    SELECT md5(concat_ws('|', fiscal_year, account_id, funding_source_id::text || 's', campaign_id::text || 'c',
          collection_method_id::text || 'm', area_id::text || 'a', fund_id::text || 'f', dues_kind_id::text || 'd',
          dues_year::text || 'y'))::uuid AS k,
        fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id,
        dues_kind_id, dues_year, sum(amount_yen), sum(count), count(*)
      FROM new_postings
      GROUP BY fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id, dues_kind_id,
        dues_year
      ORDER BY k
    ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen,
      count = t.count + excluded.count, postings = t.postings + excluded.postings;
  RETURN NULL;
END $$;

-- What was posted before, year after year as it would have come. Nobody posts meanwhile, or it would be counted twice or
-- not at all.
LOCK TABLE posting IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO funding_month_total (key, fiscal_year, month, funding_source_id, campaign_id, area_id, amount_yen)
  SELECT md5(concat_ws('|', fiscal_year, extract(month FROM entry_date), funding_source_id::text || 's', campaign_id::text || 'c',
        area_id::text || 'a'))::uuid,
      fiscal_year, extract(month FROM entry_date), funding_source_id, campaign_id, area_id, sum(amount_yen)
    FROM funding_total WHERE funding_source_id IS NOT NULL OR campaign_id IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6
    ORDER BY 2;
ANALYZE funding_month_total;
