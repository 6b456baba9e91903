-- 領収書: series as council data, receipts for gifts and for a calendar year, the paper as it was first set, what was done
-- with it, numbers that were spoiled. What is receipted is frozen.
CREATE TYPE "receipt_subject" AS ENUM ('dues', 'donation', 'goods', 'annual');
CREATE TYPE "receipt_layout" AS ENUM ('single', 'triple');
CREATE TYPE "receipt_deed_kind" AS ENUM ('handed', 'posted', 'returned', 'spoiled');

CREATE TABLE "receipt_series" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" "receipt_subject" NOT NULL,
    "pattern" TEXT NOT NULL,
    "digits" SMALLINT NOT NULL DEFAULT 5,
    "layout" "receipt_layout" NOT NULL DEFAULT 'single',
    "note" TEXT NOT NULL DEFAULT '',
    "prints_seal" BOOLEAN NOT NULL DEFAULT true,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "receipt_series_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "receipt_series_digits" CHECK (digits BETWEEN 1 AND 8),
    CONSTRAINT "receipt_series_pattern_has_number" CHECK (pattern LIKE '%{番号}%' AND (pattern LIKE '%{年}%' OR pattern LIKE '%{西暦}%'))
);
CREATE UNIQUE INDEX "receipt_series_code_key" ON "receipt_series"("code");
CREATE UNIQUE INDEX "receipt_series_pattern_key" ON "receipt_series"("pattern");

CREATE TABLE "receipt_seal" (
    "id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "receipt_seal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "receipt_seal_size" CHECK (octet_length(bytes) BETWEEN 1 AND 307200),
    CONSTRAINT "receipt_seal_hash" CHECK (sha256 = sha256(bytes))
);
-- New receipts carry one seal, or none.
CREATE UNIQUE INDEX receipt_seal_one_in_use_idx ON receipt_seal ((withdrawn_at IS NULL)) WHERE withdrawn_at IS NULL;

CREATE TABLE "receipt_run" (
    "id" UUID NOT NULL,
    "calendar_year" INTEGER NOT NULL,
    "issued_on" DATE NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requested_by_id" UUID NOT NULL,

    CONSTRAINT "receipt_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "receipt_run_year" CHECK (calendar_year BETWEEN 1900 AND 2199)
);

CREATE TABLE "receipt_paper" (
    "receipt_id" UUID NOT NULL,
    "copy" SMALLINT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receipt_paper_pkey" PRIMARY KEY ("receipt_id","copy"),
    CONSTRAINT "receipt_paper_copy" CHECK (copy >= -1),
    CONSTRAINT "receipt_paper_hash" CHECK (sha256 = sha256(bytes))
);
-- A PDF is packed already: PostgreSQL need not try again.
ALTER TABLE receipt_paper ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE "receipt_deed" (
    "id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "kind" "receipt_deed_kind" NOT NULL,
    "done_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "receipt_deed_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "receipt_deed_receipt_id_idx" ON "receipt_deed"("receipt_id");

CREATE TABLE "receipt_spoil" (
    "series_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "receipt_number" INTEGER NOT NULL,
    "printed_number" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "spoiled_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "receipt_spoil_pkey" PRIMARY KEY ("series_id","fiscal_year","receipt_number"),
    CONSTRAINT "receipt_spoil_has_reason" CHECK (reason <> '')
);
CREATE UNIQUE INDEX "receipt_spoil_printed_number_key" ON "receipt_spoil"("printed_number");

-- ── The four series that every council begins with; it may change and add to them ────────────────────────────
INSERT INTO receipt_series (id, code, name, subject, pattern, note) VALUES
  (gen_random_uuid(), '01', '会費', 'dues', '会費{年}-{番号}', '社協会費は、会員として地域の福祉活動を支えていただくお金です。'),
  (gen_random_uuid(), '02', '寄附', 'donation', '寄附{年}-{番号}', '寄附金の税の取扱いは、国税庁のホームページ（https://www.nta.go.jp/）をご覧ください。'),
  (gen_random_uuid(), '03', '物品', 'goods', '物品{年}-{番号}', '金額は、受け入れた日の時価による当会の見積りです。'),
  (gen_random_uuid(), '04', '年間証明', 'annual', '年間{年}-{番号}', '寄附金の税の取扱いは、国税庁のホームページ（https://www.nta.go.jp/）をご覧ください。');

-- ── Receipts that are there already: they were all of dues ───────────────────────────────────────────────────
ALTER TABLE receipt DISABLE TRIGGER receipt_is_final;
ALTER TABLE "receipt"
  ADD COLUMN "series_id" UUID,
  ADD COLUMN "printed_number" TEXT,
  ADD COLUMN "calendar_year" INTEGER,
  ADD COLUMN "run_id" UUID;
UPDATE receipt r SET series_id = s.id,
  printed_number = '会費' || lpad((r.fiscal_year - 2018)::text, 2, '0') || '-' || lpad(r.receipt_number::text, greatest(5, length(r.receipt_number::text)), '0')
  FROM receipt_series s WHERE s.code = '01';
UPDATE number_counter c SET series = 'receipt:' || s.id FROM receipt_series s WHERE c.series = 'receipt:dues' AND s.code = '01';
ALTER TABLE "receipt" ALTER COLUMN "series_id" SET NOT NULL, ALTER COLUMN "printed_number" SET NOT NULL;
DROP INDEX "receipt_fiscal_year_series_receipt_number_key";
ALTER TABLE "receipt" DROP COLUMN "series";
ALTER TABLE receipt ENABLE TRIGGER receipt_is_final;
CREATE UNIQUE INDEX "receipt_series_id_fiscal_year_receipt_number_key" ON "receipt"("series_id", "fiscal_year", "receipt_number");
CREATE UNIQUE INDEX "receipt_printed_number_key" ON "receipt"("printed_number");
CREATE INDEX "receipt_run_id_idx" ON "receipt"("run_id");
ALTER TABLE receipt ADD CONSTRAINT receipt_run_is_of_year CHECK (run_id IS NULL OR calendar_year IS NOT NULL);
ALTER TABLE receipt ADD CONSTRAINT receipt_of_year_has_supporter CHECK (calendar_year IS NULL OR supporter_id IS NOT NULL);
-- A supporter has one 年間証明 of a year, however often it is asked for, and whoever is stopped in between.
CREATE UNIQUE INDEX receipt_one_live_per_year_idx ON receipt (supporter_id, calendar_year) WHERE calendar_year IS NOT NULL AND voided_at IS NULL;

ALTER TABLE "receipt" ADD CONSTRAINT "receipt_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "receipt_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "receipt_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt_seal" ADD CONSTRAINT "receipt_seal_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt_run" ADD CONSTRAINT "receipt_run_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt_paper" ADD CONSTRAINT "receipt_paper_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt_deed" ADD CONSTRAINT "receipt_deed_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt_deed" ADD CONSTRAINT "receipt_deed_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt_spoil" ADD CONSTRAINT "receipt_spoil_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "receipt_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "receipt_spoil" ADD CONSTRAINT "receipt_spoil_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── SA007: a receipt in the council's name stands for dues or gifts that came in, never for money held for others ─
-- The entry's row is locked: a reversal at the same moment comes before (and is seen here), or after (and is refused).
CREATE OR REPLACE FUNCTION check_receipt_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM journal_entry WHERE id = NEW.entry_id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id AND kind IN ('receipt', 'transfer'))
     OR EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.entry_id AND campaign_id IS NOT NULL)
     OR EXISTS (
       SELECT 1 FROM posting p JOIN funding_source f ON f.id = p.funding_source_id JOIN ledger_account a ON a.id = p.account_id
       WHERE p.entry_id = NEW.entry_id AND (f.category NOT IN ('membership_dues', 'donation') OR a.category <> 'income'))
     OR NOT EXISTS (
       SELECT 1 FROM posting p JOIN funding_source f ON f.id = p.funding_source_id
       WHERE p.entry_id = NEW.entry_id AND p.amount_yen < 0 AND (f.category = 'donation' OR p.dues_kind_id IS NOT NULL)) THEN
    RAISE EXCEPTION 'entry % cannot have a receipt', NEW.entry_id USING ERRCODE = 'SA007';
  END IF;
  IF EXISTS (SELECT 1 FROM journal_entry WHERE reverses_entry_id = NEW.entry_id) THEN
    RAISE EXCEPTION 'entry % was reversed', NEW.entry_id USING ERRCODE = 'SA020';
  END IF;
  RETURN NULL;
END $$;

-- SQLSTATE SA020: what is under a live receipt is frozen. It is reversed only together with the voiding of its receipt.
CREATE FUNCTION refuse_reversal_of_receipted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM journal_entry WHERE id = NEW.reverses_entry_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM receipt_entry WHERE entry_id = NEW.reverses_entry_id AND is_live) THEN
    RAISE EXCEPTION 'entry % has a receipt', NEW.reverses_entry_id USING ERRCODE = 'SA020';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_entry_is_not_receipted AFTER INSERT ON journal_entry
  FOR EACH ROW WHEN (NEW.reverses_entry_id IS NOT NULL) EXECUTE FUNCTION refuse_reversal_of_receipted();

-- ── What was handed out stays as it was ──────────────────────────────────────────────────────────────────────
CREATE TRIGGER receipt_paper_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_paper
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_deed_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_deed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_spoil_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_spoil
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_run_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_run
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_seal_stays BEFORE DELETE OR TRUNCATE ON receipt_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A series that has given out numbers keeps what it is for: only then its register means one thing.
CREATE FUNCTION refuse_change_of_receipt_series() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM number_counter WHERE series = 'receipt:' || OLD.id) THEN
    RAISE EXCEPTION 'series % has given out numbers', OLD.code USING ERRCODE = 'SA001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER receipt_series_keeps_subject BEFORE UPDATE ON receipt_series
  FOR EACH ROW WHEN (NEW.subject <> OLD.subject) EXECUTE FUNCTION refuse_change_of_receipt_series();
CREATE TRIGGER receipt_series_raises_revision BEFORE UPDATE ON receipt_series FOR EACH ROW EXECUTE FUNCTION raise_revision();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON receipt_series, receipt_seal, receipt_run, receipt_paper, receipt_deed, receipt_spoil TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON receipt_series TO sasaeai_app;
GRANT INSERT ON receipt_seal, receipt_run, receipt_paper, receipt_deed, receipt_spoil TO sasaeai_app;
GRANT UPDATE (withdrawn_at) ON receipt_seal TO sasaeai_app;
