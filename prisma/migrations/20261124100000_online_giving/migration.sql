-- オンライン寄附: what givers fill in, what the gateway tells and what is asked of it, and what of all that is in the books.
-- Events are stored as they come and applied from here, once; the money itself stands in the ledger like any other.
-- CreateEnum
CREATE TYPE "giving_receipt_rule" AS ENUM ('each', 'on_request', 'annual');

-- CreateEnum
CREATE TYPE "tax_date_basis" AS ENUM ('paid_on', 'deposited_on');

-- CreateEnum
CREATE TYPE "giving_target_kind" AS ENUM ('general', 'fund', 'campaign', 'dues');

-- CreateEnum
CREATE TYPE "gift_frequency" AS ENUM ('once', 'monthly');

-- CreateEnum
CREATE TYPE "online_giver_kind" AS ENUM ('person', 'organization', 'anonymous');

-- CreateEnum
CREATE TYPE "receipt_wish" AS ENUM ('none', 'pdf', 'paper');

-- CreateEnum
CREATE TYPE "online_gift_state" AS ENUM ('started', 'awaiting', 'paid', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "recurring_gift_state" AS ENUM ('active', 'paused', 'past_due', 'ended');

-- CreateEnum
CREATE TYPE "recurring_change_kind" AS ENUM ('started', 'amount', 'paused', 'resumed', 'ended', 'failed');

-- CreateEnum
CREATE TYPE "payment_care" AS ENUM ('receipt', 'deposit', 'mail', 'done');

-- CreateEnum
CREATE TYPE "online_refund_state" AS ENUM ('requested', 'sent', 'succeeded', 'failed', 'withdrawn');

-- CreateEnum
CREATE TYPE "online_dispute_state" AS ENUM ('open', 'won', 'lost');

-- CreateEnum
CREATE TYPE "payout_state" AS ENUM ('pending', 'paid', 'failed');

-- CreateEnum
CREATE TYPE "payout_line_kind" AS ENUM ('payment', 'refund', 'refund_failure', 'dispute', 'dispute_reversal', 'fee', 'adjustment');

-- CreateEnum
CREATE TYPE "gateway_event_state" AS ENUM ('waiting', 'applied', 'ignored', 'quarantined');

-- CreateEnum
CREATE TYPE "gateway_call_state" AS ENUM ('wanted', 'answered', 'refused');

-- AlterTable
ALTER TABLE "donation" ADD COLUMN     "received_on" DATE;

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "is_program" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "payment_account" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payee_name" TEXT NOT NULL,
    "gateway_account_id" TEXT NOT NULL DEFAULT '',
    "receivable_account_id" UUID NOT NULL,
    "fee_account_id" UUID NOT NULL,
    "bank_account_id" UUID NOT NULL,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "payment_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "giving_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "minimum_yen" BIGINT NOT NULL DEFAULT 500,
    "maximum_yen" BIGINT NOT NULL DEFAULT 1000000,
    "receipt_rule" "giving_receipt_rule" NOT NULL DEFAULT 'each',
    "tax_date_basis" "tax_date_basis" NOT NULL DEFAULT 'paid_on',
    "refund_approval_yen" BIGINT NOT NULL DEFAULT 10000,
    "challenges_everyone" BOOLEAN NOT NULL DEFAULT false,
    "starts_per_address_hour" INTEGER NOT NULL DEFAULT 10,
    "starts_per_email_day" INTEGER NOT NULL DEFAULT 5,
    "starts_per_hour" INTEGER NOT NULL DEFAULT 300,
    "commercial_disclosure" TEXT NOT NULL DEFAULT '',
    "refund_policy" TEXT NOT NULL DEFAULT '',
    "privacy_notice" TEXT NOT NULL DEFAULT '',
    "thanks" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "giving_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "giving_target" (
    "id" UUID NOT NULL,
    "kind" "giving_target_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL DEFAULT '',
    "fund_id" UUID,
    "campaign_id" UUID,
    "dues_kind_id" UUID,
    "funding_source_id" UUID NOT NULL,
    "collection_method_id" UUID,
    "payment_account_id" UUID NOT NULL,
    "channel_id" UUID,
    "suggested_yen" BIGINT[],
    "allows_monthly" BOOLEAN NOT NULL DEFAULT false,
    "instruction" TEXT NOT NULL DEFAULT '',
    "instructed_on" DATE,
    "external_url" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "opens_on" DATE,
    "closes_on" DATE,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "giving_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "giving_link" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "area_id" UUID,
    "amount_yen" BIGINT,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "giving_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "online_gift" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "link_id" UUID,
    "payment_account_id" UUID NOT NULL,
    "frequency" "gift_frequency" NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "units" INTEGER,
    "dues_year" INTEGER,
    "area_id" UUID,
    "giver_kind" "online_giver_kind" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "kana" TEXT NOT NULL DEFAULT '',
    "contact_person" TEXT NOT NULL DEFAULT '',
    "postal_code" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "receipt_wish" "receipt_wish" NOT NULL,
    "donation_kind" "donation_kind" NOT NULL DEFAULT 'general',
    "deceased_name" TEXT NOT NULL DEFAULT '',
    "relationship" TEXT NOT NULL DEFAULT '',
    "consent" "acknowledgment_consent" NOT NULL DEFAULT 'undecided',
    "printed_name" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'ja',
    "access_hash" BYTEA NOT NULL,
    "state" "online_gift_state" NOT NULL DEFAULT 'started',
    "session_id" TEXT,
    "session_url" TEXT NOT NULL DEFAULT '',
    "payable_until" TIMESTAMPTZ(3),
    "voucher_url" TEXT NOT NULL DEFAULT '',
    "failure" TEXT NOT NULL DEFAULT '',
    "supporter_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "online_gift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recurring_gift" (
    "gift_id" UUID NOT NULL,
    "subscription_id" TEXT NOT NULL,
    "state" "recurring_gift_state" NOT NULL DEFAULT 'active',
    "amount_yen" BIGINT NOT NULL,
    "next_on" DATE,
    "failed_payments" INTEGER NOT NULL DEFAULT 0,
    "last_failure" TEXT NOT NULL DEFAULT '',
    "ended_at" TIMESTAMPTZ(3),
    "gateway_changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recurring_gift_pkey" PRIMARY KEY ("gift_id")
);

-- CreateTable
CREATE TABLE "recurring_change" (
    "id" UUID NOT NULL,
    "gift_id" UUID NOT NULL,
    "kind" "recurring_change_kind" NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "before_yen" BIGINT,
    "after_yen" BIGINT,
    "by" TEXT NOT NULL,
    "changed_by_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "recurring_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "online_payment" (
    "id" UUID NOT NULL,
    "payment_account_id" UUID NOT NULL,
    "gift_id" UUID NOT NULL,
    "money_id" TEXT NOT NULL,
    "payment_intent_id" TEXT,
    "amount_yen" BIGINT NOT NULL,
    "method" TEXT NOT NULL DEFAULT '',
    "paid_on" DATE NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" UUID,
    "refunded_yen" BIGINT NOT NULL DEFAULT 0,
    "fee_yen" BIGINT,
    "payout_id" UUID,
    "care" "payment_care" NOT NULL DEFAULT 'receipt',

    CONSTRAINT "online_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "online_refund" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "gateway_refund_id" TEXT,
    "amount_yen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "online_refund_state" NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',
    "entry_id" UUID,

    CONSTRAINT "online_refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "online_dispute" (
    "id" UUID NOT NULL,
    "payment_account_id" UUID NOT NULL,
    "gateway_dispute_id" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" "online_dispute_state" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "entry_id" UUID,

    CONSTRAINT "online_dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" UUID NOT NULL,
    "payment_account_id" UUID NOT NULL,
    "gateway_payout_id" TEXT NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "arrives_on" DATE NOT NULL,
    "state" "payout_state" NOT NULL DEFAULT 'pending',
    "failure" TEXT NOT NULL DEFAULT '',
    "gateway_changed_at" TIMESTAMPTZ(3) NOT NULL,
    "has_lines" BOOLEAN NOT NULL DEFAULT false,
    "entry_id" UUID,
    "bank_on" DATE,
    "bank_yen" BIGINT,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_line" (
    "payout_id" UUID NOT NULL,
    "gateway_line_id" TEXT NOT NULL,
    "kind" "payout_line_kind" NOT NULL,
    "source_id" TEXT NOT NULL DEFAULT '',
    "payment_intent_id" TEXT,
    "gross_yen" BIGINT NOT NULL,
    "fee_yen" BIGINT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "payout_line_pkey" PRIMARY KEY ("payout_id","gateway_line_id")
);

-- CreateTable
CREATE TABLE "gateway_event" (
    "payment_account_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "body" BYTEA NOT NULL,
    "subject_key" TEXT NOT NULL DEFAULT '',
    "state" "gateway_event_state" NOT NULL DEFAULT 'waiting',
    "reason" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "settled_by_id" UUID,

    CONSTRAINT "gateway_event_pkey" PRIMARY KEY ("payment_account_id","event_id")
);

-- CreateTable
CREATE TABLE "gateway_call" (
    "id" UUID NOT NULL,
    "payment_account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "gift_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "request" JSONB NOT NULL,
    "answer" JSONB,
    "state" "gateway_call_state" NOT NULL DEFAULT 'wanted',
    "failure" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "wanted_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "giver_link" (
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "giver_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "giver_session" (
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "giver_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "spent_challenge" (
    "challenge" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateTable
CREATE TABLE "demo_gateway_object" (
    "id" TEXT NOT NULL,
    "account_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_gateway_object_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "payment_account_code_key" ON "payment_account"("code");

-- CreateIndex
CREATE UNIQUE INDEX "giving_target_slug_key" ON "giving_target"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "giving_link_code_key" ON "giving_link"("code");

-- CreateIndex
CREATE UNIQUE INDEX "online_gift_session_id_key" ON "online_gift"("session_id");

-- CreateIndex
CREATE INDEX "online_gift_started_at_id_idx" ON "online_gift"("started_at", "id");

-- CreateIndex
CREATE INDEX "online_gift_state_started_at_id_idx" ON "online_gift"("state", "started_at", "id");

-- CreateIndex
CREATE INDEX "online_gift_supporter_id_idx" ON "online_gift"("supporter_id");

-- CreateIndex
CREATE INDEX "online_gift_email_idx" ON "online_gift"("email");

-- CreateIndex
CREATE UNIQUE INDEX "recurring_gift_subscription_id_key" ON "recurring_gift"("subscription_id");

-- CreateIndex
CREATE INDEX "recurring_gift_state_idx" ON "recurring_gift"("state");

-- CreateIndex
CREATE INDEX "recurring_change_gift_id_changed_at_idx" ON "recurring_change"("gift_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "online_payment_entry_id_key" ON "online_payment"("entry_id");

-- CreateIndex
CREATE INDEX "online_payment_gift_id_paid_at_idx" ON "online_payment"("gift_id", "paid_at");

-- CreateIndex
CREATE INDEX "online_payment_paid_on_idx" ON "online_payment"("paid_on");

-- CreateIndex
CREATE INDEX "online_payment_payout_id_idx" ON "online_payment"("payout_id");

-- CreateIndex
CREATE UNIQUE INDEX "online_payment_payment_account_id_money_id_key" ON "online_payment"("payment_account_id", "money_id");

-- CreateIndex
CREATE UNIQUE INDEX "online_payment_payment_account_id_payment_intent_id_key" ON "online_payment"("payment_account_id", "payment_intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "online_refund_gateway_refund_id_key" ON "online_refund"("gateway_refund_id");

-- CreateIndex
CREATE INDEX "online_refund_payment_id_idx" ON "online_refund"("payment_id");

-- CreateIndex
CREATE INDEX "online_refund_state_idx" ON "online_refund"("state");

-- CreateIndex
CREATE INDEX "online_dispute_payment_id_idx" ON "online_dispute"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "online_dispute_payment_account_id_gateway_dispute_id_key" ON "online_dispute"("payment_account_id", "gateway_dispute_id");

-- CreateIndex
CREATE INDEX "payout_arrives_on_idx" ON "payout"("arrives_on");

-- CreateIndex
CREATE UNIQUE INDEX "payout_payment_account_id_gateway_payout_id_key" ON "payout"("payment_account_id", "gateway_payout_id");

-- CreateIndex
CREATE INDEX "payout_line_payment_intent_id_idx" ON "payout_line"("payment_intent_id");

-- CreateIndex
CREATE INDEX "gateway_event_subject_key_idx" ON "gateway_event"("subject_key");

-- CreateIndex
CREATE INDEX "gateway_event_received_at_event_id_idx" ON "gateway_event"("received_at", "event_id");

-- CreateIndex
CREATE INDEX "gateway_call_gift_id_idx" ON "gateway_call"("gift_id");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_call_kind_subject_id_key" ON "gateway_call"("kind", "subject_id");

-- CreateIndex
CREATE INDEX "giver_link_email_idx" ON "giver_link"("email");

-- CreateIndex
CREATE INDEX "demo_gateway_object_account_code_kind_created_at_idx" ON "demo_gateway_object"("account_code", "kind", "created_at");

-- AddForeignKey
ALTER TABLE "payment_account" ADD CONSTRAINT "payment_account_receivable_account_id_fkey" FOREIGN KEY ("receivable_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_account" ADD CONSTRAINT "payment_account_fee_account_id_fkey" FOREIGN KEY ("fee_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_account" ADD CONSTRAINT "payment_account_bank_account_id_fkey" FOREIGN KEY ("bank_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_target" ADD CONSTRAINT "giving_target_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_target" ADD CONSTRAINT "giving_target_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_target" ADD CONSTRAINT "giving_target_dues_kind_id_fkey" FOREIGN KEY ("dues_kind_id") REFERENCES "dues_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_target" ADD CONSTRAINT "giving_target_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_target" ADD CONSTRAINT "giving_target_collection_method_id_fkey" FOREIGN KEY ("collection_method_id") REFERENCES "collection_method"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_target" ADD CONSTRAINT "giving_target_payment_account_id_fkey" FOREIGN KEY ("payment_account_id") REFERENCES "payment_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_target" ADD CONSTRAINT "giving_target_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "donation_channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_link" ADD CONSTRAINT "giving_link_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "giving_target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "giving_link" ADD CONSTRAINT "giving_link_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_gift" ADD CONSTRAINT "online_gift_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "giving_target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_gift" ADD CONSTRAINT "online_gift_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "giving_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_gift" ADD CONSTRAINT "online_gift_payment_account_id_fkey" FOREIGN KEY ("payment_account_id") REFERENCES "payment_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_gift" ADD CONSTRAINT "online_gift_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_gift" ADD CONSTRAINT "online_gift_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_gift" ADD CONSTRAINT "recurring_gift_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "online_gift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_change" ADD CONSTRAINT "recurring_change_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "recurring_gift"("gift_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_change" ADD CONSTRAINT "recurring_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_payment" ADD CONSTRAINT "online_payment_payment_account_id_fkey" FOREIGN KEY ("payment_account_id") REFERENCES "payment_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_payment" ADD CONSTRAINT "online_payment_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "online_gift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_payment" ADD CONSTRAINT "online_payment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_payment" ADD CONSTRAINT "online_payment_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_refund" ADD CONSTRAINT "online_refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "online_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_refund" ADD CONSTRAINT "online_refund_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_refund" ADD CONSTRAINT "online_refund_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_refund" ADD CONSTRAINT "online_refund_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_dispute" ADD CONSTRAINT "online_dispute_payment_account_id_fkey" FOREIGN KEY ("payment_account_id") REFERENCES "payment_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_dispute" ADD CONSTRAINT "online_dispute_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "online_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "online_dispute" ADD CONSTRAINT "online_dispute_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_payment_account_id_fkey" FOREIGN KEY ("payment_account_id") REFERENCES "payment_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_line" ADD CONSTRAINT "payout_line_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_event" ADD CONSTRAINT "gateway_event_payment_account_id_fkey" FOREIGN KEY ("payment_account_id") REFERENCES "payment_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_event" ADD CONSTRAINT "gateway_event_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_call" ADD CONSTRAINT "gateway_call_payment_account_id_fkey" FOREIGN KEY ("payment_account_id") REFERENCES "payment_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_call" ADD CONSTRAINT "gateway_call_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "online_gift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE payment_account
  ADD CONSTRAINT payment_account_code_names_keys CHECK (code ~ '^[a-z][a-z0-9_]{0,30}$'),
  ADD CONSTRAINT payment_account_names_payee CHECK (name <> '' AND payee_name <> '');
ALTER TABLE giving_settings
  ADD CONSTRAINT giving_settings_is_single CHECK (id = 1),
  -- コンビニ takes 120 to 300,000 yen and cards at least 50; who tests stolen cards does it with less than this.
  ADD CONSTRAINT giving_settings_amounts CHECK (minimum_yen BETWEEN 100 AND maximum_yen AND maximum_yen <= 99999999 AND refund_approval_yen >= 0),
  ADD CONSTRAINT giving_settings_limits CHECK (starts_per_address_hour > 0 AND starts_per_email_day > 0 AND starts_per_hour > 0);
INSERT INTO giving_settings (id) VALUES (1);
ALTER TABLE giving_target
  ADD CONSTRAINT giving_target_slug_is_plain CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
  ADD CONSTRAINT giving_target_names_its_kind CHECK ((kind = 'campaign') = (campaign_id IS NOT NULL) AND (kind = 'dues') = (dues_kind_id IS NOT NULL) AND (kind = 'fund') <= (fund_id IS NOT NULL) AND (fund_id IS NULL OR kind IN ('fund', 'general'))),
  -- 社会福祉法113条3項: a drive is taken only as its 共同募金会 has instructed in writing.
  ADD CONSTRAINT giving_target_instruction_has_day CHECK ((instruction <> '') = (instructed_on IS NOT NULL) AND (instruction = '' OR kind = 'campaign')),
  ADD CONSTRAINT giving_target_drive_counts CHECK (kind <> 'campaign' OR collection_method_id IS NOT NULL),
  ADD CONSTRAINT giving_target_drive_is_not_monthly CHECK (kind IN ('general', 'fund') OR NOT allows_monthly),
  ADD CONSTRAINT giving_target_url_is_https CHECK (external_url = '' OR external_url ~ '^https://[^[:space:]]+$'),
  ADD CONSTRAINT giving_target_span CHECK (closes_on IS NULL OR opens_on IS NULL OR closes_on >= opens_on);
ALTER TABLE giving_link
  ADD CONSTRAINT giving_link_code_is_short CHECK (code ~ '^[a-z0-9]{4,12}$'),
  ADD CONSTRAINT giving_link_amount CHECK (amount_yen IS NULL OR amount_yen > 0);
ALTER TABLE online_gift
  ADD CONSTRAINT online_gift_amount CHECK (amount_yen > 0),
  ADD CONSTRAINT online_gift_dues CHECK ((units IS NULL OR units > 0) AND (units IS NULL OR dues_year IS NOT NULL)),
  ADD CONSTRAINT online_gift_address_is_one CHECK (email ~ '^[^[:cntrl:][:space:]<>(),;:"@]+@[^[:cntrl:][:space:]<>(),;:"@]+$' AND length(email) <= 254),
  ADD CONSTRAINT online_gift_has_name CHECK ((giver_kind = 'anonymous') = (name = '')),
  ADD CONSTRAINT online_gift_anonymous_wants_no_receipt CHECK (giver_kind <> 'anonymous' OR receipt_wish = 'none'),
  ADD CONSTRAINT online_gift_language CHECK (language IN ('ja', 'easy', 'en'));
ALTER TABLE recurring_gift ADD CONSTRAINT recurring_gift_amount CHECK (amount_yen > 0 AND failed_payments >= 0);
ALTER TABLE recurring_change ADD CONSTRAINT recurring_change_by CHECK (by IN ('giver', 'staff', 'gateway') AND (by = 'staff') = (changed_by_id IS NOT NULL));
ALTER TABLE online_payment
  ADD CONSTRAINT online_payment_amounts CHECK (amount_yen > 0 AND refunded_yen BETWEEN 0 AND amount_yen AND (fee_yen IS NULL OR fee_yen >= 0)),
  ADD CONSTRAINT online_payment_money CHECK (money_id <> '');
ALTER TABLE online_refund
  ADD CONSTRAINT online_refund_amount CHECK (amount_yen > 0),
  ADD CONSTRAINT online_refund_has_reason CHECK (reason <> ''),
  -- 二人で: nobody approves what they asked for themselves.
  ADD CONSTRAINT online_refund_second_person CHECK (approved_by_id IS NULL OR approved_by_id <> requested_by_id);
ALTER TABLE online_dispute ADD CONSTRAINT online_dispute_amount CHECK (amount_yen > 0);
ALTER TABLE gateway_event ADD CONSTRAINT gateway_event_put_aside_has_reason CHECK (state <> 'quarantined' OR reason <> '');
ALTER TABLE gateway_call ADD CONSTRAINT gateway_call_kind CHECK (kind IN ('checkout', 'expire', 'refund', 'amount', 'pause', 'resume', 'end'));

-- ── What is looked for all the time is little ───────────────────────────────────────────────────────────────────────
CREATE INDEX gateway_event_waiting_idx ON gateway_event (due_at, received_at) WHERE state = 'waiting';
CREATE INDEX gateway_event_quarantined_idx ON gateway_event (received_at) WHERE state = 'quarantined';
CREATE INDEX gateway_call_wanted_idx ON gateway_call (due_at) WHERE state = 'wanted';
CREATE INDEX online_payment_care_idx ON online_payment (paid_at) WHERE care <> 'done';
CREATE INDEX online_gift_bigrams_idx ON online_gift USING gin (bigrams(search_text));

-- ── What was said stays said ────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['online_gift', 'recurring_gift', 'recurring_change', 'online_payment', 'online_refund', 'online_dispute', 'payout', 'gateway_event', 'gateway_call'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_stays', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['payment_account', 'giving_settings', 'giving_target', 'giving_link'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_revision()', t || '_raises_revision', t);
  END LOOP;
END $$;
CREATE TRIGGER recurring_change_is_final BEFORE UPDATE ON recurring_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gateway_event_is_settled BEFORE UPDATE ON gateway_event
  FOR EACH ROW WHEN (OLD.state IN ('applied', 'ignored')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gateway_call_is_settled BEFORE UPDATE ON gateway_call
  FOR EACH ROW WHEN (OLD.state <> 'wanted') EXECUTE FUNCTION refuse_change();

-- ── The program's own hand: what comes in online is booked by nobody in the office ──────────────────────────────────
INSERT INTO user_account (id, name, email, role, email_verified, disabled_at, is_program)
  VALUES ('01930000-0000-7000-8000-000000000001', 'オンライン受付（自動）', 'program@sasaeai.invalid', 'accountant', false, CURRENT_TIMESTAMP, true);

SELECT follow_supporter_merges();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON payment_account, giving_settings, giving_target, giving_link, online_gift, recurring_gift, recurring_change, online_payment,
  online_refund, online_dispute, payout, payout_line, gateway_event, gateway_call, giver_link, giver_session, spent_challenge, demo_gateway_object TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON payment_account, giving_target, giving_link TO sasaeai_app;
GRANT UPDATE ON giving_settings TO sasaeai_app;
GRANT INSERT ON online_gift, recurring_gift, recurring_change, online_payment, online_refund, online_dispute, payout, gateway_event, gateway_call TO sasaeai_app;
-- What a giver filled in is not in the list.
GRANT UPDATE (state, session_id, session_url, payable_until, voucher_url, failure, supporter_id) ON online_gift TO sasaeai_app;
GRANT UPDATE (state, amount_yen, next_on, failed_payments, last_failure, ended_at, gateway_changed_at) ON recurring_gift TO sasaeai_app;
GRANT UPDATE (payment_intent_id, method, entry_id, refunded_yen, fee_yen, payout_id, care) ON online_payment TO sasaeai_app;
GRANT UPDATE (gateway_refund_id, state, approved_at, approved_by_id, settled_at, failure, entry_id) ON online_refund TO sasaeai_app;
GRANT UPDATE (state, answer_by, closed_at, entry_id) ON online_dispute TO sasaeai_app;
GRANT UPDATE (state, failure, gateway_changed_at, has_lines, entry_id, bank_on, bank_yen, confirmed_at, confirmed_by_id, note, arrives_on) ON payout TO sasaeai_app;
GRANT INSERT, DELETE ON payout_line TO sasaeai_app;
GRANT UPDATE (subject_key, state, reason, attempts, due_at, settled_at, note, settled_by_id) ON gateway_event TO sasaeai_app;
GRANT UPDATE (answer, state, failure, attempts, due_at, answered_at) ON gateway_call TO sasaeai_app;
GRANT INSERT, DELETE, UPDATE (used_at) ON giver_link TO sasaeai_app;
GRANT INSERT, DELETE ON giver_session, spent_challenge TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON demo_gateway_object TO sasaeai_app;
