-- 指標と計画: what is measured, what it means from which year on, and what was said of it. What people say stays as they
-- said it, so that a report can be read as of any moment; the newest saying counts.
-- CreateEnum
CREATE TYPE "indicator_kind" AS ENUM ('computed', 'manual');

-- CreateEnum
CREATE TYPE "indicator_direction" AS ENUM ('higher', 'lower', 'none');

-- CreateEnum
CREATE TYPE "indicator_grade" AS ENUM ('achieved', 'nearly', 'behind', 'missed');

-- CreateEnum
CREATE TYPE "plan_kind" AS ENUM ('management', 'community_welfare', 'other');

-- CreateEnum
CREATE TYPE "district_plan_state" AS ENUM ('none', 'preparing', 'adopted', 'revising');

-- CreateTable
CREATE TABLE "funding_indicator" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL DEFAULT '',
    "kind" "indicator_kind" NOT NULL,
    "direction" "indicator_direction" NOT NULL DEFAULT 'higher',
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "owner" TEXT NOT NULL DEFAULT '',
    "display_order" INTEGER NOT NULL DEFAULT 0,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "funding_indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_version" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "formula" TEXT NOT NULL DEFAULT '',
    "computation" TEXT,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "from_fiscal_year" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "indicator_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_target" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "value" DECIMAL(20,4),
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "indicator_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_actual" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "value" DECIMAL(20,4),
    "as_of_label" TEXT NOT NULL DEFAULT '',
    "as_of" DATE,
    "source" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "indicator_actual_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_review" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "plan_review_id" UUID,
    "grade" "indicator_grade",
    "assessment" TEXT NOT NULL DEFAULT '',
    "next_issue" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "indicator_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "plan_kind" NOT NULL,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER NOT NULL,
    "policy" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_indicator" (
    "plan_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "pillar" TEXT NOT NULL DEFAULT '',
    "display_order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "plan_indicator_pkey" PRIMARY KEY ("plan_id","indicator_id")
);

-- CreateTable
CREATE TABLE "plan_review" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "committee" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "attendees" TEXT NOT NULL DEFAULT '',
    "minutes" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "district_plan" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "district_plan_state" NOT NULL DEFAULT 'none',
    "first_year" INTEGER,
    "last_year" INTEGER,
    "summary" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "district_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "district_plan_fund" (
    "district_plan_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,

    CONSTRAINT "district_plan_fund_pkey" PRIMARY KEY ("district_plan_id","fund_id")
);

-- CreateTable
CREATE TABLE "district_plan_grant" (
    "district_plan_id" UUID NOT NULL,
    "grant_application_id" UUID NOT NULL,

    CONSTRAINT "district_plan_grant_pkey" PRIMARY KEY ("district_plan_id","grant_application_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "funding_indicator_code_key" ON "funding_indicator"("code");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_version_indicator_id_version_key" ON "indicator_version"("indicator_id", "version");

-- CreateIndex
CREATE INDEX "indicator_target_indicator_id_fiscal_year_recorded_at_idx" ON "indicator_target"("indicator_id", "fiscal_year", "recorded_at");

-- CreateIndex
CREATE INDEX "indicator_actual_indicator_id_fiscal_year_recorded_at_idx" ON "indicator_actual"("indicator_id", "fiscal_year", "recorded_at");

-- CreateIndex
CREATE INDEX "indicator_review_indicator_id_fiscal_year_recorded_at_idx" ON "indicator_review"("indicator_id", "fiscal_year", "recorded_at");

-- CreateIndex
CREATE INDEX "indicator_review_plan_review_id_idx" ON "indicator_review"("plan_review_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_code_key" ON "plan"("code");

-- CreateIndex
CREATE INDEX "plan_indicator_indicator_id_idx" ON "plan_indicator"("indicator_id");

-- CreateIndex
CREATE INDEX "plan_review_plan_id_fiscal_year_idx" ON "plan_review"("plan_id", "fiscal_year");

-- CreateIndex
CREATE UNIQUE INDEX "district_plan_area_id_name_key" ON "district_plan"("area_id", "name");

-- CreateIndex
CREATE INDEX "district_plan_fund_fund_id_idx" ON "district_plan_fund"("fund_id");

-- CreateIndex
CREATE INDEX "district_plan_grant_grant_application_id_idx" ON "district_plan_grant"("grant_application_id");

-- AddForeignKey
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "funding_indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "funding_indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_actual" ADD CONSTRAINT "indicator_actual_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "funding_indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_actual" ADD CONSTRAINT "indicator_actual_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_review" ADD CONSTRAINT "indicator_review_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "funding_indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_review" ADD CONSTRAINT "indicator_review_plan_review_id_fkey" FOREIGN KEY ("plan_review_id") REFERENCES "plan_review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_review" ADD CONSTRAINT "indicator_review_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_indicator" ADD CONSTRAINT "plan_indicator_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_indicator" ADD CONSTRAINT "plan_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "funding_indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_review" ADD CONSTRAINT "plan_review_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district_plan" ADD CONSTRAINT "district_plan_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district_plan_fund" ADD CONSTRAINT "district_plan_fund_district_plan_id_fkey" FOREIGN KEY ("district_plan_id") REFERENCES "district_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district_plan_fund" ADD CONSTRAINT "district_plan_fund_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district_plan_grant" ADD CONSTRAINT "district_plan_grant_district_plan_id_fkey" FOREIGN KEY ("district_plan_id") REFERENCES "district_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district_plan_grant" ADD CONSTRAINT "district_plan_grant_grant_application_id_fkey" FOREIGN KEY ("grant_application_id") REFERENCES "grant_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE funding_indicator
  ADD CONSTRAINT funding_indicator_has_name CHECK (code <> '' AND name <> ''),
  ADD CONSTRAINT funding_indicator_decimals CHECK (decimals BETWEEN 0 AND 4);
ALTER TABLE indicator_version
  ADD CONSTRAINT indicator_version_counts CHECK (version > 0),
  ADD CONSTRAINT indicator_version_says_what CHECK (definition <> ''),
  ADD CONSTRAINT indicator_version_year CHECK (from_fiscal_year BETWEEN 1868 AND 2199),
  ADD CONSTRAINT indicator_version_parameters CHECK (jsonb_typeof(parameters) = 'object'),
  -- A changed meaning says from when and why; the first one speaks of all years before, for nothing else does.
  ADD CONSTRAINT indicator_version_change_has_reason CHECK (version = 1 OR (reason <> '' AND from_fiscal_year IS NOT NULL));
ALTER TABLE indicator_target
  ADD CONSTRAINT indicator_target_year CHECK (fiscal_year BETWEEN 1868 AND 2199),
  ADD CONSTRAINT indicator_target_value CHECK (abs(value) < 1e12);
ALTER TABLE indicator_actual
  ADD CONSTRAINT indicator_actual_year CHECK (fiscal_year BETWEEN 1868 AND 2199),
  ADD CONSTRAINT indicator_actual_value CHECK (abs(value) < 1e12),
  -- 実績 without a 時点 says nothing; taking one back needs none.
  ADD CONSTRAINT indicator_actual_has_as_of CHECK (value IS NULL OR as_of_label <> '');
ALTER TABLE indicator_review ADD CONSTRAINT indicator_review_year CHECK (fiscal_year BETWEEN 1868 AND 2199);
ALTER TABLE plan
  ADD CONSTRAINT plan_has_name CHECK (code <> '' AND name <> ''),
  ADD CONSTRAINT plan_span CHECK (first_year BETWEEN 1868 AND last_year AND last_year <= 2199);
ALTER TABLE plan_review
  ADD CONSTRAINT plan_review_has_committee CHECK (committee <> ''),
  ADD CONSTRAINT plan_review_year CHECK (fiscal_year BETWEEN 1868 AND 2199);
ALTER TABLE district_plan
  ADD CONSTRAINT district_plan_has_name CHECK (name <> ''),
  ADD CONSTRAINT district_plan_span CHECK ((first_year IS NULL) = (last_year IS NULL) AND (first_year IS NULL OR (first_year BETWEEN 1868 AND last_year AND last_year <= 2199)));

-- Only what is computed has a computation, and only what is entered has entered actuals.
CREATE FUNCTION check_indicator_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF ((SELECT kind FROM funding_indicator WHERE id = NEW.indicator_id) = 'computed') <> (NEW.computation IS NOT NULL) THEN
    RAISE EXCEPTION 'the version is not of the kind of its indicator';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER indicator_version_is_of_its_kind AFTER INSERT ON indicator_version
  FOR EACH ROW EXECUTE FUNCTION check_indicator_version();

CREATE FUNCTION check_indicator_actual() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT kind FROM funding_indicator WHERE id = NEW.indicator_id) <> 'manual' THEN
    RAISE EXCEPTION 'what is computed is not entered';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER indicator_actual_is_entered AFTER INSERT ON indicator_actual
  FOR EACH ROW EXECUTE FUNCTION check_indicator_actual();

CREATE FUNCTION refuse_change_of_indicator_kind() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'an indicator stays computed or entered, as its versions are';
END $$;
CREATE TRIGGER funding_indicator_keeps_kind BEFORE UPDATE ON funding_indicator
  FOR EACH ROW WHEN (NEW.kind <> OLD.kind) EXECUTE FUNCTION refuse_change_of_indicator_kind();

-- ── What was said stays said ────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['indicator_version', 'indicator_target', 'indicator_actual', 'indicator_review'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_stays', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['funding_indicator', 'plan', 'plan_review', 'district_plan'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_revision()', t || '_raises_revision', t);
  END LOOP;
END $$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON funding_indicator, indicator_version, indicator_target, indicator_actual, indicator_review,
  plan, plan_indicator, plan_review, district_plan, district_plan_fund, district_plan_grant TO sasaeai_app;
GRANT INSERT, UPDATE ON funding_indicator TO sasaeai_app;
GRANT INSERT ON indicator_version, indicator_target, indicator_actual, indicator_review TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON plan, plan_indicator, plan_review, district_plan TO sasaeai_app;
GRANT INSERT, DELETE ON district_plan_fund, district_plan_grant TO sasaeai_app;
