-- The doors that the application's role may use. It owns nothing, and it cannot write to the ledger but through
-- post_entries, which numbers, balances, totals and audits in one statement.

-- 採番. The row lock lasts until the transaction ends: numbers have no gaps, because a rollback gives them back.
CREATE FUNCTION take_numbers(p_series text, p_fiscal_year int, p_how_many int) RETURNS int
LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO number_counter AS c (series, fiscal_year, last_number) VALUES (p_series, p_fiscal_year, p_how_many)
    ON CONFLICT (series, fiscal_year) DO UPDATE SET last_number = c.last_number + excluded.last_number
    RETURNING last_number
$$;

-- What the application numbers itself (受付番号, 支援者番号). An entry's number is given by post_entries alone: taken by
-- itself it would leave a gap.
CREATE FUNCTION take_number(p_series text, p_fiscal_year int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_series = 'journal_entry' THEN
    RAISE EXCEPTION 'entries are numbered by post_entries' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN take_numbers(p_series, p_fiscal_year, 1);
END $$;

-- Posts entries with their postings and audit events; answers with the numbers given, in the order asked.
-- p_entries: [{id, entryDate, kind, payerId?, description, sourceKind, sourceId, reversesEntryId?, correctsEntryId?,
--              reason?, intakeBatchId?, postedById, searchText, postings: [{accountId, amountYen, fundingSourceId?, …}]}]
-- p_audit:   [{id, actorId, action, subjectKind, subjectId, before?, after?, reason?}]
CREATE FUNCTION post_entries(p_entries jsonb, p_audit jsonb)
RETURNS TABLE (id uuid, fiscal_year int, entry_number int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  wanted record;
  bases jsonb := '{}';
BEGIN
  -- Years in ascending order, so that two posts over two years never wait for each other in a circle.
  FOR wanted IN
    SELECT extract(year FROM d)::int - (extract(month FROM d) < 4)::int AS fy, count(*)::int AS how_many
      FROM (SELECT (e ->> 'entryDate')::date AS d FROM jsonb_array_elements(p_entries) e) dates
      GROUP BY 1 ORDER BY 1
  LOOP
    bases := bases || jsonb_build_object(wanted.fy::text, take_numbers('journal_entry', wanted.fy, wanted.how_many) - wanted.how_many);
  END LOOP;

  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT n, e, (e ->> 'entryDate')::date AS d,
        extract(year FROM (e ->> 'entryDate')::date)::int - (extract(month FROM (e ->> 'entryDate')::date) < 4)::int AS fy
      FROM jsonb_array_elements(p_entries) WITH ORDINALITY AS x(e, n)
  )
  INSERT INTO journal_entry AS j (id, fiscal_year, entry_number, entry_date, kind, payer_id, description, source_kind, source_id,
      reverses_entry_id, corrects_entry_id, reason, intake_batch_id, posted_by_id, search_text)
    SELECT (e ->> 'id')::uuid, fy, (bases ->> fy::text)::int + (row_number() OVER (PARTITION BY fy ORDER BY n))::int, d,
        (e ->> 'kind')::entry_kind, (e ->> 'payerId')::uuid, e ->> 'description', e ->> 'sourceKind', e ->> 'sourceId',
        (e ->> 'reversesEntryId')::uuid, (e ->> 'correctsEntryId')::uuid, coalesce(e ->> 'reason', ''),
        (e ->> 'intakeBatchId')::uuid, (e ->> 'postedById')::uuid, coalesce(e ->> 'searchText', '')
      FROM asked ORDER BY n
    RETURNING j.id, j.fiscal_year, j.entry_number;

  INSERT INTO posting (entry_id, line_number, entry_date, fiscal_year, account_id, amount_yen, funding_source_id, campaign_id,
      collection_method_id, area_id, fund_id, dues_kind_id, supporter_id, count)
    SELECT (e ->> 'id')::uuid, m, (e ->> 'entryDate')::date,
        extract(year FROM (e ->> 'entryDate')::date)::int - (extract(month FROM (e ->> 'entryDate')::date) < 4)::int,
        p."accountId", p."amountYen", p."fundingSourceId", p."campaignId", p."collectionMethodId", p."areaId", p."fundId",
        p."duesKindId", p."supporterId", coalesce(p.count, 0)
      FROM jsonb_array_elements(p_entries) AS e,
        jsonb_array_elements(e -> 'postings') WITH ORDINALITY AS line(doc, m),
        jsonb_to_record(line.doc) AS p("accountId" uuid, "amountYen" bigint, "fundingSourceId" uuid, "campaignId" uuid,
          "collectionMethodId" uuid, "areaId" uuid, "fundId" uuid, "duesKindId" uuid, "supporterId" uuid, count int);

  INSERT INTO audit_event (id, actor_id, action, subject_kind, subject_id, before, after, reason)
    SELECT a.id, a."actorId", a.action, a."subjectKind", a."subjectId", a.before, a.after, coalesce(a.reason, '')
      FROM jsonb_to_recordset(p_audit) AS a(id uuid, "actorId" uuid, action text, "subjectKind" text, "subjectId" text,
        before jsonb, after jsonb, reason text);
END $$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'sasaeai_app') THEN
    BEGIN
      CREATE ROLE sasaeai_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- roles belong to the whole server: another database was being migrated at the same moment
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'sasaeai_app', 'MEMBER') THEN
    EXECUTE format('GRANT sasaeai_app TO %I', current_user);
  END IF;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO sasaeai_app', current_database());
END $$;
GRANT USAGE ON SCHEMA public TO sasaeai_app;
REVOKE ALL ON FUNCTION post_entries(jsonb, jsonb), take_number(text, int), take_numbers(text, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION post_entries(jsonb, jsonb), take_number(text, int) TO sasaeai_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO sasaeai_app;
DO $$
BEGIN
  -- Absent only in the shadow database of Prisma's own tools.
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON _prisma_migrations FROM sasaeai_app;
  END IF;
END $$;
-- What is kept for good: added, and changed where it may change, but never deleted. Of a month only its closing changes.
GRANT INSERT ON fiscal_year, fiscal_period, intake_line, audit_event, server_secret TO sasaeai_app;
GRANT UPDATE (closed_at, closed_by_id) ON fiscal_period TO sasaeai_app;
GRANT INSERT, UPDATE ON council, supporter, intake_batch, user_account TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON area_type, area, area_household, ledger_account, funding_source, fund, dues_kind, campaign,
  collection_method, funding_target, intake_presence, user_session, user_credential, user_verification, user_two_factor,
  user_passkey, rate_limit TO sasaeai_app;
