-- 財源の構成: the council's whole income by line, of which a part is booked here and the rest is told as yearly totals.
-- What is told is told once and kept: a correction is a new row, so that any report can be read as of a past moment.
-- CreateEnum
CREATE TYPE "income_category" AS ENUM ('membership_dues', 'allocation', 'donation', 'subsidy', 'entrusted', 'grant', 'business', 'care_service', 'loan', 'usage_fee', 'contribution', 'interest', 'other');

-- CreateEnum
CREATE TYPE "income_total_kind" AS ENUM ('budget', 'settled');

-- CreateEnum
CREATE TYPE "year_figure_name" AS ENUM ('fundraising_cost', 'community_welfare_cost', 'total_expense');

-- CreateTable
CREATE TABLE "income_line" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "income_category" NOT NULL,
    "display_order" INTEGER NOT NULL DEFAULT 0,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "income_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "income_line_source" (
    "funding_source_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,

    CONSTRAINT "income_line_source_pkey" PRIMARY KEY ("funding_source_id")
);

-- CreateTable
CREATE TABLE "income_total" (
    "id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "kind" "income_total_kind" NOT NULL,
    "amount_yen" BIGINT,
    "source" TEXT NOT NULL DEFAULT '',
    "as_of" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "income_total_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_figure" (
    "id" UUID NOT NULL,
    "figure" "year_figure_name" NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "amount_yen" BIGINT,
    "source" TEXT NOT NULL DEFAULT '',
    "as_of" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "year_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_figure_account" (
    "figure" "year_figure_name" NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "year_figure_account_pkey" PRIMARY KEY ("figure","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "income_line_code_key" ON "income_line"("code");

-- CreateIndex
CREATE INDEX "income_line_source_line_id_idx" ON "income_line_source"("line_id");

-- CreateIndex
CREATE INDEX "income_total_fiscal_year_line_id_kind_recorded_at_idx" ON "income_total"("fiscal_year", "line_id", "kind", "recorded_at");

-- CreateIndex
CREATE INDEX "income_total_line_id_idx" ON "income_total"("line_id");

-- CreateIndex
CREATE INDEX "year_figure_fiscal_year_figure_recorded_at_idx" ON "year_figure"("fiscal_year", "figure", "recorded_at");

-- AddForeignKey
ALTER TABLE "income_line_source" ADD CONSTRAINT "income_line_source_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_line_source" ADD CONSTRAINT "income_line_source_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "income_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_total" ADD CONSTRAINT "income_total_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "income_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_total" ADD CONSTRAINT "income_total_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_figure" ADD CONSTRAINT "year_figure_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_figure_account" ADD CONSTRAINT "year_figure_account_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE income_line ADD CONSTRAINT income_line_is_named CHECK (code <> '' AND name <> '');
-- A total may be of a year that was never opened here: ten years back there was no Sasaeai.
ALTER TABLE income_total
  ADD CONSTRAINT income_total_year CHECK (fiscal_year BETWEEN 1868 AND 2199),
  ADD CONSTRAINT income_total_amount CHECK (abs(amount_yen) <= 9000000000000);
ALTER TABLE year_figure
  ADD CONSTRAINT year_figure_year CHECK (fiscal_year BETWEEN 1868 AND 2199),
  ADD CONSTRAINT year_figure_amount CHECK (amount_yen BETWEEN 0 AND 9000000000000);

-- ── What was said stays said ────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER income_total_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON income_total
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER year_figure_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON year_figure
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Which sources a line has is edited in the same form as its name, and kept in rows of its own: they count as well.
CREATE FUNCTION raise_income_line_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  kept text[] := ARRAY['revision', 'closed_on'];
BEGIN
  NEW.revision := OLD.revision
    + CASE WHEN NEW.revision > OLD.revision OR to_jsonb(NEW) - kept IS DISTINCT FROM to_jsonb(OLD) - kept THEN 1 ELSE 0 END;
  RETURN NEW;
END $$;
CREATE TRIGGER income_line_raises_revision BEFORE UPDATE ON income_line FOR EACH ROW EXECUTE FUNCTION raise_income_line_revision();
CREATE FUNCTION raise_revision_of_income_line() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE income_line SET revision = revision + 1 WHERE id IN (OLD.line_id, NEW.line_id);
  RETURN NULL;
END $$;
CREATE TRIGGER income_line_source_raises_revision AFTER INSERT OR UPDATE OR DELETE ON income_line_source
  FOR EACH ROW EXECUTE FUNCTION raise_revision_of_income_line();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['income_line', 'income_line_source', 'year_figure_account'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_ground_version()',
      t || '_raises_ground_version', t);
  END LOOP;
END $$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON income_line, income_line_source, income_total, year_figure, year_figure_account TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON income_line, income_line_source TO sasaeai_app;
GRANT INSERT ON income_total, year_figure TO sasaeai_app;
GRANT INSERT, DELETE ON year_figure_account TO sasaeai_app;
