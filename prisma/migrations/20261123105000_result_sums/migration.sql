-- 募金の日別集計: what each method of a drive brought on a day. A result up to any day, and the days of a drive, are read from
-- some thousand of these rows instead of every cell of every area.
CREATE TABLE "campaign_day_total" (
    "key" UUID NOT NULL,
    "entry_date" DATE NOT NULL,
    "campaign_id" UUID NOT NULL,
    "collection_method_id" UUID,
    "amount_yen" BIGINT NOT NULL,
    "count" BIGINT NOT NULL,
    "postings" INTEGER NOT NULL,

    CONSTRAINT "campaign_day_total_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "campaign_day_total_campaign_id_idx" ON "campaign_day_total"("campaign_id");
-- Sums change all day long, in columns that no index holds: with room on its page, a row changes in place.
ALTER TABLE campaign_day_total SET (fillfactor = 80);

-- 目標額の集計: the goals of a drive by area, and by method; the cells between them are ten times as many.
CREATE TABLE "campaign_goal_total" (
    "key" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "area_id" UUID,
    "collection_method_id" UUID,
    "target_yen" BIGINT NOT NULL,
    "goals" INTEGER NOT NULL,

    CONSTRAINT "campaign_goal_total_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "campaign_goal_total_campaign_id_idx" ON "campaign_goal_total"("campaign_id");
ALTER TABLE campaign_goal_total SET (fillfactor = 80);

GRANT SELECT ON campaign_day_total, campaign_goal_total TO sasaeai_app;

-- The areas' part of a result: whole months of a drive, days of one month, and 戸別 by itself.
CREATE INDEX funding_month_total_campaign_idx ON funding_month_total (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX funding_total_campaign_idx ON funding_total (campaign_id, collection_method_id, entry_date) WHERE campaign_id IS NOT NULL;

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

  INSERT INTO campaign_day_total AS t (key, entry_date, campaign_id, collection_method_id, amount_yen, count, postings)
    SELECT md5(concat_ws('|', entry_date, campaign_id, collection_method_id))::uuid AS k,
        entry_date, campaign_id, collection_method_id, sum(amount_yen), sum(count), count(*)
      FROM new_postings WHERE campaign_id IS NOT NULL AND funding_source_id IS NOT NULL
      GROUP BY entry_date, campaign_id, collection_method_id
      ORDER BY k
    ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen,
      count = t.count + excluded.count, postings = t.postings + excluded.postings;

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

-- What a statement on goals has written is added, what it has replaced or deleted is taken off, and a sum that no goal is behind
-- any more goes. There is no foreign key to the drive: where one is deleted its goals go with it, and these sums with them.
CREATE FUNCTION total_campaign_goals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sign CONSTANT int := TG_ARGV[0]::int;
BEGIN
  INSERT INTO campaign_goal_total AS t (key, campaign_id, area_id, collection_method_id, target_yen, goals)
    SELECT md5(concat_ws('|', campaign_id, area_id::text || 'a', collection_method_id::text || 'm'))::uuid AS k,
        campaign_id, area_id, collection_method_id, sign * sum(target_yen), sign * count(*)
      FROM changed_goals
      GROUP BY GROUPING SETS ((campaign_id, area_id), (campaign_id, collection_method_id))
      ORDER BY k
    ON CONFLICT (key) DO UPDATE SET target_yen = t.target_yen + excluded.target_yen, goals = t.goals + excluded.goals;
  IF sign < 0 THEN
    DELETE FROM campaign_goal_total WHERE goals = 0 AND campaign_id IN (SELECT campaign_id FROM changed_goals);
  END IF;
  RETURN NULL;
END $$;
-- In the order of their names: what is written comes before what it replaces goes, so that no sum goes and comes back.
CREATE TRIGGER campaign_goal_totals_inserted AFTER INSERT ON campaign_goal REFERENCING NEW TABLE AS changed_goals
  FOR EACH STATEMENT EXECUTE FUNCTION total_campaign_goals('1');
CREATE TRIGGER campaign_goal_totals_updated_1 AFTER UPDATE ON campaign_goal REFERENCING NEW TABLE AS changed_goals
  FOR EACH STATEMENT EXECUTE FUNCTION total_campaign_goals('1');
CREATE TRIGGER campaign_goal_totals_updated_2 AFTER UPDATE ON campaign_goal REFERENCING OLD TABLE AS changed_goals
  FOR EACH STATEMENT EXECUTE FUNCTION total_campaign_goals('-1');
CREATE TRIGGER campaign_goal_totals_deleted AFTER DELETE ON campaign_goal REFERENCING OLD TABLE AS changed_goals
  FOR EACH STATEMENT EXECUTE FUNCTION total_campaign_goals('-1');

-- What was posted and set before. Nobody posts or saves meanwhile, or it would be counted twice or not at all.
LOCK TABLE posting, campaign_goal IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO campaign_day_total (key, entry_date, campaign_id, collection_method_id, amount_yen, count, postings)
  SELECT md5(concat_ws('|', entry_date, campaign_id, collection_method_id))::uuid,
      entry_date, campaign_id, collection_method_id, sum(amount_yen), sum(count), sum(postings)
    FROM funding_total WHERE campaign_id IS NOT NULL AND funding_source_id IS NOT NULL
    GROUP BY entry_date, campaign_id, collection_method_id
    ORDER BY entry_date;
INSERT INTO campaign_goal_total (key, campaign_id, area_id, collection_method_id, target_yen, goals)
  SELECT md5(concat_ws('|', campaign_id, area_id::text || 'a', collection_method_id::text || 'm'))::uuid,
      campaign_id, area_id, collection_method_id, sum(target_yen), count(*)
    FROM campaign_goal GROUP BY GROUPING SETS ((campaign_id, area_id), (campaign_id, collection_method_id));
ANALYZE campaign_day_total;
ANALYZE campaign_goal_total;
