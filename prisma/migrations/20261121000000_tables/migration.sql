-- Tables, their keys and plain indexes, as Prisma writes them from prisma/models. What Prisma cannot say stands in the
-- migrations after this one. One thing is added by hand: names sort as Japanese readers expect, which the columns say
-- themselves (ja-x-icu), because the embedded cluster is initialised with C.UTF-8.

-- CreateEnum
CREATE TYPE "household_basis" AS ENUM ('resident_register', 'association_membership');

-- CreateEnum
CREATE TYPE "drive_kind" AS ENUM ('red_feather', 'year_end_mutual_aid', 'other');

-- CreateEnum
CREATE TYPE "national_method_category" AS ENUM ('household', 'corporate', 'workplace', 'street', 'school', 'event', 'other');

-- CreateEnum
CREATE TYPE "count_meaning" AS ENUM ('households', 'occasions', 'givers');

-- CreateEnum
CREATE TYPE "intake_status" AS ENUM ('draft', 'submitted', 'posted', 'discarded');

-- CreateEnum
CREATE TYPE "account_category" AS ENUM ('asset', 'liability', 'net_asset', 'income', 'expense');

-- CreateEnum
CREATE TYPE "funding_category" AS ENUM ('membership_dues', 'community_chest', 'year_end_mutual_aid', 'donation', 'subsidy', 'entrusted', 'grant', 'business', 'other');

-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('receipt', 'reversal', 'payment', 'transfer');

-- CreateEnum
CREATE TYPE "supporter_kind" AS ENUM ('person', 'organization', 'neighborhood_association', 'anonymous');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('administrator', 'accountant', 'receptionist', 'executive', 'auditor');

-- CreateTable
CREATE TABLE "area_type" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "area_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "area_type_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kana" TEXT COLLATE "ja-x-icu" NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_household" (
    "area_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "basis" "household_basis" NOT NULL,
    "households" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,

    CONSTRAINT "area_household_pkey" PRIMARY KEY ("area_id","fiscal_year","basis")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "drive" "drive_kind" NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "custody_account_id" UUID NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_method" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "national_category" "national_method_category" NOT NULL,
    "count_meaning" "count_meaning" NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "collection_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "name_kana" TEXT NOT NULL DEFAULT '',
    "postal_code" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "representative" TEXT NOT NULL DEFAULT '',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "requires_intake_approval" BOOLEAN NOT NULL DEFAULT false,
    "default_cash_account_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ground_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ground_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiscal_year" (
    "year" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fiscal_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "fiscal_period" (
    "fiscal_year" INTEGER NOT NULL,
    "first_day" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "fiscal_period_pkey" PRIMARY KEY ("fiscal_year","first_day")
);

-- CreateTable
CREATE TABLE "number_counter" (
    "series" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "number_counter_pkey" PRIMARY KEY ("series","fiscal_year")
);

-- CreateTable
CREATE TABLE "intake_batch" (
    "id" UUID NOT NULL,
    "intake_number" INTEGER,
    "fiscal_year" INTEGER,
    "status" "intake_status" NOT NULL DEFAULT 'draft',
    "draft" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "received_on" DATE,
    "bearer" TEXT NOT NULL DEFAULT '',
    "area_id" UUID,
    "cash_account_id" UUID,
    "control_count" INTEGER,
    "control_total_yen" BIGINT,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "posted_by_id" UUID,
    "posted_at" TIMESTAMPTZ(3),

    CONSTRAINT "intake_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_presence" (
    "batch_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "tab_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intake_presence_pkey" PRIMARY KEY ("batch_id","tab_id")
);

-- CreateTable
CREATE TABLE "intake_line" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "funding_source_id" UUID NOT NULL,
    "campaign_id" UUID,
    "collection_method_id" UUID,
    "dues_kind_id" UUID,
    "fund_id" UUID,
    "supporter_id" UUID,
    "households_asked" INTEGER,
    "households_paid" INTEGER,
    "units" INTEGER,
    "amount_yen" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "entry_id" UUID NOT NULL,

    CONSTRAINT "intake_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "account_category" NOT NULL,
    "parent_id" UUID,
    "site_code" TEXT NOT NULL DEFAULT '',
    "service_code" TEXT NOT NULL DEFAULT '',
    "is_heading" BOOLEAN NOT NULL DEFAULT false,
    "closed_on" DATE,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_source" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "funding_category" NOT NULL,
    "account_id" UUID NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "funding_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,

    CONSTRAINT "fund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "entry_number" INTEGER NOT NULL,
    "entry_date" DATE NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "payer_id" UUID,
    "description" TEXT NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "reverses_entry_id" UUID,
    "corrects_entry_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "intake_batch_id" UUID,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "posted_by_id" UUID NOT NULL,
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting" (
    "entry_id" UUID NOT NULL,
    "line_number" SMALLINT NOT NULL,
    "entry_date" DATE NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "funding_source_id" UUID,
    "campaign_id" UUID,
    "collection_method_id" UUID,
    "area_id" UUID,
    "fund_id" UUID,
    "dues_kind_id" UUID,
    "supporter_id" UUID,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("entry_id","line_number")
);

-- CreateTable
CREATE TABLE "funding_total" (
    "key" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "entry_date" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "funding_source_id" UUID,
    "campaign_id" UUID,
    "collection_method_id" UUID,
    "area_id" UUID,
    "fund_id" UUID,
    "dues_kind_id" UUID,
    "amount_yen" BIGINT NOT NULL,
    "count" BIGINT NOT NULL,
    "postings" INTEGER NOT NULL,

    CONSTRAINT "funding_total_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "funding_year_total" (
    "key" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "funding_source_id" UUID,
    "campaign_id" UUID,
    "collection_method_id" UUID,
    "area_id" UUID,
    "fund_id" UUID,
    "dues_kind_id" UUID,
    "amount_yen" BIGINT NOT NULL,
    "count" BIGINT NOT NULL,
    "postings" INTEGER NOT NULL,

    CONSTRAINT "funding_year_total_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "funding_target" (
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "funding_source_id" UUID NOT NULL,
    "area_id" UUID,
    "target_yen" BIGINT NOT NULL,

    CONSTRAINT "funding_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dues_kind" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_yen" BIGINT,
    "closed_on" DATE,

    CONSTRAINT "dues_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supporter" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "supporter_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "kana" TEXT COLLATE "ja-x-icu" NOT NULL DEFAULT '',
    "postal_code" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "area_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supporter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'receptionist',
    "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_credential" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_two_factor" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "user_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_passkey" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "created_at" TIMESTAMPTZ(3),
    "aaguid" TEXT,

    CONSTRAINT "user_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "server_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "server_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_type_name_key" ON "area_type"("name");

-- CreateIndex
CREATE UNIQUE INDEX "area_code_key" ON "area"("code");

-- CreateIndex
CREATE INDEX "area_parent_id_idx" ON "area"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_fiscal_year_code_key" ON "campaign"("fiscal_year", "code");

-- CreateIndex
CREATE UNIQUE INDEX "collection_method_code_key" ON "collection_method"("code");

-- CreateIndex
CREATE INDEX "intake_batch_status_updated_at_idx" ON "intake_batch"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "intake_batch_fiscal_year_intake_number_key" ON "intake_batch"("fiscal_year", "intake_number");

-- CreateIndex
CREATE UNIQUE INDEX "intake_line_entry_id_key" ON "intake_line"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "intake_line_batch_id_line_number_key" ON "intake_line"("batch_id", "line_number");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_code_key" ON "ledger_account"("code");

-- CreateIndex
CREATE UNIQUE INDEX "funding_source_code_key" ON "funding_source"("code");

-- CreateIndex
CREATE UNIQUE INDEX "fund_code_key" ON "fund"("code");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_reverses_entry_id_key" ON "journal_entry"("reverses_entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_corrects_entry_id_key" ON "journal_entry"("corrects_entry_id");

-- CreateIndex
CREATE INDEX "journal_entry_intake_batch_id_idx" ON "journal_entry"("intake_batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_fiscal_year_entry_number_key" ON "journal_entry"("fiscal_year", "entry_number");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_source_kind_source_id_key" ON "journal_entry"("source_kind", "source_id");

-- CreateIndex
CREATE INDEX "posting_entry_date_entry_id_line_number_idx" ON "posting"("entry_date", "entry_id", "line_number");

-- CreateIndex
CREATE INDEX "posting_account_id_entry_date_entry_id_line_number_idx" ON "posting"("account_id", "entry_date", "entry_id", "line_number");

-- CreateIndex
CREATE INDEX "funding_total_fiscal_year_entry_date_idx" ON "funding_total"("fiscal_year", "entry_date");

-- CreateIndex
CREATE INDEX "funding_year_total_fiscal_year_idx" ON "funding_year_total"("fiscal_year");

-- CreateIndex
CREATE UNIQUE INDEX "dues_kind_code_key" ON "dues_kind"("code");

-- CreateIndex
CREATE UNIQUE INDEX "supporter_number_key" ON "supporter"("number");

-- CreateIndex
CREATE INDEX "supporter_area_id_idx" ON "supporter"("area_id");

-- CreateIndex
CREATE INDEX "supporter_kana_id_idx" ON "supporter"("kana", "id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_session_token_key" ON "user_session"("token");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE INDEX "user_credential_user_id_idx" ON "user_credential"("user_id");

-- CreateIndex
CREATE INDEX "user_verification_identifier_idx" ON "user_verification"("identifier");

-- CreateIndex
CREATE INDEX "user_two_factor_secret_idx" ON "user_two_factor"("secret");

-- CreateIndex
CREATE INDEX "user_two_factor_user_id_idx" ON "user_two_factor"("user_id");

-- CreateIndex
CREATE INDEX "user_passkey_user_id_idx" ON "user_passkey"("user_id");

-- CreateIndex
CREATE INDEX "user_passkey_credential_id_idx" ON "user_passkey"("credential_id");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at", "id");

-- CreateIndex
CREATE INDEX "audit_event_subject_kind_subject_id_idx" ON "audit_event"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_area_type_id_fkey" FOREIGN KEY ("area_type_id") REFERENCES "area_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_household" ADD CONSTRAINT "area_household_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_household" ADD CONSTRAINT "area_household_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_custody_account_id_fkey" FOREIGN KEY ("custody_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council" ADD CONSTRAINT "council_default_cash_account_id_fkey" FOREIGN KEY ("default_cash_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiscal_period" ADD CONSTRAINT "fiscal_period_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiscal_period" ADD CONSTRAINT "fiscal_period_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_batch" ADD CONSTRAINT "intake_batch_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_batch" ADD CONSTRAINT "intake_batch_cash_account_id_fkey" FOREIGN KEY ("cash_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_batch" ADD CONSTRAINT "intake_batch_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_batch" ADD CONSTRAINT "intake_batch_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_batch" ADD CONSTRAINT "intake_batch_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_batch" ADD CONSTRAINT "intake_batch_posted_by_id_fkey" FOREIGN KEY ("posted_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_presence" ADD CONSTRAINT "intake_presence_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "intake_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_presence" ADD CONSTRAINT "intake_presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "intake_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_collection_method_id_fkey" FOREIGN KEY ("collection_method_id") REFERENCES "collection_method"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_account" ADD CONSTRAINT "ledger_account_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_source" ADD CONSTRAINT "funding_source_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_payer_id_fkey" FOREIGN KEY ("payer_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_reverses_entry_id_fkey" FOREIGN KEY ("reverses_entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_corrects_entry_id_fkey" FOREIGN KEY ("corrects_entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_intake_batch_id_fkey" FOREIGN KEY ("intake_batch_id") REFERENCES "intake_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_posted_by_id_fkey" FOREIGN KEY ("posted_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_collection_method_id_fkey" FOREIGN KEY ("collection_method_id") REFERENCES "collection_method"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_target" ADD CONSTRAINT "funding_target_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_target" ADD CONSTRAINT "funding_target_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_target" ADD CONSTRAINT "funding_target_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_credential" ADD CONSTRAINT "user_credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_two_factor" ADD CONSTRAINT "user_two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_passkey" ADD CONSTRAINT "user_passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


