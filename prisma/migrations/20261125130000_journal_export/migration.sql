-- 会計ソフトへの書き出し: what went to the accounting program in which file, so that no entry goes there twice.
-- CreateEnum
CREATE TYPE "journal_file_encoding" AS ENUM ('cp932', 'utf8', 'utf8_bom');

-- CreateEnum
CREATE TYPE "journal_line_ending" AS ENUM ('crlf', 'lf');

-- CreateTable
CREATE TABLE "journal_export_profile" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "preset" TEXT NOT NULL DEFAULT 'own',
    "encoding" "journal_file_encoding" NOT NULL,
    "line_ending" "journal_line_ending" NOT NULL,
    "has_header" BOOLEAN NOT NULL,
    "mapping" JSONB NOT NULL,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "journal_export_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_export" (
    "id" UUID NOT NULL,
    "export_number" INTEGER NOT NULL,
    "profile_id" UUID NOT NULL,
    "profile" JSONB NOT NULL,
    "first_day" DATE,
    "last_day" DATE NOT NULL,
    "entries" INTEGER NOT NULL,
    "postings" INTEGER NOT NULL,
    "debit_yen" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "exported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "exported_by_id" UUID NOT NULL,

    CONSTRAINT "journal_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_export_entry" (
    "entry_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "journal_export_entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "journal_export_profile_code_key" ON "journal_export_profile"("code");

-- CreateIndex
CREATE UNIQUE INDEX "journal_export_export_number_key" ON "journal_export"("export_number");

-- CreateIndex
CREATE INDEX "journal_export_profile_id_idx" ON "journal_export"("profile_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_export_entry_export_id_position_key" ON "journal_export_entry"("export_id", "position");

-- AddForeignKey
ALTER TABLE "journal_export" ADD CONSTRAINT "journal_export_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "journal_export_profile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_export" ADD CONSTRAINT "journal_export_exported_by_id_fkey" FOREIGN KEY ("exported_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_export_entry" ADD CONSTRAINT "journal_export_entry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_export_entry" ADD CONSTRAINT "journal_export_entry_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "journal_export"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE journal_export_profile
  ADD CONSTRAINT journal_export_profile_is_named CHECK (code <> '' AND name <> ''),
  ADD CONSTRAINT journal_export_profile_has_columns CHECK (jsonb_array_length(mapping -> 'columns') > 0);
ALTER TABLE journal_export
  ADD CONSTRAINT journal_export_number CHECK (export_number > 0),
  ADD CONSTRAINT journal_export_span CHECK (first_day <= last_day),
  ADD CONSTRAINT journal_export_totals CHECK (entries > 0 AND postings >= 2 * entries AND debit_yen > 0),
  ADD CONSTRAINT journal_export_sum CHECK (sha256 ~ '^[0-9a-f]{64}$');

CREATE TRIGGER journal_export_profile_raises_revision BEFORE UPDATE ON journal_export_profile
  FOR EACH ROW EXECUTE FUNCTION raise_revision();

-- What went out stays as it went out.
CREATE TRIGGER journal_export_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_export
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_export_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_export_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- All entries of an export come in one statement, and are as many and as much as it says: nothing is slipped into it later.
CREATE FUNCTION check_exported_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT n.export_id, count(DISTINCT n.entry_id) AS entries, count(*) AS postings, sum(greatest(p.amount_yen, 0)) AS debit_yen
        FROM new_entries n JOIN posting p ON p.entry_id = n.entry_id GROUP BY n.export_id) added
    JOIN journal_export x ON x.id = added.export_id
    WHERE (added.entries, added.postings, added.debit_yen) IS DISTINCT FROM (x.entries::bigint, x.postings::bigint, x.debit_yen::numeric)
      OR (SELECT count(*) FROM journal_export_entry e WHERE e.export_id = x.id) <> x.entries) THEN
    RAISE EXCEPTION 'the entries of an export differ from its totals' USING ERRCODE = 'SA001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_export_entry_agrees AFTER INSERT ON journal_export_entry
  REFERENCING NEW TABLE AS new_entries FOR EACH STATEMENT EXECUTE FUNCTION check_exported_entries();

CREATE FUNCTION check_export_has_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journal_export_entry WHERE export_id = NEW.id) THEN
    RAISE EXCEPTION 'an export has no entries' USING ERRCODE = 'SA001';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_export_has_entries AFTER INSERT ON journal_export
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_export_has_entries();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON journal_export_profile, journal_export, journal_export_entry TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON journal_export_profile TO sasaeai_app;
GRANT INSERT ON journal_export, journal_export_entry TO sasaeai_app;
