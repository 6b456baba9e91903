-- 社協会費 over a whole year: what a kind of membership asks, who the members are, what was asked and handed out, what is
-- shared back, and the papers of all that.
-- CreateEnum
CREATE TYPE "document_run_status" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "dues_unit" AS ENUM ('household', 'unit', 'free');

-- CreateEnum
CREATE TYPE "dues_payer" AS ENUM ('household', 'person', 'organization');

-- CreateEnum
CREATE TYPE "membership_route" AS ENUM ('direct', 'association');

-- CreateEnum
CREATE TYPE "prospect_stage" AS ENUM ('candidate', 'approached', 'considering', 'joined', 'declined');

-- CreateEnum
CREATE TYPE "dues_request_status" AS ENUM ('draft', 'fixed');

-- CreateEnum
CREATE TYPE "share_back_status" AS ENUM ('draft', 'posted');

-- CreateEnum
CREATE TYPE "outreach_kind" AS ENUM ('association_briefing', 'representatives_meeting', 'other');

-- CreateEnum
CREATE TYPE "contact_channel" AS ENUM ('visit', 'office', 'phone', 'mail', 'email', 'event', 'benefit');

-- CreateTable
CREATE TABLE "document_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "status" "document_run_status" NOT NULL DEFAULT 'waiting',
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "total_count" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "document_id" UUID,
    "takes" SMALLINT NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requested_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_document" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dues_terms" (
    "dues_kind_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "unit" "dues_unit" NOT NULL,
    "unit_yen" BIGINT,
    "payer" "dues_payer" NOT NULL,
    "first_month" SMALLINT NOT NULL,
    "last_month" SMALLINT NOT NULL,
    "share_back_basis_points" INTEGER NOT NULL DEFAULT 0,
    "is_deductible" BOOLEAN NOT NULL DEFAULT false,
    "benefits" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dues_terms_pkey" PRIMARY KEY ("dues_kind_id","fiscal_year")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "dues_kind_id" UUID NOT NULL,
    "route" "membership_route" NOT NULL,
    "area_id" UUID,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,
    "leaving_reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_units" (
    "membership_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "units" INTEGER NOT NULL,

    CONSTRAINT "membership_units_pkey" PRIMARY KEY ("membership_id","effective_on")
);

-- CreateTable
CREATE TABLE "membership_prospect" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "dues_kind_id" UUID NOT NULL,
    "stage" "prospect_stage" NOT NULL DEFAULT 'candidate',
    "hoped_units" INTEGER,
    "next_action" TEXT NOT NULL DEFAULT '',
    "next_action_on" DATE,
    "responsible_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_prospect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dues_request" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "dues_kind_id" UUID NOT NULL,
    "status" "dues_request_status" NOT NULL DEFAULT 'draft',
    "requested_on" DATE NOT NULL,
    "household_basis" "household_basis" NOT NULL,
    "last_slip_number" INTEGER NOT NULL DEFAULT 0,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "prepared_by_id" UUID NOT NULL,
    "fixed_at" TIMESTAMPTZ(3),
    "fixed_by_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dues_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dues_expectation" (
    "request_id" UUID NOT NULL,
    "payer_key" UUID NOT NULL,
    "membership_id" UUID,
    "area_id" UUID,
    "is_within_area" BOOLEAN NOT NULL DEFAULT false,
    "households" INTEGER,
    "units" INTEGER,
    "unit_yen" BIGINT,
    "expected_yen" BIGINT NOT NULL,
    "slip_number" INTEGER,
    "adjustment_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dues_expectation_pkey" PRIMARY KEY ("request_id","payer_key")
);

-- CreateTable
CREATE TABLE "dues_material" (
    "fiscal_year" INTEGER NOT NULL,
    "area_id" UUID NOT NULL,
    "envelopes_issued" INTEGER NOT NULL DEFAULT 0,
    "envelopes_returned" INTEGER NOT NULL DEFAULT 0,
    "slips_issued" INTEGER NOT NULL DEFAULT 0,
    "slips_returned" INTEGER NOT NULL DEFAULT 0,
    "issued_on" DATE,
    "returned_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dues_material_pkey" PRIMARY KEY ("fiscal_year","area_id")
);

-- CreateTable
CREATE TABLE "dues_check_mark" (
    "fiscal_year" INTEGER NOT NULL,
    "finding_key" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "marked_by_id" UUID NOT NULL,

    CONSTRAINT "dues_check_mark_pkey" PRIMARY KEY ("fiscal_year","finding_key")
);

-- CreateTable
CREATE TABLE "dues_rules" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "share_back_area_type_id" UUID,
    "share_back_expense_account_id" UUID,
    "share_back_cash_account_id" UUID,
    "share_back_step_yen" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dues_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_back_rate" (
    "dues_kind_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "area_id" UUID NOT NULL,
    "basis_points" INTEGER NOT NULL,

    CONSTRAINT "share_back_rate_pkey" PRIMARY KEY ("dues_kind_id","fiscal_year","area_id")
);

-- CreateTable
CREATE TABLE "share_back_run" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "cut_off_on" DATE NOT NULL,
    "status" "share_back_status" NOT NULL DEFAULT 'draft',
    "paid_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "posted_at" TIMESTAMPTZ(3),
    "posted_by_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "share_back_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_back_line" (
    "run_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "dues_kind_id" UUID NOT NULL,
    "received_yen" BIGINT NOT NULL,
    "earned_yen" BIGINT NOT NULL,
    "already_yen" BIGINT NOT NULL,
    "parts" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "share_back_line_pkey" PRIMARY KEY ("run_id","area_id","dues_kind_id")
);

-- CreateTable
CREATE TABLE "outreach_event" (
    "id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "kind" "outreach_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "area_id" UUID,
    "supporter_id" UUID,
    "place" TEXT NOT NULL DEFAULT '',
    "staff" TEXT NOT NULL DEFAULT '',
    "attendees" INTEGER,
    "summary" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outreach_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "receipt_number" INTEGER NOT NULL,
    "issued_on" DATE NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "area_id" UUID,
    "supporter_id" UUID,
    "content" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_by_id" UUID NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_id" UUID,
    "void_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_entry" (
    "receipt_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "is_live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "receipt_entry_pkey" PRIMARY KEY ("receipt_id","entry_id")
);

-- CreateTable
CREATE TABLE "supporter_contact" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "contacted_on" DATE NOT NULL,
    "channel" "contact_channel" NOT NULL,
    "counterpart" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supporter_contact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_run_document_id_key" ON "document_run"("document_id");

-- CreateIndex
CREATE INDEX "document_run_requested_at_idx" ON "document_run"("requested_at");

-- CreateIndex
CREATE INDEX "membership_supporter_id_dues_kind_id_idx" ON "membership"("supporter_id", "dues_kind_id");

-- CreateIndex
CREATE INDEX "membership_dues_kind_id_joined_on_idx" ON "membership"("dues_kind_id", "joined_on");

-- CreateIndex
CREATE INDEX "membership_area_id_idx" ON "membership"("area_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_prospect_supporter_id_dues_kind_id_key" ON "membership_prospect"("supporter_id", "dues_kind_id");

-- CreateIndex
CREATE UNIQUE INDEX "dues_request_fiscal_year_dues_kind_id_key" ON "dues_request"("fiscal_year", "dues_kind_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_back_run_fiscal_year_sequence_key" ON "share_back_run"("fiscal_year", "sequence");

-- CreateIndex
CREATE INDEX "outreach_event_held_on_idx" ON "outreach_event"("held_on");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_fiscal_year_series_receipt_number_key" ON "receipt"("fiscal_year", "series", "receipt_number");

-- CreateIndex
CREATE INDEX "supporter_contact_supporter_id_contacted_on_idx" ON "supporter_contact"("supporter_id", "contacted_on");

-- AddForeignKey
ALTER TABLE "document_run" ADD CONSTRAINT "document_run_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "stored_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_run" ADD CONSTRAINT "document_run_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_terms" ADD CONSTRAINT "dues_terms_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_terms" ADD CONSTRAINT "dues_terms_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_units" ADD CONSTRAINT "membership_units_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_prospect" ADD CONSTRAINT "membership_prospect_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_prospect" ADD CONSTRAINT "membership_prospect_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_prospect" ADD CONSTRAINT "membership_prospect_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_request" ADD CONSTRAINT "dues_request_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_request" ADD CONSTRAINT "dues_request_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_request" ADD CONSTRAINT "dues_request_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_request" ADD CONSTRAINT "dues_request_fixed_by_id_fkey" FOREIGN KEY ("fixed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_expectation" ADD CONSTRAINT "dues_expectation_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "dues_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_expectation" ADD CONSTRAINT "dues_expectation_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_expectation" ADD CONSTRAINT "dues_expectation_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_material" ADD CONSTRAINT "dues_material_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_material" ADD CONSTRAINT "dues_material_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_check_mark" ADD CONSTRAINT "dues_check_mark_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_check_mark" ADD CONSTRAINT "dues_check_mark_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_rules" ADD CONSTRAINT "dues_rules_share_back_area_type_id_fkey" FOREIGN KEY ("share_back_area_type_id") REFERENCES "area_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_rules" ADD CONSTRAINT "dues_rules_share_back_expense_account_id_fkey" FOREIGN KEY ("share_back_expense_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dues_rules" ADD CONSTRAINT "dues_rules_share_back_cash_account_id_fkey" FOREIGN KEY ("share_back_cash_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_rate" ADD CONSTRAINT "share_back_rate_dues_kind_id_fiscal_year_fkey" FOREIGN KEY ("dues_kind_id", "fiscal_year") REFERENCES "dues_terms"("dues_kind_id", "fiscal_year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_rate" ADD CONSTRAINT "share_back_rate_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_run" ADD CONSTRAINT "share_back_run_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_run" ADD CONSTRAINT "share_back_run_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_run" ADD CONSTRAINT "share_back_run_posted_by_id_fkey" FOREIGN KEY ("posted_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_line" ADD CONSTRAINT "share_back_line_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "share_back_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_line" ADD CONSTRAINT "share_back_line_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_back_line" ADD CONSTRAINT "share_back_line_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outreach_event" ADD CONSTRAINT "outreach_event_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outreach_event" ADD CONSTRAINT "outreach_event_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_voided_by_id_fkey" FOREIGN KEY ("voided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_entry" ADD CONSTRAINT "receipt_entry_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_entry" ADD CONSTRAINT "receipt_entry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_contact" ADD CONSTRAINT "supporter_contact_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_contact" ADD CONSTRAINT "supporter_contact_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── The amounts that stood beside a kind become the terms of each fiscal year ───────────────────────────────
INSERT INTO dues_terms (dues_kind_id, fiscal_year, unit, unit_yen, payer, first_month, last_month)
  SELECT k.id, y.year, (CASE WHEN k.unit_yen IS NULL THEN 'free' WHEN k.code = (SELECT min(code) FROM dues_kind) THEN 'household' ELSE 'unit' END)::dues_unit,
      k.unit_yen, (CASE WHEN k.code = (SELECT min(code) FROM dues_kind) THEN 'household' ELSE 'organization' END)::dues_payer, 4, 3
    FROM dues_kind k CROSS JOIN fiscal_year y;
ALTER TABLE dues_kind DROP COLUMN unit_yen;
INSERT INTO dues_rules (id) VALUES (1);

-- ── Plain checks ────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE dues_terms ADD CONSTRAINT dues_terms_unit_has_amount CHECK (unit = 'free' OR unit_yen IS NOT NULL);
ALTER TABLE dues_terms ADD CONSTRAINT dues_terms_amount_is_yen CHECK (unit_yen IS NULL OR (unit_yen > 0 AND unit_yen <= 10000000));
ALTER TABLE dues_terms ADD CONSTRAINT dues_terms_months CHECK (first_month BETWEEN 1 AND 12 AND last_month BETWEEN 1 AND 12);
ALTER TABLE dues_terms ADD CONSTRAINT dues_terms_share_back CHECK (share_back_basis_points BETWEEN 0 AND 10000);
ALTER TABLE share_back_rate ADD CONSTRAINT share_back_rate_range CHECK (basis_points BETWEEN 0 AND 10000);
ALTER TABLE dues_rules ADD CONSTRAINT dues_rules_is_single CHECK (id = 1);
ALTER TABLE dues_rules ADD CONSTRAINT dues_rules_step CHECK (share_back_step_yen IN (1, 10, 100, 1000));
ALTER TABLE membership ADD CONSTRAINT membership_days CHECK (left_on IS NULL OR left_on >= joined_on);
ALTER TABLE membership ADD CONSTRAINT membership_route_has_area CHECK ((route = 'direct') = (area_id IS NULL));
ALTER TABLE membership_units ADD CONSTRAINT membership_units_count CHECK (units BETWEEN 1 AND 99999);
ALTER TABLE dues_expectation ADD CONSTRAINT dues_expectation_payer CHECK (
  payer_key = coalesce(membership_id, area_id) AND (NOT is_within_area OR (membership_id IS NOT NULL AND area_id IS NOT NULL)));
ALTER TABLE dues_expectation ADD CONSTRAINT dues_expectation_amount CHECK (
  expected_yen >= 0 AND expected_yen <= 9000000000000 AND coalesce(households, 0) >= 0 AND coalesce(units, 0) >= 0);
ALTER TABLE dues_material ADD CONSTRAINT dues_material_counts CHECK (
  least(envelopes_issued, envelopes_returned, slips_issued, slips_returned) >= 0);
ALTER TABLE outreach_event ADD CONSTRAINT outreach_event_attendees CHECK (coalesce(attendees, 0) >= 0);
ALTER TABLE dues_request ADD CONSTRAINT dues_request_fixed_by CHECK ((status = 'fixed') = (fixed_at IS NOT NULL));
ALTER TABLE share_back_run ADD CONSTRAINT share_back_run_posted CHECK ((status = 'posted') = (posted_at IS NOT NULL AND paid_on IS NOT NULL));
ALTER TABLE document_run ADD CONSTRAINT document_run_counts CHECK (done_count >= 0 AND total_count >= 0);
ALTER TABLE receipt ADD CONSTRAINT receipt_amount_is_yen CHECK (amount_yen > 0 AND amount_yen <= 9000000000000);
ALTER TABLE receipt ADD CONSTRAINT receipt_void_has_reason CHECK ((voided_at IS NULL) = (void_reason = ''));

-- One 納入番号 per request, one live receipt per entry, one draft calculation per year.
CREATE UNIQUE INDEX dues_expectation_slip_number_idx ON dues_expectation (request_id, slip_number) WHERE slip_number IS NOT NULL;
CREATE INDEX dues_expectation_area_idx ON dues_expectation (area_id) WHERE area_id IS NOT NULL;
CREATE INDEX dues_expectation_membership_idx ON dues_expectation (membership_id) WHERE membership_id IS NOT NULL;
CREATE UNIQUE INDEX receipt_entry_one_live_idx ON receipt_entry (entry_id) WHERE is_live;
CREATE UNIQUE INDEX share_back_run_one_draft_idx ON share_back_run (fiscal_year) WHERE status = 'draft';

-- ── A supporter is a member of a kind once at a time ────────────────────────────────────────────────────────
-- SQLSTATE SA006 (packages/api/src/membership-dues maps it to words). Memberships of the supporter wait for each other.
CREATE FUNCTION check_membership_overlap() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM supporter WHERE id = NEW.supporter_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM membership m WHERE m.supporter_id = NEW.supporter_id AND m.dues_kind_id = NEW.dues_kind_id AND m.id <> NEW.id
      AND daterange(m.joined_on, m.left_on, '[]') && daterange(NEW.joined_on, NEW.left_on, '[]')) THEN
    RAISE EXCEPTION 'supporter % is a member of this kind already', NEW.supporter_id USING ERRCODE = 'SA006';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER membership_once_at_a_time AFTER INSERT OR UPDATE ON membership
  FOR EACH ROW EXECUTE FUNCTION check_membership_overlap();

-- ── What was handed out stays as it was ─────────────────────────────────────────────────────────────────────
CREATE TRIGGER stored_document_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_run_is_final BEFORE UPDATE OR DELETE ON document_run
  FOR EACH ROW WHEN (OLD.status IN ('done', 'failed')) EXECUTE FUNCTION refuse_change();
-- Every server asks for the unfinished ones every few seconds.
CREATE INDEX document_run_unfinished_idx ON document_run (requested_at) WHERE status IN ('waiting', 'running');
CREATE TRIGGER share_back_run_is_final BEFORE UPDATE OR DELETE ON share_back_run
  FOR EACH ROW WHEN (OLD.status = 'posted') EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_paid_share() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT status FROM share_back_run WHERE id = coalesce(NEW.run_id, OLD.run_id)) = 'posted' THEN
    RAISE EXCEPTION 'share-back that was paid is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER share_back_line_is_final BEFORE INSERT OR UPDATE OR DELETE ON share_back_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_paid_share();

-- A fixed request keeps its lines and their numbers; amounts may still be adjusted, with a reason. Only a change of a
-- number is looked into, so that preparing and numbering some ten thousand lines is not asked about each of them.
CREATE FUNCTION refuse_loss_of_fixed_line() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT status FROM dues_request WHERE id = OLD.request_id) = 'fixed' THEN
    RAISE EXCEPTION 'a fixed request keeps its lines' USING ERRCODE = 'SA001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER dues_expectation_stays BEFORE DELETE ON dues_expectation
  FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_fixed_line();
CREATE TRIGGER dues_expectation_keeps_number BEFORE UPDATE ON dues_expectation
  FOR EACH ROW WHEN (OLD.slip_number IS NOT NULL AND NEW.slip_number IS DISTINCT FROM OLD.slip_number)
  EXECUTE FUNCTION refuse_loss_of_fixed_line();

-- Of a receipt only its voiding is written later, once; of its entries only that they are free again.
CREATE FUNCTION refuse_change_of_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.voided_at IS NOT NULL
     OR (to_jsonb(NEW) - ARRAY['voided_at', 'voided_by_id', 'void_reason'])
        <> (to_jsonb(OLD) - ARRAY['voided_at', 'voided_by_id', 'void_reason']) THEN
    RAISE EXCEPTION 'a receipt is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_is_final BEFORE UPDATE OR DELETE ON receipt FOR EACH ROW EXECUTE FUNCTION refuse_change_of_receipt();

CREATE FUNCTION refuse_change_of_receipt_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NOT OLD.is_live OR NEW.is_live OR NEW.receipt_id <> OLD.receipt_id OR NEW.entry_id <> OLD.entry_id THEN
    RAISE EXCEPTION 'what a receipt stands for is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_entry_is_final BEFORE UPDATE OR DELETE ON receipt_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_receipt_entry();

-- SQLSTATE SA007: a receipt in the council's name stands for dues that came in, never for money held for others.
CREATE FUNCTION check_receipt_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id AND kind = 'receipt')
     OR NOT EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.entry_id AND dues_kind_id IS NOT NULL)
     OR EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.entry_id AND campaign_id IS NOT NULL) THEN
    RAISE EXCEPTION 'entry % cannot have a receipt', NEW.entry_id USING ERRCODE = 'SA007';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER receipt_entry_is_of_dues AFTER INSERT ON receipt_entry
  FOR EACH ROW EXECUTE FUNCTION check_receipt_entry();

-- ── Terms and rules are ground data. What a year asks of whom has a version of its own: progress is kept by both ──
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dues_terms', 'share_back_rate', 'dues_rules'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_ground_version()',
      t || '_raises_ground_version', t);
  END LOOP;
END $$;

ALTER TABLE ground_version ADD COLUMN dues_version BIGINT NOT NULL DEFAULT 0;
CREATE FUNCTION raise_dues_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE ground_version SET dues_version = dues_version + 1 WHERE id = 1;
  RETURN NULL;
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dues_request', 'dues_expectation', 'membership', 'membership_units'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_dues_version()',
      t || '_raises_dues_version', t);
  END LOOP;
END $$;

CREATE TRIGGER dues_terms_raises_revision BEFORE UPDATE ON dues_terms FOR EACH ROW EXECUTE FUNCTION raise_revision();
CREATE TRIGGER dues_rules_raises_revision BEFORE UPDATE ON dues_rules FOR EACH ROW EXECUTE FUNCTION raise_revision();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON dues_terms, dues_check_mark, membership, membership_units, membership_prospect, dues_request, dues_expectation, dues_material,
  dues_rules, share_back_rate, share_back_run, share_back_line, outreach_event, supporter_contact, document_run, stored_document,
  receipt, receipt_entry TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON dues_terms, membership, membership_units, membership_prospect, dues_request, dues_expectation,
  dues_material, share_back_rate, share_back_run, share_back_line, outreach_event TO sasaeai_app;
GRANT INSERT, UPDATE ON document_run TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON dues_check_mark TO sasaeai_app;
GRANT UPDATE ON dues_rules TO sasaeai_app;
GRANT INSERT ON supporter_contact, stored_document, receipt, receipt_entry TO sasaeai_app;
GRANT UPDATE (voided_at, voided_by_id, void_reason) ON receipt TO sasaeai_app;
GRANT UPDATE (is_live) ON receipt_entry TO sasaeai_app;
