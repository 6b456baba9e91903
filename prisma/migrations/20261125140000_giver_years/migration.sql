-- 寄附の年度の控え: in which fiscal years every identified giver gave. Who gave again, who did not and who is new (継続率,
-- LYBUNT, SYBUNT) is read from how many givers have which years, some hundred rows, instead of from all gifts of all years.
-- AlterTable
ALTER TABLE "kept_giver" ADD COLUMN "years" INTEGER[] NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "kept_giver_year" (
    "payer_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "gifts" INTEGER NOT NULL,
    "amount_yen" BIGINT NOT NULL,

    CONSTRAINT "kept_giver_year_pkey" PRIMARY KEY ("payer_id","fiscal_year")
);

-- CreateTable
CREATE TABLE "giver_years_total" (
    "key" UUID NOT NULL,
    "years" INTEGER[] NOT NULL,
    "givers" INTEGER NOT NULL,

    CONSTRAINT "giver_years_total_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "giver_years_change" (
    "id" BIGSERIAL NOT NULL,
    "years" INTEGER[] NOT NULL,
    "givers" INTEGER NOT NULL,

    CONSTRAINT "giver_years_change_pkey" PRIMARY KEY ("id")
);

-- Givers of a year by what they gave, for the lists behind the figures.
CREATE INDEX kept_giver_year_list_idx ON kept_giver_year (fiscal_year, amount_yen, payer_id) WHERE gifts > 0;

-- Who has no name is no giver who could come again; there are few of them.
CREATE INDEX supporter_anonymous_idx ON supporter (id) WHERE kind = 'anonymous';

ALTER TABLE kept_giver SET (fillfactor = 90);

-- ── How many givers have which years ────────────────────────────────────────────────────────────────────────────────
-- Changes are appended, so that nobody who posts waits for anybody; readers add them to the totals. Every so many changes
-- one post folds what is there into the totals: the lock is only tried, and what others have not committed yet stays.
CREATE FUNCTION fold_giver_years() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('fold_giver_years')) THEN
    RETURN;
  END IF;
  WITH gone AS (DELETE FROM giver_years_change RETURNING years, givers)
  INSERT INTO giver_years_total AS t (key, years, givers)
    SELECT md5(years::text)::uuid, years, sum(givers) FROM gone GROUP BY years HAVING sum(givers) <> 0
    ON CONFLICT (key) DO UPDATE SET givers = t.givers + excluded.givers;
  DELETE FROM giver_years_total WHERE givers = 0;
END $$;
REVOKE ALL ON FUNCTION fold_giver_years() FROM PUBLIC;

-- Gifts that came and gifts that were undone, by giver and year. Only where somebody's first gift of a year came, or the
-- last one was undone, their years change. Whoever posts holds the giver's row of kept_giver already, so that nobody else
-- changes the years of the same giver meanwhile.
CREATE FUNCTION keep_giver_years(came uuid[], undone uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  turned_givers uuid[];
  turned_years int[];
  turned_on boolean[];
  is_fold_due boolean;
BEGIN
  WITH touched AS MATERIALIZED (
    SELECT payer_id, fiscal_year, sum(gifts) AS gifts, sum(amount_yen) AS amount_yen
      FROM (SELECT payer_id, fiscal_year, 1 AS gifts, amount_yen FROM kept_gift WHERE entry_id = ANY (came) AND payer_id IS NOT NULL AND amount_yen > 0
        UNION ALL
        SELECT payer_id, fiscal_year, -1, -amount_yen FROM kept_gift WHERE entry_id = ANY (undone) AND payer_id IS NOT NULL AND amount_yen > 0) gift
      GROUP BY payer_id, fiscal_year),
  kept AS (
    INSERT INTO kept_giver_year AS k (payer_id, fiscal_year, gifts, amount_yen)
      SELECT payer_id, fiscal_year, gifts, amount_yen FROM touched ORDER BY payer_id, fiscal_year
      ON CONFLICT (payer_id, fiscal_year) DO UPDATE SET gifts = k.gifts + excluded.gifts, amount_yen = k.amount_yen + excluded.amount_yen
      RETURNING payer_id, fiscal_year, gifts)
  SELECT array_agg(k.payer_id), array_agg(k.fiscal_year), array_agg(k.gifts > 0) INTO turned_givers, turned_years, turned_on
    FROM kept k JOIN touched t USING (payer_id, fiscal_year) WHERE (k.gifts > 0) <> (k.gifts - t.gifts > 0);
  IF turned_givers IS NULL THEN
    RETURN;
  END IF;

  WITH turned AS (
    SELECT payer_id, array_agg(fiscal_year) FILTER (WHERE is_on) AS came, array_agg(fiscal_year) FILTER (WHERE NOT is_on) AS gone
      FROM unnest(turned_givers, turned_years, turned_on) AS t(payer_id, fiscal_year, is_on) GROUP BY payer_id),
  renewed AS MATERIALIZED (
    SELECT g.payer_id, g.years AS before, ARRAY(
        SELECT DISTINCT y FROM unnest(g.years || coalesce(t.came, '{}')) y WHERE y <> ALL (coalesce(t.gone, '{}')) ORDER BY y) AS after
      FROM turned t JOIN kept_giver g ON g.payer_id = t.payer_id),
  written AS (UPDATE kept_giver g SET years = r.after FROM renewed r WHERE g.payer_id = r.payer_id),
  appended AS (
    INSERT INTO giver_years_change (years, givers)
      SELECT years, sum(givers) FROM (SELECT before AS years, -1 AS givers FROM renewed UNION ALL SELECT after, 1 FROM renewed) change
        WHERE years <> '{}' GROUP BY years HAVING sum(givers) <> 0
      RETURNING id)
  SELECT bool_or(id % 2048 = 0) INTO is_fold_due FROM appended;
  IF is_fold_due THEN
    PERFORM fold_giver_years();
  END IF;
END $$;
REVOKE ALL ON FUNCTION keep_giver_years(uuid[], uuid[]) FROM PUBLIC;

-- As before (migration kept_gifts), and then the years of the givers.
CREATE OR REPLACE FUNCTION keep_gifts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  donation_sources uuid[] := ARRAY(SELECT id FROM funding_source WHERE category = 'donation');
  came uuid[];
  undone uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources)) THEN
    RETURN NULL;
  END IF;
  WITH gift AS (
    INSERT INTO kept_gift (entry_id, fiscal_year, entry_date, payer_id, amount_yen, fund_ids, area_id, kind)
      SELECT g.entry_id, e.fiscal_year, e.entry_date, e.payer_id, g.amount_yen, g.fund_ids, g.area_id,
          CASE WHEN e.kind = 'transfer' THEN 'in_kind' WHEN g.fund_ids[1] IS NULL THEN 'general' ELSE 'designated' END::donation_kind
        FROM (SELECT p.entry_id, -sum(p.amount_yen) AS amount_yen, array_agg(p.fund_id ORDER BY p.line_number) AS fund_ids, min(p.area_id::text)::uuid AS area_id
            FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources) GROUP BY p.entry_id) g
          CROSS JOIN LATERAL (SELECT * FROM journal_entry j WHERE j.id = g.entry_id OFFSET 0) e
        WHERE e.kind <> 'reversal'
      RETURNING entry_id)
  SELECT array_agg(entry_id) INTO came FROM gift;
  WITH gift AS (
    UPDATE kept_gift k SET is_undone = true
      WHERE k.entry_id = ANY (ARRAY(SELECT e.reverses_entry_id FROM (SELECT DISTINCT p.entry_id FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources)) n
        CROSS JOIN LATERAL (SELECT * FROM journal_entry j WHERE j.id = n.entry_id OFFSET 0) e WHERE e.kind = 'reversal'))
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

-- ── The givers that are there already. Nobody posts meanwhile, or they would be counted twice or not at all ──────────
LOCK TABLE posting IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO kept_giver_year (payer_id, fiscal_year, gifts, amount_yen)
  SELECT payer_id, fiscal_year, count(*), sum(amount_yen) FROM kept_gift
    WHERE payer_id IS NOT NULL AND NOT is_undone AND amount_yen > 0 GROUP BY payer_id, fiscal_year;
UPDATE kept_giver g SET years = y.years
  FROM (SELECT payer_id, array_agg(fiscal_year ORDER BY fiscal_year) AS years FROM kept_giver_year GROUP BY payer_id) y WHERE y.payer_id = g.payer_id;
INSERT INTO giver_years_total (key, years, givers)
  SELECT md5(years::text)::uuid, years, count(*) FROM kept_giver WHERE years <> '{}' GROUP BY years;
ANALYZE kept_giver_year;
ANALYZE giver_years_total;

GRANT SELECT ON kept_giver_year, giver_years_total, giver_years_change TO sasaeai_app;
