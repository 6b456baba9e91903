-- 名寄せ: two records of one supporter become one, and can become two again. What was posted or issued stays as it was
-- and is resolved in reading (api/supporter/merged-supporter-sql); every other row that names the supporter is moved, and
-- each move is written down.
-- AlterTable
ALTER TABLE "supporter" ADD COLUMN "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "supporter_kept_reference" (
    "table_name" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,

    CONSTRAINT "supporter_kept_reference_pkey" PRIMARY KEY ("table_name","column_name")
);

-- CreateTable
CREATE TABLE "supporter_merge" (
    "id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "undo_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "supporter_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supporter_merge_row" (
    "merge_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "table_name" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,
    "row_key" JSONB NOT NULL,
    "has_stayed" BOOLEAN NOT NULL DEFAULT false,
    "before" JSONB,

    CONSTRAINT "supporter_merge_row_pkey" PRIMARY KEY ("merge_id","sequence")
);

-- CreateTable
CREATE TABLE "supporter_apart" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "marked_by_id" UUID NOT NULL,

    CONSTRAINT "supporter_apart_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "duplicate_search" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "searched_at" TIMESTAMPTZ(3),
    "searched_by_id" UUID,

    CONSTRAINT "duplicate_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_candidate" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "evidence" TEXT[],

    CONSTRAINT "duplicate_candidate_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateIndex
CREATE INDEX "supporter_merge_survivor_id_idx" ON "supporter_merge"("survivor_id");

-- CreateIndex
CREATE INDEX "supporter_merge_merged_at_id_idx" ON "supporter_merge"("merged_at", "id");

-- CreateIndex
CREATE INDEX "supporter_apart_second_id_idx" ON "supporter_apart"("second_id");

-- CreateIndex
CREATE INDEX "duplicate_candidate_score_first_id_second_id_idx" ON "duplicate_candidate"("score" DESC, "first_id", "second_id");

-- AddForeignKey
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_merge" ADD CONSTRAINT "supporter_merge_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_merge" ADD CONSTRAINT "supporter_merge_merged_id_fkey" FOREIGN KEY ("merged_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_merge" ADD CONSTRAINT "supporter_merge_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_merge" ADD CONSTRAINT "supporter_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_merge_row" ADD CONSTRAINT "supporter_merge_row_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "supporter_merge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_apart" ADD CONSTRAINT "supporter_apart_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_apart" ADD CONSTRAINT "supporter_apart_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_apart" ADD CONSTRAINT "supporter_apart_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_search" ADD CONSTRAINT "duplicate_search_searched_by_id_fkey" FOREIGN KEY ("searched_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Plain checks, and the few rows that are looked up with every posting that is read ───────────────────────
ALTER TABLE supporter ADD CONSTRAINT supporter_is_not_merged_into_itself CHECK (merged_into_id <> id);
ALTER TABLE supporter_merge ADD CONSTRAINT supporter_merge_is_of_two CHECK (survivor_id <> merged_id);
ALTER TABLE supporter_merge ADD CONSTRAINT supporter_merge_undone_by CHECK ((undone_at IS NULL) = (undone_by_id IS NULL));
ALTER TABLE supporter_apart ADD CONSTRAINT supporter_apart_in_order CHECK (first_id < second_id);
ALTER TABLE duplicate_candidate ADD CONSTRAINT duplicate_candidate_in_order CHECK (first_id < second_id);
ALTER TABLE duplicate_search ADD CONSTRAINT duplicate_search_is_single CHECK (id = 1);
INSERT INTO duplicate_search (id) VALUES (1);
CREATE INDEX supporter_merged_idx ON supporter (id) INCLUDE (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX supporter_merged_into_idx ON supporter (merged_into_id) INCLUDE (id) WHERE merged_into_id IS NOT NULL;
-- One merge of a supporter stands at a time.
CREATE UNIQUE INDEX supporter_merge_one_live_idx ON supporter_merge (merged_id) WHERE undone_at IS NULL;

-- ── Which columns name a supporter ──────────────────────────────────────────────────────────────────────────
-- Asked of the catalogue, so that no table can be forgotten: whatever is not named here is moved by a merge.
INSERT INTO supporter_kept_reference (table_name, column_name) VALUES
  ('journal_entry', 'payer_id'), ('posting', 'supporter_id'), ('intake_line', 'supporter_id'),
  ('receipt', 'supporter_id'), ('interim_receipt', 'supporter_id'),
  ('supporter_merge', 'survivor_id'), ('supporter_merge', 'merged_id'),
  ('supporter_apart', 'first_id'), ('supporter_apart', 'second_id'),
  ('duplicate_candidate', 'first_id'), ('duplicate_candidate', 'second_id');

CREATE FUNCTION supporter_references() RETURNS TABLE (table_name text, column_name text, moves boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.relname::text, a.attname::text, NOT EXISTS (
      SELECT 1 FROM supporter_kept_reference k WHERE k.table_name = c.relname AND k.column_name = a.attname)
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
    WHERE f.contype = 'f' AND f.confrelid = 'public.supporter'::regclass AND f.conparentid = 0
    ORDER BY 1, 2
$$;

-- ── A row written for a merged supporter goes to the one that stands for both ───────────────────────────────
-- The key lock waits for a merge that is under way; afterwards the row finds where its supporter has gone.
CREATE FUNCTION follow_supporter_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  named uuid;
  stands_for uuid;
  followed boolean := false;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO named USING NEW;
  LOOP
    EXIT WHEN named IS NULL;
    SELECT merged_into_id INTO stands_for FROM supporter WHERE id = named FOR KEY SHARE;
    EXIT WHEN stands_for IS NULL;
    named := stands_for;
    followed := true;
  END LOOP;
  RETURN CASE WHEN followed THEN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], named)) ELSE NEW END;
END $$;

-- Gives every column that a merge moves its trigger, where it has none yet. Called with every merge, because tables with a
-- supporter are added after this migration; the first merge that knows of such a table gives it the trigger.
CREATE FUNCTION follow_supporter_merges() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT * FROM supporter_references() s WHERE s.moves AND s.table_name <> 'supporter' AND NOT EXISTS (
      SELECT 1 FROM pg_trigger t WHERE t.tgrelid = format('public.%I', s.table_name)::regclass
        AND t.tgname = 'a_' || s.column_name || '_follows_merge') LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON %I FOR EACH ROW EXECUTE FUNCTION follow_supporter_merge(%L)',
      -- Before the others in the order of names: they are to see where the row goes.
      'a_' || r.column_name || '_follows_merge', r.column_name, r.table_name, r.column_name);
  END LOOP;
END $$;
SELECT follow_supporter_merges();

-- Merging is done by the functions below alone.
CREATE FUNCTION refuse_plain_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'sasaeai_app' THEN
    RAISE EXCEPTION 'supporters are merged by merge_supporters' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER supporter_is_merged_by_door BEFORE UPDATE ON supporter FOR EACH ROW
  WHEN (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id) EXECUTE FUNCTION refuse_plain_merge();
-- Progress of dues is kept by who stands for whom.
CREATE TRIGGER supporter_merge_raises_dues_version AFTER UPDATE OF merged_into_id ON supporter
  FOR EACH STATEMENT EXECUTE FUNCTION raise_dues_version();

-- The columns that tell a row from the others of its table, as pieces of a jsonb_build_object.
CREATE FUNCTION row_key_of(p_table text) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT string_agg(format('%L, t.%I', a.attname, a.attname), ', ' ORDER BY a.attname)
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = format('public.%I', p_table)::regclass AND i.indisprimary
$$;

-- SQLSTATE SA014: one of the two is merged already, or is not there.
CREATE FUNCTION merge_supporters(p_merge jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_merge uuid := (p_merge ->> 'id')::uuid;
  v_survivor uuid := (p_merge ->> 'survivorId')::uuid;
  v_merged uuid := (p_merge ->> 'mergedId')::uuid;
  v_day date := (p_merge ->> 'day')::date;
  r record;
  v_row record;
  v_key jsonb;
  v_sequence int := 0;
BEGIN
  PERFORM follow_supporter_merges();
  -- In the order of ids, so that two clerks with the same two never wait for each other in a circle. The strong lock
  -- makes whoever writes a row for either of them wait.
  PERFORM 1 FROM supporter WHERE id IN (v_survivor, v_merged) ORDER BY id FOR UPDATE;
  IF (SELECT count(*) FROM supporter WHERE id IN (v_survivor, v_merged) AND merged_into_id IS NULL) <> 2 THEN
    RAISE EXCEPTION 'only two supporters that are not merged can be merged' USING ERRCODE = 'SA014';
  END IF;
  INSERT INTO supporter_merge (id, survivor_id, merged_id, before, after, reason, merged_at, merged_by_id)
    VALUES (v_merge, v_survivor, v_merged, p_merge -> 'before', p_merge -> 'after', coalesce(p_merge ->> 'reason', ''),
      (p_merge ->> 'mergedAt')::timestamptz, (p_merge ->> 'mergedById')::uuid);

  FOR r IN SELECT s.table_name, s.column_name, row_key_of(s.table_name) AS key_parts
      FROM supporter_references() s WHERE s.moves LOOP
    FOR v_row IN EXECUTE format('SELECT t.ctid AS place, jsonb_build_object(%s) AS row_key FROM %I t WHERE t.%I = $1 FOR UPDATE',
        r.key_parts, r.table_name, r.column_name) USING v_merged LOOP
      v_sequence := v_sequence + 1;
      BEGIN
        EXECUTE format('UPDATE %I t SET %I = $1 WHERE t.ctid = $2 RETURNING jsonb_build_object(%s)',
          r.table_name, r.column_name, r.key_parts) INTO STRICT v_key USING v_survivor, v_row.place;
        INSERT INTO supporter_merge_row (merge_id, sequence, table_name, column_name, row_key)
          VALUES (v_merge, v_sequence, r.table_name, r.column_name, v_key);
      EXCEPTION WHEN unique_violation OR exclusion_violation OR check_violation OR SQLSTATE 'SA006' THEN
        -- The survivor has one like it: this one stays where it is, and is told.
        INSERT INTO supporter_merge_row (merge_id, sequence, table_name, column_name, row_key, has_stayed)
          VALUES (v_merge, v_sequence, r.table_name, r.column_name, v_row.row_key, true);
      END;
    END LOOP;
  END LOOP;

  -- A membership that stays, because the survivor is a member of the same kind at the same time, ends with the merge.
  UPDATE supporter_merge_row x SET before = jsonb_build_object('left_on', m.left_on, 'leaving_reason', m.leaving_reason)
    FROM membership m WHERE x.merge_id = v_merge AND x.table_name = 'membership' AND x.has_stayed
      AND m.id = (x.row_key ->> 'id')::uuid AND (m.left_on IS NULL OR m.left_on > v_day);
  UPDATE membership m SET left_on = greatest(m.joined_on, v_day), leaving_reason = '名寄せ（統合先と重なるため）'
    FROM supporter_merge_row x WHERE x.merge_id = v_merge AND x.table_name = 'membership' AND x.before IS NOT NULL
      AND m.id = (x.row_key ->> 'id')::uuid;

  UPDATE supporter SET merged_into_id = v_survivor WHERE id = v_merged;
END $$;

-- Makes two of one again: every row that the merge moved goes back, wherever it has not gone on since. What came later to
-- the survivor stays with the survivor. SA014: the merge is undone already, or what it made was merged further.
CREATE FUNCTION undo_supporter_merge(p_undo jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m supporter_merge;
  x supporter_merge_row;
BEGIN
  SELECT * INTO STRICT m FROM supporter_merge WHERE id = (p_undo ->> 'mergeId')::uuid FOR UPDATE;
  PERFORM 1 FROM supporter WHERE id IN (m.survivor_id, m.merged_id) ORDER BY id FOR UPDATE;
  IF m.undone_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM supporter WHERE id = m.merged_id AND merged_into_id = m.survivor_id) THEN
    RAISE EXCEPTION 'this merge cannot be undone now' USING ERRCODE = 'SA014';
  END IF;
  UPDATE supporter SET merged_into_id = NULL WHERE id = m.merged_id;
  FOR x IN SELECT r.* FROM supporter_merge_row r JOIN supporter_references() s USING (table_name, column_name)
      WHERE r.merge_id = m.id AND s.moves AND NOT r.has_stayed ORDER BY r.sequence DESC LOOP
    EXECUTE format('UPDATE %I t SET %I = $1 WHERE t.%I = $2 AND jsonb_build_object(%s) = $3',
      x.table_name, x.column_name, x.column_name, row_key_of(x.table_name)) USING m.merged_id, m.survivor_id, x.row_key;
  END LOOP;
  UPDATE membership o SET left_on = (r.before ->> 'left_on')::date, leaving_reason = r.before ->> 'leaving_reason'
    FROM supporter_merge_row r WHERE r.merge_id = m.id AND r.table_name = 'membership' AND r.before IS NOT NULL
      AND o.id = (r.row_key ->> 'id')::uuid AND o.leaving_reason = '名寄せ（統合先と重なるため）';
  UPDATE supporter_merge SET undone_at = (p_undo ->> 'undoneAt')::timestamptz, undone_by_id = (p_undo ->> 'undoneById')::uuid,
      undo_reason = p_undo ->> 'reason' WHERE id = m.id;
END $$;

-- ── Addresses as they are compared: 二丁目3番4号 and 2-3-4 are one (blanks and hyphens are gone from search_text) ─
CREATE FUNCTION address_in_short(p_folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(translate(p_folded, '一二三四五六七八九', '123456789'), '丁目|番地|番|号|ノ', '', 'g')
$$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
REVOKE ALL ON FUNCTION merge_supporters(jsonb), undo_supporter_merge(jsonb), follow_supporter_merges() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merge_supporters(jsonb), undo_supporter_merge(jsonb) TO sasaeai_app;
GRANT SELECT ON supporter_kept_reference, supporter_merge, supporter_merge_row, supporter_apart, duplicate_search, duplicate_candidate TO sasaeai_app;
GRANT INSERT, DELETE ON supporter_apart, duplicate_candidate TO sasaeai_app;
GRANT UPDATE ON duplicate_search TO sasaeai_app;
