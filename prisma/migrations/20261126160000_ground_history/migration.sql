-- 以前の内容: what the council's own tables said at a past moment. Every change of a row is appended with what the row was
-- before, and the schema `past` has each of these tables as it was at the moment that `sasaeai.moment` names: the table
-- itself, but for the rows that have changed since. So the price of looking back is paid by what has changed since, the
-- present costs nothing, and a row from before this migration has been as it is since ever.
-- CreateTable
CREATE TABLE "ground_history" (
    "id" BIGSERIAL NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "ground_history_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ground_history_table_name_recorded_at_idx" ON "ground_history"("table_name", "recorded_at");

CREATE TRIGGER ground_history_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ground_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Every change is written down ────────────────────────────────────────────────────────────────────────────────────
-- The key of a row in one value: its id as it is, and else what its columns make together.
CREATE FUNCTION ground_key(VARIADIC columns text[]) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN length(array_to_string(columns, '/')) = 36 THEN array_to_string(columns, '/') ELSE md5(array_to_string(columns, '/')) END::uuid
$$;

-- The arguments are the columns of the key, three at the most. Free words about people are not kept: no report reads them.
CREATE FUNCTION keep_ground_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  unkept CONSTANT text[] := ARRAY['note', 'leaving_reason'];
  counters CONSTANT text[] := ARRAY['revision', 'goal_revision'];
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN
      INSERT INTO ground_history (table_name, row_key)
        SELECT TG_TABLE_NAME, ground_key(j ->> TG_ARGV[0], j ->> TG_ARGV[1], j ->> TG_ARGV[2]) FROM (SELECT to_jsonb(n) AS j FROM new_rows n) r;
    WHEN 'UPDATE' THEN
      INSERT INTO ground_history (table_name, row_key, before, after)
        SELECT TG_TABLE_NAME, row_key, o.j, n.j
          FROM (SELECT ground_key(j ->> TG_ARGV[0], j ->> TG_ARGV[1], j ->> TG_ARGV[2]) AS row_key, j - unkept AS j FROM (SELECT to_jsonb(o) AS j FROM old_rows o) r) o
            FULL JOIN (SELECT ground_key(j ->> TG_ARGV[0], j ->> TG_ARGV[1], j ->> TG_ARGV[2]) AS row_key, j - unkept AS j FROM (SELECT to_jsonb(n) AS j FROM new_rows n) r) n
            USING (row_key)
          WHERE o.j - counters IS DISTINCT FROM n.j - counters;
    WHEN 'DELETE' THEN
      INSERT INTO ground_history (table_name, row_key, before)
        SELECT TG_TABLE_NAME, ground_key(j ->> TG_ARGV[0], j ->> TG_ARGV[1], j ->> TG_ARGV[2]), j - unkept FROM (SELECT to_jsonb(o) AS j FROM old_rows o) r;
  END CASE;
  RETURN NULL;
END $$;

-- For a council that is laid out together with its past: what there is now has been so since ever. The owner alone may say so.
CREATE FUNCTION forget_ground_history() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  ALTER TABLE ground_history DISABLE TRIGGER ground_history_stays;
  TRUNCATE ground_history;
  ALTER TABLE ground_history ENABLE TRIGGER ground_history_stays;
END $$;
REVOKE ALL ON FUNCTION forget_ground_history() FROM PUBLIC;

-- ── … and can be looked back to ─────────────────────────────────────────────────────────────────────────────────────
CREATE SCHEMA past;
GRANT USAGE ON SCHEMA past TO sasaeai_app;

-- The key of a row `t` of a table, as SQL.
CREATE FUNCTION ground_key_sql(kept text) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN count(*) = 1 AND min(format_type(a.atttypid, NULL)) = 'uuid' THEN format('t.%I', min(a.attname::text))
      ELSE format('ground_key(%s)', string_agg(format('t.%I::text', a.attname), ', ' ORDER BY k.place)) END
    FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = kept::regclass AND i.indisprimary
$$;

-- Keeps the past of a table from now on. Call it again, for the table, in a migration that has added a column to it.
CREATE FUNCTION keep_past_of(kept text) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  columns text := (
    SELECT string_agg(a.attname, ', ' ORDER BY k.place)
      FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
      WHERE i.indrelid = kept::regclass AND i.indisprimary);
  since text := format('h.table_name = %L AND h.recorded_at > current_setting(''sasaeai.moment'')::timestamptz', kept);
BEGIN
  EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_ground_history(%s)', kept || '_keeps_past_of_insert', kept, columns);
  EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_ground_history(%s)', kept || '_keeps_past_of_update', kept, columns);
  EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_ground_history(%s)', kept || '_keeps_past_of_delete', kept, columns);
  -- The first change after the moment tells what the row was at it.
  EXECUTE format('CREATE OR REPLACE VIEW past.%1$I AS
    SELECT t.* FROM public.%1$I t WHERE NOT EXISTS (SELECT FROM public.ground_history h WHERE %2$s AND h.row_key = %3$s)
    UNION ALL
    SELECT r.* FROM (SELECT DISTINCT ON (h.row_key) h.before FROM public.ground_history h WHERE %2$s ORDER BY h.row_key, h.id) f
      CROSS JOIN LATERAL jsonb_populate_record(NULL::public.%1$I, f.before) r WHERE f.before IS NOT NULL', kept, since, ground_key_sql(kept));
  EXECUTE format('GRANT SELECT ON past.%I TO sasaeai_app', kept);
END $$;
REVOKE ALL ON FUNCTION keep_past_of(text) FROM PUBLIC;

-- Areas with their households, names and what belongs where; goals and targets; what a year's dues are asked by; memberships;
-- 収入の区分, 指標 and plans.
SELECT keep_past_of(kept) FROM unnest(ARRAY[
  'area_type', 'area', 'area_household', 'ledger_account', 'funding_source', 'fund', 'collection_method', 'donation_channel', 'community_chest_rules',
  'campaign', 'campaign_goal_total', 'funding_target', 'dues_kind', 'dues_terms', 'dues_request', 'dues_expectation', 'membership', 'membership_units',
  'income_line', 'income_line_source', 'year_figure_account', 'funding_indicator', 'plan', 'plan_indicator', 'plan_review']) AS kept;

-- Rows whose newest change is not what the table says, or of which two changes do not follow each other.
CREATE FUNCTION ground_history_faults() RETURNS TABLE (table_name text, row_key uuid) LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  counters CONSTANT text[] := ARRAY['revision', 'goal_revision'];
  kept text;
BEGIN
  FOR kept IN SELECT viewname FROM pg_views WHERE schemaname = 'past' ORDER BY viewname LOOP
    RETURN QUERY EXECUTE format('
      SELECT h.table_name, h.row_key FROM (SELECT DISTINCT ON (row_key) * FROM ground_history WHERE table_name = %1$L ORDER BY row_key, id DESC) h
        LEFT JOIN %1$I t ON %2$s = h.row_key
        WHERE CASE WHEN h.after IS NULL THEN (t.* IS NULL) = (h.before IS NULL) ELSE NOT coalesce(to_jsonb(t) @> (h.after - $1), false) END', kept, ground_key_sql(kept))
      USING counters;
  END LOOP;
  RETURN QUERY
    SELECT DISTINCT c.table_name, c.row_key
      FROM (SELECT h.*, lag(h.after) OVER (PARTITION BY h.table_name, h.row_key ORDER BY h.id) - counters AS earlier FROM ground_history h) c
      WHERE NOT coalesce(c.before @> c.earlier, c.earlier IS NULL);
END $$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON ground_history TO sasaeai_app;
