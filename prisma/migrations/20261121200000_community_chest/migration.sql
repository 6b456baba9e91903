-- 共同募金・歳末たすけあい from the goal to the allocation, and 助成: goals, places of collection, custody and remittance,
-- the 共同募金会's numbered forms, 配分金, and what is granted on.
-- CreateEnum
CREATE TYPE "remittance_mode" AS ENUM ('full', 'net_of_direct_payments');

-- CreateEnum
CREATE TYPE "rate_rounding" AS ENUM ('half_up', 'down');

-- CreateEnum
CREATE TYPE "collection_point_kind" AS ENUM ('box', 'partner_shop', 'charity_product', 'street');

-- CreateEnum
CREATE TYPE "material_item" AS ENUM ('feather', 'envelope', 'poster');

-- CreateEnum
CREATE TYPE "receipt_form_state" AS ENUM ('issued', 'spoiled', 'returned');

-- CreateEnum
CREATE TYPE "account_book" AS ENUM ('council', 'branch');

-- AlterEnum
ALTER TYPE "drive_kind" ADD VALUE 'themed' AFTER 'red_feather';

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "cash_account_id" UUID,
ADD COLUMN     "goal_published_on" DATE,
ADD COLUMN     "goal_revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "goal_yen" BIGINT,
ADD COLUMN     "group_id" UUID,
ADD COLUMN     "remittance_mode" "remittance_mode" NOT NULL DEFAULT 'full',
ADD COLUMN     "suggested_yen" BIGINT;

-- AlterTable
ALTER TABLE "ground_version" ADD COLUMN     "goal_version" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ledger_account" ADD COLUMN     "book" "account_book" NOT NULL DEFAULT 'council';

-- CreateTable
CREATE TABLE "community_chest_rules" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "prefectural_body" TEXT NOT NULL DEFAULT '',
    "branch_name" TEXT NOT NULL DEFAULT '',
    "rate_decimals" SMALLINT NOT NULL DEFAULT 1,
    "rate_rounding" "rate_rounding" NOT NULL DEFAULT 'half_up',
    "goal_step_yen" INTEGER NOT NULL DEFAULT 100,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "community_chest_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_goal" (
    "campaign_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "collection_method_id" UUID NOT NULL,
    "target_yen" BIGINT NOT NULL,

    CONSTRAINT "campaign_goal_pkey" PRIMARY KEY ("campaign_id","area_id","collection_method_id")
);

-- CreateTable
CREATE TABLE "collection_point" (
    "id" UUID NOT NULL,
    "kind" "collection_point_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "area_id" UUID,
    "supporter_id" UUID,
    "campaign_id" UUID,
    "starts_on" DATE,
    "staff" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "collection_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_point_entry" (
    "entry_id" UUID NOT NULL,
    "point_id" UUID NOT NULL,

    CONSTRAINT "collection_point_entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "cash_count" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "collection_method_id" UUID NOT NULL,
    "counted_on" DATE NOT NULL,
    "pieces" JSONB NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "counted_by" TEXT NOT NULL DEFAULT '',
    "entry_id" UUID NOT NULL,

    CONSTRAINT "cash_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branch_officer" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "area_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kana" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "branch_officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_material" (
    "campaign_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "item" "material_item" NOT NULL,
    "issued" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "issued_on" DATE,
    "returned_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "campaign_material_pkey" PRIMARY KEY ("campaign_id","area_id","item")
);

-- CreateTable
CREATE TABLE "remittance" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "remitted_on" DATE NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "entry_id" UUID NOT NULL,

    CONSTRAINT "remittance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_publication" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "published_on" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interim_receipt" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
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

    CONSTRAINT "interim_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interim_receipt_entry" (
    "interim_receipt_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "is_live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "interim_receipt_entry_pkey" PRIMARY KEY ("interim_receipt_id","entry_id")
);

-- CreateTable
CREATE TABLE "receipt_form_block" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "first_number" INTEGER NOT NULL,
    "last_number" INTEGER NOT NULL,
    "received_on" DATE NOT NULL,
    "keeper" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "receipt_form_block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_form" (
    "block_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "receipt_form_state" NOT NULL,
    "used_on" DATE NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "amount_yen" BIGINT,
    "entry_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "receipt_form_pkey" PRIMARY KEY ("block_id","number")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "source_year" INTEGER NOT NULL,
    "drive" "drive_kind" NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "funding_source_id" UUID NOT NULL,
    "decided_on" DATE NOT NULL,
    "decided_yen" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_receipt" (
    "id" UUID NOT NULL,
    "allocation_id" UUID NOT NULL,
    "received_on" DATE NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "allocation_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_use" (
    "id" UUID NOT NULL,
    "allocation_id" UUID NOT NULL,
    "group_name" TEXT NOT NULL,
    "project_name" TEXT NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "activity" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "beneficiaries" INTEGER,
    "report_due_on" DATE,
    "reported_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "allocation_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_kind" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grant_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relief_class" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "relief_class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_call" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "grant_kind_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "campaign_id" UUID,
    "allocation_id" UUID,
    "expense_account_id" UUID,
    "budget_yen" BIGINT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "report_due_on" DATE,
    "guidelines" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grant_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_application" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "application_number" INTEGER NOT NULL,
    "supporter_id" UUID NOT NULL,
    "project_name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "requested_yen" BIGINT NOT NULL,
    "received_on" DATE NOT NULL,
    "withdrawn_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grant_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_committee" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "minutes" TEXT NOT NULL,
    "attendees" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grant_committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_decision" (
    "application_id" UUID NOT NULL,
    "committee_id" UUID NOT NULL,
    "awarded_yen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grant_decision_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "grant_payment" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "paid_on" DATE NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "grant_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_report" (
    "application_id" UUID NOT NULL,
    "received_on" DATE NOT NULL,
    "spent_yen" BIGINT NOT NULL,
    "activity" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "beneficiaries" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grant_report_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "relief_payment" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "relief_class_id" UUID NOT NULL,
    "committee_id" UUID,
    "area_id" UUID,
    "paid_on" DATE NOT NULL,
    "recipients" INTEGER NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "relief_payment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "collection_point_campaign_id_idx" ON "collection_point"("campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_point_kind_code_key" ON "collection_point"("kind", "code");

-- CreateIndex
CREATE INDEX "collection_point_entry_point_id_idx" ON "collection_point_entry"("point_id");

-- CreateIndex
CREATE UNIQUE INDEX "cash_count_entry_id_key" ON "cash_count"("entry_id");

-- CreateIndex
CREATE INDEX "cash_count_campaign_id_counted_on_idx" ON "cash_count"("campaign_id", "counted_on");

-- CreateIndex
CREATE INDEX "branch_officer_fiscal_year_area_id_idx" ON "branch_officer"("fiscal_year", "area_id");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_entry_id_key" ON "remittance"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_campaign_id_sequence_key" ON "remittance"("campaign_id", "sequence");

-- CreateIndex
CREATE INDEX "campaign_publication_campaign_id_idx" ON "campaign_publication"("campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "interim_receipt_fiscal_year_receipt_number_key" ON "interim_receipt"("fiscal_year", "receipt_number");

-- CreateIndex
CREATE INDEX "receipt_form_block_series_first_number_idx" ON "receipt_form_block"("series", "first_number");

-- CreateIndex
CREATE INDEX "receipt_form_entry_id_idx" ON "receipt_form"("entry_id");

-- CreateIndex
CREATE INDEX "allocation_fiscal_year_idx" ON "allocation"("fiscal_year");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_receipt_entry_id_key" ON "allocation_receipt"("entry_id");

-- CreateIndex
CREATE INDEX "allocation_receipt_allocation_id_idx" ON "allocation_receipt"("allocation_id");

-- CreateIndex
CREATE INDEX "allocation_use_allocation_id_idx" ON "allocation_use"("allocation_id");

-- CreateIndex
CREATE UNIQUE INDEX "grant_kind_code_key" ON "grant_kind"("code");

-- CreateIndex
CREATE UNIQUE INDEX "relief_class_code_key" ON "relief_class"("code");

-- CreateIndex
CREATE INDEX "grant_call_fiscal_year_idx" ON "grant_call"("fiscal_year");

-- CreateIndex
CREATE UNIQUE INDEX "grant_application_call_id_application_number_key" ON "grant_application"("call_id", "application_number");

-- CreateIndex
CREATE INDEX "grant_committee_fiscal_year_idx" ON "grant_committee"("fiscal_year");

-- CreateIndex
CREATE UNIQUE INDEX "grant_payment_entry_id_key" ON "grant_payment"("entry_id");

-- CreateIndex
CREATE INDEX "grant_payment_application_id_idx" ON "grant_payment"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "relief_payment_entry_id_key" ON "relief_payment"("entry_id");

-- CreateIndex
CREATE INDEX "relief_payment_call_id_idx" ON "relief_payment"("call_id");

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_cash_account_id_fkey" FOREIGN KEY ("cash_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_goal" ADD CONSTRAINT "campaign_goal_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_goal" ADD CONSTRAINT "campaign_goal_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_goal" ADD CONSTRAINT "campaign_goal_collection_method_id_fkey" FOREIGN KEY ("collection_method_id") REFERENCES "collection_method"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_point" ADD CONSTRAINT "collection_point_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_point" ADD CONSTRAINT "collection_point_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_point" ADD CONSTRAINT "collection_point_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_point_entry" ADD CONSTRAINT "collection_point_entry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_point_entry" ADD CONSTRAINT "collection_point_entry_point_id_fkey" FOREIGN KEY ("point_id") REFERENCES "collection_point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_count" ADD CONSTRAINT "cash_count_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_count" ADD CONSTRAINT "cash_count_collection_method_id_fkey" FOREIGN KEY ("collection_method_id") REFERENCES "collection_method"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_count" ADD CONSTRAINT "cash_count_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_officer" ADD CONSTRAINT "branch_officer_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_officer" ADD CONSTRAINT "branch_officer_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_material" ADD CONSTRAINT "campaign_material_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_material" ADD CONSTRAINT "campaign_material_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance" ADD CONSTRAINT "remittance_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance" ADD CONSTRAINT "remittance_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_publication" ADD CONSTRAINT "campaign_publication_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_publication" ADD CONSTRAINT "campaign_publication_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interim_receipt" ADD CONSTRAINT "interim_receipt_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interim_receipt" ADD CONSTRAINT "interim_receipt_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interim_receipt" ADD CONSTRAINT "interim_receipt_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interim_receipt" ADD CONSTRAINT "interim_receipt_voided_by_id_fkey" FOREIGN KEY ("voided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interim_receipt_entry" ADD CONSTRAINT "interim_receipt_entry_interim_receipt_id_fkey" FOREIGN KEY ("interim_receipt_id") REFERENCES "interim_receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interim_receipt_entry" ADD CONSTRAINT "interim_receipt_entry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_form_block" ADD CONSTRAINT "receipt_form_block_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_form" ADD CONSTRAINT "receipt_form_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "receipt_form_block"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_form" ADD CONSTRAINT "receipt_form_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_receipt" ADD CONSTRAINT "allocation_receipt_allocation_id_fkey" FOREIGN KEY ("allocation_id") REFERENCES "allocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_receipt" ADD CONSTRAINT "allocation_receipt_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation_use" ADD CONSTRAINT "allocation_use_allocation_id_fkey" FOREIGN KEY ("allocation_id") REFERENCES "allocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_call" ADD CONSTRAINT "grant_call_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_call" ADD CONSTRAINT "grant_call_grant_kind_id_fkey" FOREIGN KEY ("grant_kind_id") REFERENCES "grant_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_call" ADD CONSTRAINT "grant_call_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_call" ADD CONSTRAINT "grant_call_allocation_id_fkey" FOREIGN KEY ("allocation_id") REFERENCES "allocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_call" ADD CONSTRAINT "grant_call_expense_account_id_fkey" FOREIGN KEY ("expense_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_application" ADD CONSTRAINT "grant_application_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "grant_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_application" ADD CONSTRAINT "grant_application_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_committee" ADD CONSTRAINT "grant_committee_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_decision" ADD CONSTRAINT "grant_decision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "grant_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_decision" ADD CONSTRAINT "grant_decision_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "grant_committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_payment" ADD CONSTRAINT "grant_payment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "grant_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_payment" ADD CONSTRAINT "grant_payment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_report" ADD CONSTRAINT "grant_report_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "grant_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relief_payment" ADD CONSTRAINT "relief_payment_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "grant_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relief_payment" ADD CONSTRAINT "relief_payment_relief_class_id_fkey" FOREIGN KEY ("relief_class_id") REFERENCES "relief_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relief_payment" ADD CONSTRAINT "relief_payment_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "grant_committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relief_payment" ADD CONSTRAINT "relief_payment_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relief_payment" ADD CONSTRAINT "relief_payment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What is there already ───────────────────────────────────────────────────────────────────────────────────
-- Of 歳末たすけあい a part is paid out directly, and the rest remitted.
UPDATE campaign SET remittance_mode = 'net_of_direct_payments' WHERE drive = 'year_end_mutual_aid';
INSERT INTO community_chest_rules (id) VALUES (1);

-- ── Plain checks ────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE community_chest_rules ADD CONSTRAINT community_chest_rules_is_single CHECK (id = 1);
ALTER TABLE community_chest_rules ADD CONSTRAINT community_chest_rules_decimals CHECK (rate_decimals BETWEEN 0 AND 2);
ALTER TABLE community_chest_rules ADD CONSTRAINT community_chest_rules_step CHECK (goal_step_yen IN (1, 10, 100, 1000));
ALTER TABLE campaign ADD CONSTRAINT campaign_goal_is_yen CHECK (goal_yen IS NULL OR goal_yen BETWEEN 0 AND 9000000000000);
ALTER TABLE campaign ADD CONSTRAINT campaign_published_has_goal CHECK (goal_published_on IS NULL OR goal_yen IS NOT NULL);
ALTER TABLE campaign ADD CONSTRAINT campaign_suggestion_is_yen CHECK (suggested_yen IS NULL OR suggested_yen BETWEEN 1 AND 10000000);
ALTER TABLE campaign_goal ADD CONSTRAINT campaign_goal_amount CHECK (target_yen BETWEEN 0 AND 9000000000000);
ALTER TABLE cash_count ADD CONSTRAINT cash_count_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE campaign_material ADD CONSTRAINT campaign_material_counts CHECK (least(issued, returned) >= 0);
ALTER TABLE remittance ADD CONSTRAINT remittance_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000 AND sequence > 0);
ALTER TABLE interim_receipt ADD CONSTRAINT interim_receipt_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE interim_receipt ADD CONSTRAINT interim_receipt_void_has_reason CHECK ((voided_at IS NULL) = (void_reason = ''));
ALTER TABLE receipt_form_block ADD CONSTRAINT receipt_form_block_numbers CHECK (
  first_number BETWEEN 0 AND last_number AND last_number <= 99999999 AND last_number - first_number < 10000);
ALTER TABLE receipt_form ADD CONSTRAINT receipt_form_amount CHECK (
  (amount_yen IS NULL OR amount_yen BETWEEN 1 AND 9000000000000) AND (state = 'issued' OR (amount_yen IS NULL AND entry_id IS NULL)));
ALTER TABLE allocation ADD CONSTRAINT allocation_amount CHECK (decided_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE allocation ADD CONSTRAINT allocation_years CHECK (source_year <= fiscal_year);
ALTER TABLE allocation_receipt ADD CONSTRAINT allocation_receipt_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE allocation_use ADD CONSTRAINT allocation_use_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000 AND coalesce(beneficiaries, 0) >= 0);
ALTER TABLE grant_call ADD CONSTRAINT grant_call_amount CHECK (budget_yen BETWEEN 0 AND 9000000000000);
ALTER TABLE grant_call ADD CONSTRAINT grant_call_days CHECK (opens_on <= closes_on);
-- Either a drive's custody pays or the council does, and then the chart says as what.
ALTER TABLE grant_call ADD CONSTRAINT grant_call_payer CHECK ((campaign_id IS NULL) = (expense_account_id IS NOT NULL));
ALTER TABLE grant_application ADD CONSTRAINT grant_application_amount CHECK (requested_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE grant_decision ADD CONSTRAINT grant_decision_amount CHECK (awarded_yen BETWEEN 0 AND 9000000000000);
ALTER TABLE grant_payment ADD CONSTRAINT grant_payment_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE grant_report ADD CONSTRAINT grant_report_amount CHECK (spent_yen BETWEEN 0 AND 9000000000000 AND coalesce(beneficiaries, 0) >= 0);
ALTER TABLE relief_payment ADD CONSTRAINT relief_payment_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000 AND recipients > 0);

-- One live 預り証 per entry, one publication of a drive at a time.
CREATE UNIQUE INDEX interim_receipt_entry_one_live_idx ON interim_receipt_entry (entry_id) WHERE is_live;
CREATE UNIQUE INDEX campaign_publication_one_live_idx ON campaign_publication (campaign_id) WHERE withdrawn_at IS NULL;

-- ── A closed drive takes no more money, and an entry balances within each book ──────────────────────────────
-- SQLSTATE SA013: the drive is closed. SA010: an entry moves money between the books.
CREATE FUNCTION check_postings_of_drives_and_books() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  refused text;
BEGIN
  -- The lock makes a closing of the drive wait for us, or us for it; the next statement sees what it did.
  PERFORM 1 FROM campaign c WHERE c.id IN (SELECT campaign_id FROM new_postings) ORDER BY c.id FOR KEY SHARE;
  SELECT c.name INTO refused FROM campaign c
    WHERE c.id IN (SELECT campaign_id FROM new_postings) AND c.closed_on IS NOT NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the drive % is closed', refused USING ERRCODE = 'SA013';
  END IF;
  IF EXISTS (
    SELECT 1 FROM new_postings p JOIN ledger_account a ON a.id = p.account_id
      WHERE a.book = 'branch' GROUP BY p.entry_id HAVING sum(p.amount_yen) <> 0) THEN
    RAISE EXCEPTION 'an entry does not balance within the book of the branch' USING ERRCODE = 'SA010';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_is_of_open_drive_and_one_book AFTER INSERT ON posting
  REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT EXECUTE FUNCTION check_postings_of_drives_and_books();

-- SQLSTATE SA009: a drive is closed only when all that was held has been handed over, to the yen.
CREATE FUNCTION check_closing_of_drive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  held bigint;
BEGIN
  -- An older snapshot would not see what was posted while we waited.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'a drive is closed under READ COMMITTED';
  END IF;
  PERFORM 1 FROM campaign WHERE id = NEW.id FOR UPDATE;
  SELECT -coalesce(sum(amount_yen), 0) INTO held FROM funding_year_total
    WHERE account_id = OLD.custody_account_id AND campaign_id = NEW.id;
  IF held <> 0 THEN
    RAISE EXCEPTION 'the drive still holds % yen', held USING ERRCODE = 'SA009';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_is_closed_when_empty BEFORE UPDATE OF closed_on ON campaign
  FOR EACH ROW WHEN (OLD.closed_on IS NULL AND NEW.closed_on IS NOT NULL) EXECUTE FUNCTION check_closing_of_drive();

-- An account that has postings stays in its book.
CREATE FUNCTION refuse_change_of_book() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM posting WHERE account_id = OLD.id) THEN
    RAISE EXCEPTION 'an account with postings stays in its book' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_stays_in_book BEFORE UPDATE OF book ON ledger_account
  FOR EACH ROW WHEN (OLD.book <> NEW.book) EXECUTE FUNCTION refuse_change_of_book();

-- ── 預り証 ──────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER interim_receipt_is_final BEFORE UPDATE OR DELETE ON interim_receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_receipt();

CREATE FUNCTION refuse_change_of_interim_receipt_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NOT OLD.is_live OR NEW.is_live OR NEW.interim_receipt_id <> OLD.interim_receipt_id OR NEW.entry_id <> OLD.entry_id THEN
    RAISE EXCEPTION 'what an interim receipt stands for is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interim_receipt_entry_is_final BEFORE UPDATE OR DELETE ON interim_receipt_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_interim_receipt_entry();

-- SQLSTATE SA007, as for receipts: a 預り証 stands for money of a drive that came in, and for nothing else.
CREATE FUNCTION check_interim_receipt_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id AND kind = 'receipt')
     OR NOT EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.entry_id AND campaign_id IS NOT NULL AND funding_source_id IS NOT NULL) THEN
    RAISE EXCEPTION 'entry % cannot have an interim receipt', NEW.entry_id USING ERRCODE = 'SA007';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER interim_receipt_entry_is_of_drive AFTER INSERT ON interim_receipt_entry
  FOR EACH ROW EXECUTE FUNCTION check_interim_receipt_entry();

-- ── The 共同募金会's numbered forms: no number in two blocks, none outside its block ────────────────────────
-- SQLSTATE SA011: the numbers of a block overlap another's. SA012: a form lies outside its block.
CREATE FUNCTION check_receipt_form_block() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('receipt_form_block:' || NEW.series));
  IF EXISTS (
    SELECT 1 FROM receipt_form_block b WHERE b.series = NEW.series AND b.id <> NEW.id
      AND int4range(b.first_number, b.last_number, '[]') && int4range(NEW.first_number, NEW.last_number, '[]')) THEN
    RAISE EXCEPTION 'the numbers of the block are in another block' USING ERRCODE = 'SA011';
  END IF;
  IF EXISTS (SELECT 1 FROM receipt_form f WHERE f.block_id = NEW.id AND f.number NOT BETWEEN NEW.first_number AND NEW.last_number) THEN
    RAISE EXCEPTION 'forms that were used lie outside the block' USING ERRCODE = 'SA012';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER receipt_form_block_is_apart AFTER INSERT OR UPDATE ON receipt_form_block
  FOR EACH ROW EXECUTE FUNCTION check_receipt_form_block();

CREATE FUNCTION check_receipt_form() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM receipt_form_block b WHERE b.id = NEW.block_id AND NEW.number BETWEEN b.first_number AND b.last_number FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'form % lies outside its block', NEW.number USING ERRCODE = 'SA012';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER receipt_form_is_of_block AFTER INSERT OR UPDATE ON receipt_form
  FOR EACH ROW EXECUTE FUNCTION check_receipt_form();

-- ── What was published, remitted, counted and paid stays as it was ──────────────────────────────────────────
CREATE FUNCTION refuse_change_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR (to_jsonb(NEW) - 'withdrawn_at') <> (to_jsonb(OLD) - 'withdrawn_at') THEN
    RAISE EXCEPTION 'what was published is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_publication_is_final BEFORE UPDATE OR DELETE ON campaign_publication
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_publication();
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['remittance', 'cash_count', 'allocation_receipt', 'grant_payment', 'relief_payment'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      t || '_is_final', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['community_chest_rules', 'grant_kind', 'relief_class'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_ground_version()',
      t || '_raises_ground_version', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['community_chest_rules', 'collection_point', 'branch_officer', 'campaign_material', 'receipt_form_block',
      'allocation', 'allocation_use', 'grant_kind', 'relief_class', 'grant_call', 'grant_application', 'grant_committee',
      'grant_decision', 'grant_report'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_revision()', t || '_raises_revision', t);
  END LOOP;
END $$;

-- Saving goals counts up the drive's goal revision and not the one of its form.
CREATE OR REPLACE FUNCTION raise_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  kept text[] := ARRAY['revision', 'closed_on', 'search_text', 'goal_revision'];
BEGIN
  NEW.revision := OLD.revision + CASE WHEN to_jsonb(NEW) - kept IS DISTINCT FROM to_jsonb(OLD) - kept THEN 1 ELSE 0 END;
  RETURN NEW;
END $$;

CREATE FUNCTION raise_goal_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE ground_version SET goal_version = goal_version + 1 WHERE id = 1;
  RETURN NULL;
END $$;
CREATE TRIGGER campaign_goal_raises_goal_version AFTER INSERT OR UPDATE OR DELETE ON campaign_goal
  FOR EACH STATEMENT EXECUTE FUNCTION raise_goal_version();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON community_chest_rules, campaign_goal, collection_point, collection_point_entry, cash_count, branch_officer,
  campaign_material, remittance, campaign_publication, interim_receipt, interim_receipt_entry, receipt_form_block, receipt_form,
  allocation, allocation_receipt, allocation_use, grant_kind, relief_class, grant_call, grant_application, grant_committee,
  grant_decision, grant_payment, grant_report, relief_payment TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON campaign_goal, collection_point, collection_point_entry, branch_officer, campaign_material,
  receipt_form_block, receipt_form, allocation, allocation_use, grant_kind, relief_class, grant_call, grant_application,
  grant_committee, grant_decision, grant_report TO sasaeai_app;
GRANT UPDATE ON community_chest_rules TO sasaeai_app;
GRANT INSERT ON cash_count, remittance, campaign_publication, interim_receipt, interim_receipt_entry, allocation_receipt,
  grant_payment, relief_payment TO sasaeai_app;
GRANT UPDATE (withdrawn_at) ON campaign_publication TO sasaeai_app;
GRANT UPDATE (voided_at, voided_by_id, void_reason) ON interim_receipt TO sasaeai_app;
GRANT UPDATE (is_live) ON interim_receipt_entry TO sasaeai_app;
