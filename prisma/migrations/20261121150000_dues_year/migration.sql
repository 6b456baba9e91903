-- 会費年度: the year whose dues a posting is. A slip that arrives in April for the year that has just ended is booked on
-- its day, in the new fiscal year, and still counts for the dues of the old one.
ALTER TABLE posting ADD COLUMN dues_year INTEGER;
ALTER TABLE intake_line ADD COLUMN dues_year INTEGER;
ALTER TABLE funding_total ADD COLUMN dues_year INTEGER;
ALTER TABLE funding_year_total ADD COLUMN dues_year INTEGER;

-- What is in the books so far was dues of the year that it was booked in.
ALTER TABLE posting DISABLE TRIGGER posting_is_final;
UPDATE posting SET dues_year = fiscal_year WHERE dues_kind_id IS NOT NULL;
ALTER TABLE posting ENABLE TRIGGER posting_is_final;
ALTER TABLE intake_line DISABLE TRIGGER intake_line_is_final;
UPDATE intake_line l SET dues_year = p.fiscal_year FROM posting p
  WHERE p.entry_id = l.entry_id AND p.dues_kind_id = l.dues_kind_id;
ALTER TABLE intake_line ENABLE TRIGGER intake_line_is_final;
UPDATE funding_total SET dues_year = fiscal_year,
    key = md5(concat_ws('|', entry_date, account_id, funding_source_id::text || 's', campaign_id::text || 'c',
      collection_method_id::text || 'm', area_id::text || 'a', fund_id::text || 'f', dues_kind_id::text || 'd', fiscal_year::text || 'y'))::uuid
  WHERE dues_kind_id IS NOT NULL;
UPDATE funding_year_total SET dues_year = fiscal_year,
    key = md5(concat_ws('|', fiscal_year, account_id, funding_source_id::text || 's', campaign_id::text || 'c',
      collection_method_id::text || 'm', area_id::text || 'a', fund_id::text || 'f', dues_kind_id::text || 'd', fiscal_year::text || 'y'))::uuid
  WHERE dues_kind_id IS NOT NULL;

-- Dues carry both or neither.
ALTER TABLE posting ADD CONSTRAINT posting_dues_have_year CHECK ((dues_kind_id IS NULL) = (dues_year IS NULL));
ALTER TABLE intake_line ADD CONSTRAINT intake_line_dues_have_year CHECK ((dues_kind_id IS NULL) = (dues_year IS NULL));

-- A year's dues by area until a day; and what one member has paid.
CREATE INDEX funding_total_dues_idx ON funding_total (dues_year, entry_date) WHERE dues_year IS NOT NULL;
CREATE INDEX posting_dues_supporter_idx ON posting (dues_year, supporter_id) WHERE dues_year IS NOT NULL AND supporter_id IS NOT NULL;

CREATE OR REPLACE FUNCTION check_and_total_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- Posts entries with their postings and audit events; answers with the numbers given, in the order asked.
-- p_entries: [{id, entryDate, kind, payerId?, description, sourceKind, sourceId, reversesEntryId?, correctsEntryId?,
--              reason?, intakeBatchId?, postedById, searchText, postings: [{accountId, amountYen, fundingSourceId?, …}]}]
-- p_audit:   [{id, actorId, action, subjectKind, subjectId, before?, after?, reason?}]
CREATE OR REPLACE FUNCTION post_entries(p_entries jsonb, p_audit jsonb)
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
      collection_method_id, area_id, fund_id, dues_kind_id, dues_year, supporter_id, count)
    SELECT (e ->> 'id')::uuid, m, (e ->> 'entryDate')::date,
        extract(year FROM (e ->> 'entryDate')::date)::int - (extract(month FROM (e ->> 'entryDate')::date) < 4)::int,
        p."accountId", p."amountYen", p."fundingSourceId", p."campaignId", p."collectionMethodId", p."areaId", p."fundId",
        p."duesKindId", p."duesYear", p."supporterId", coalesce(p.count, 0)
      FROM jsonb_array_elements(p_entries) AS e,
        jsonb_array_elements(e -> 'postings') WITH ORDINALITY AS line(doc, m),
        jsonb_to_record(line.doc) AS p("accountId" uuid, "amountYen" bigint, "fundingSourceId" uuid, "campaignId" uuid,
          "collectionMethodId" uuid, "areaId" uuid, "fundId" uuid, "duesKindId" uuid, "duesYear" int, "supporterId" uuid, count int);

  INSERT INTO audit_event (id, actor_id, action, subject_kind, subject_id, before, after, reason)
    SELECT a.id, a."actorId", a.action, a."subjectKind", a."subjectId", a.before, a.after, coalesce(a.reason, '')
      FROM jsonb_to_recordset(p_audit) AS a(id uuid, "actorId" uuid, action text, "subjectKind" text, "subjectId" text,
        before jsonb, after jsonb, reason text);
END $$;
