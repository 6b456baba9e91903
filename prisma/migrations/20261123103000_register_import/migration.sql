-- 名簿の取込み: files with supporters, line by line, until they are taken in, and what it takes to undo that.
-- CreateEnum
CREATE TYPE "supporter_import_status" AS ENUM ('error', 'new', 'changed', 'same', 'unsure', 'twice');

-- CreateEnum
CREATE TYPE "supporter_import_choice" AS ENUM ('leave', 'create', 'update');

-- CreateTable
CREATE TABLE "supporter_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BYTEA,
    "sha256" BYTEA NOT NULL,
    "headings" TEXT[],
    "samples" TEXT[],
    "columns" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "supporter_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "supporter_import_size" CHECK (octet_length(bytes) BETWEEN 1 AND 5767168),
    CONSTRAINT "supporter_import_undone_once_done" CHECK (undone_at IS NULL OR finished_at IS NOT NULL),
    CONSTRAINT "supporter_import_undone_by_somebody" CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))
);

-- CreateTable
CREATE TABLE "supporter_import_line" (
    "import_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "status" "supporter_import_status" NOT NULL,
    "choice" "supporter_import_choice" NOT NULL,
    "name" TEXT NOT NULL,
    "patch" JSONB NOT NULL,
    "errors" JSONB NOT NULL,
    "remarks" JSONB NOT NULL,
    "kind" "supporter_kind" NOT NULL,
    "area_id" UUID,
    "search_text" TEXT NOT NULL,
    "supporter_id" UUID,
    "revision" INTEGER,
    "before" JSONB,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "supporter_import_line_pkey" PRIMARY KEY ("import_id", "line_number"),
    CONSTRAINT "supporter_import_line_updates_somebody" CHECK (choice <> 'update' OR (supporter_id IS NOT NULL AND revision IS NOT NULL)),
    CONSTRAINT "supporter_import_line_error_stays_out" CHECK (status <> 'error' OR choice = 'leave'),
    CONSTRAINT "supporter_import_line_taken_is_chosen" CHECK (taken_at IS NULL OR (choice <> 'leave' AND supporter_id IS NOT NULL))
);

-- CreateIndex
CREATE INDEX "supporter_import_started_at_id_idx" ON "supporter_import"("started_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "supporter_import_line_id_key" ON "supporter_import_line"("id");

-- CreateIndex
CREATE INDEX "supporter_import_line_import_id_status_line_number_idx" ON "supporter_import_line"("import_id", "status", "line_number");

-- AddForeignKey
ALTER TABLE "supporter_import" ADD CONSTRAINT "supporter_import_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_import" ADD CONSTRAINT "supporter_import_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_import_line" ADD CONSTRAINT "supporter_import_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "supporter_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Undoing ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Supporters are never deleted, but for those whom an import has registered and whom nothing names yet: the foreign keys refuse
-- the rest. Candidates of 名寄せ are only proposals and go with them. Some columns that name supporters have no index, because
-- nobody asks them by supporter; for thousands of deletions they get one, and lose it again.
CREATE FUNCTION unregister_imported(import UUID) RETURNS INTEGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  registered UUID[];
  gone INTEGER;
  bare RECORD;
  helpers TEXT[] := '{}';
BEGIN
  SELECT array_agg(supporter_id) INTO registered FROM supporter_import_line
    WHERE import_id = import AND taken_at IS NOT NULL AND choice = 'create';
  DELETE FROM duplicate_candidate WHERE first_id = ANY (registered) OR second_id = ANY (registered);
  IF cardinality(registered) > 500 THEN
    FOR bare IN
      SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid = 'supporter'::regclass
          AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])
    LOOP
      helpers := helpers || format('unregister_helper_%s', cardinality(helpers) + 1);
      EXECUTE format('CREATE INDEX %I ON %s (%I)', helpers[cardinality(helpers)], bare.tab, bare.col);
    END LOOP;
  END IF;
  DELETE FROM supporter WHERE id = ANY (registered);
  GET DIAGNOSTICS gone = ROW_COUNT;
  FOR i IN 1 .. cardinality(helpers) LOOP
    EXECUTE format('DROP INDEX %I', helpers[i]);
  END LOOP;
  RETURN gone;
END $$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE, DELETE ON supporter_import, supporter_import_line TO sasaeai_app;
REVOKE ALL ON FUNCTION unregister_imported(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unregister_imported(UUID) TO sasaeai_app;
