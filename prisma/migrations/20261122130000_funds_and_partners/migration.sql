-- 使途・基金 that givers can follow, and what comes in beside gifts: machines, sponsors, outside platforms, and partners.
-- CreateEnum
CREATE TYPE "revenue_stream_kind" AS ENUM ('vending_machine', 'sponsorship', 'crowdfunding');

-- CreateEnum
CREATE TYPE "sponsor_display" AS ENUM ('named', 'anonymous', 'amount_hidden');

-- CreateEnum
CREATE TYPE "partner_kind" AS ENUM ('social_welfare_corporation', 'company', 'school', 'group');

-- AlterTable
ALTER TABLE "fund" ADD COLUMN     "is_restricted" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "public_description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "target_yen" BIGINT;

-- CreateTable
CREATE TABLE "fund_report" (
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "beneficiaries" INTEGER,
    "published_on" DATE,
    "published_by_id" UUID,
    "figures" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "fund_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revenue_stream" (
    "id" UUID NOT NULL,
    "kind" "revenue_stream_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "supporter_id" UUID,
    "funding_source_id" UUID NOT NULL,
    "fund_id" UUID,
    "starts_on" DATE,
    "ends_on" DATE,
    "expected_yen" BIGINT,
    "place" TEXT NOT NULL DEFAULT '',
    "terms" TEXT NOT NULL DEFAULT '',
    "display" "sponsor_display",
    "fee_account_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "revenue_stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revenue_receipt" (
    "id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "month" DATE,
    "received_on" DATE NOT NULL,
    "gross_yen" BIGINT NOT NULL,
    "fee_yen" BIGINT NOT NULL DEFAULT 0,
    "is_goods" BOOLEAN NOT NULL DEFAULT false,
    "entry_id" UUID NOT NULL,
    "is_live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "revenue_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "kind" "partner_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "supporter_id" UUID,
    "area_id" UUID,
    "contribution" TEXT NOT NULL,
    "contact_person" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fund_report_fund_id_fiscal_year_idx" ON "fund_report"("fund_id", "fiscal_year");

-- CreateIndex
CREATE INDEX "revenue_stream_supporter_id_idx" ON "revenue_stream"("supporter_id");

-- CreateIndex
CREATE UNIQUE INDEX "revenue_stream_kind_code_key" ON "revenue_stream"("kind", "code");

-- CreateIndex
CREATE UNIQUE INDEX "revenue_receipt_entry_id_key" ON "revenue_receipt"("entry_id");

-- CreateIndex
CREATE INDEX "revenue_receipt_stream_id_month_idx" ON "revenue_receipt"("stream_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "partner_code_key" ON "partner"("code");

-- CreateIndex
CREATE INDEX "partner_supporter_id_idx" ON "partner"("supporter_id");

-- AddForeignKey
ALTER TABLE "fund_report" ADD CONSTRAINT "fund_report_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_report" ADD CONSTRAINT "fund_report_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_report" ADD CONSTRAINT "fund_report_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_stream" ADD CONSTRAINT "revenue_stream_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_stream" ADD CONSTRAINT "revenue_stream_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_stream" ADD CONSTRAINT "revenue_stream_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_stream" ADD CONSTRAINT "revenue_stream_fee_account_id_fkey" FOREIGN KEY ("fee_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_receipt" ADD CONSTRAINT "revenue_receipt_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "revenue_stream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_receipt" ADD CONSTRAINT "revenue_receipt_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── Plain checks ────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE fund ADD CONSTRAINT fund_target CHECK (target_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE fund_report ADD CONSTRAINT fund_report_people CHECK (beneficiaries >= 0);
ALTER TABLE fund_report ADD CONSTRAINT fund_report_published_whole CHECK (
  (published_on IS NULL) = (published_by_id IS NULL) AND (published_on IS NULL) = (figures IS NULL));
ALTER TABLE revenue_stream ADD CONSTRAINT revenue_stream_amount CHECK (expected_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE revenue_stream ADD CONSTRAINT revenue_stream_days CHECK (starts_on <= ends_on);
ALTER TABLE revenue_stream ADD CONSTRAINT revenue_stream_is_of_kind CHECK (CASE kind
  WHEN 'vending_machine' THEN display IS NULL AND fee_account_id IS NULL AND starts_on IS NOT NULL
  WHEN 'sponsorship' THEN display IS NOT NULL AND fee_account_id IS NULL AND supporter_id IS NOT NULL
  -- The city gives the receipts of ふるさと納税: nobody of ours stands as its giver.
  WHEN 'crowdfunding' THEN display IS NULL AND fee_account_id IS NOT NULL AND supporter_id IS NULL END);
ALTER TABLE revenue_receipt ADD CONSTRAINT revenue_receipt_amount CHECK (
  gross_yen BETWEEN 1 AND 9000000000000 AND fee_yen >= 0 AND fee_yen < gross_yen AND (fee_yen = 0 OR NOT is_goods));
ALTER TABLE revenue_receipt ADD CONSTRAINT revenue_receipt_month CHECK (month = date_trunc('month', month)::date);

-- A month of a machine is received once, whoever books it.
CREATE UNIQUE INDEX revenue_receipt_live_month_idx ON revenue_receipt (stream_id, month) WHERE is_live AND month IS NOT NULL;
-- What is left in a fund is read before anything is taken out of it.
CREATE INDEX funding_year_total_fund_idx ON funding_year_total (fund_id) WHERE fund_id IS NOT NULL;

-- ── What stands stays ───────────────────────────────────────────────────────────────────────────────────────
-- SQLSTATE SA001, as everywhere: a published report is taken back, never changed or deleted.
CREATE FUNCTION refuse_change_of_fund_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.published_on IS NULL
     AND (NEW.fund_id, NEW.fiscal_year, NEW.title, NEW.body, NEW.message, NEW.beneficiaries)
       IS NOT DISTINCT FROM (OLD.fund_id, OLD.fiscal_year, OLD.title, OLD.body, OLD.message, OLD.beneficiaries) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published report is never changed' USING ERRCODE = 'SA001';
END $$;
CREATE TRIGGER fund_report_published_is_final BEFORE UPDATE OR DELETE ON fund_report
  FOR EACH ROW WHEN (OLD.published_on IS NOT NULL) EXECUTE FUNCTION refuse_change_of_fund_report();

CREATE FUNCTION refuse_change_of_revenue_receipt() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'is_live' IS DISTINCT FROM to_jsonb(OLD) - 'is_live' OR NEW.is_live THEN
    RAISE EXCEPTION 'what was received is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revenue_receipt_is_final BEFORE UPDATE OR DELETE ON revenue_receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_revenue_receipt();

-- A receipt is of what its stream is, and an outside platform's names no giver of ours.
CREATE FUNCTION check_revenue_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_kind revenue_stream_kind := (SELECT kind FROM revenue_stream WHERE id = NEW.stream_id);
BEGIN
  IF (NEW.month IS NOT NULL) <> (of_kind = 'vending_machine') OR NEW.fee_yen > 0 AND of_kind <> 'crowdfunding'
     OR NEW.is_goods AND of_kind <> 'sponsorship' THEN
    RAISE EXCEPTION 'the receipt is not of the kind of its stream';
  END IF;
  IF of_kind = 'crowdfunding' AND (EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id AND payer_id IS NOT NULL)
     OR EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.entry_id AND supporter_id IS NOT NULL)) THEN
    RAISE EXCEPTION 'money of an outside platform names no giver';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER revenue_receipt_is_of_its_stream AFTER INSERT ON revenue_receipt
  FOR EACH ROW EXECUTE FUNCTION check_revenue_receipt();

-- 取消 of its entry frees the month.
CREATE FUNCTION end_reversed_revenue_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE revenue_receipt SET is_live = false WHERE entry_id = NEW.reverses_entry_id;
  RETURN NULL;
END $$;
CREATE TRIGGER reversal_ends_revenue_receipt AFTER INSERT ON journal_entry
  FOR EACH ROW WHEN (NEW.reverses_entry_id IS NOT NULL) EXECUTE FUNCTION end_reversed_revenue_receipt();

-- SQLSTATE SA007, as for money of a drive: commission of a machine is no gift, and the city gives the receipts of ふるさと納税.
CREATE FUNCTION refuse_receipt_of_revenue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM revenue_receipt r JOIN revenue_stream s ON s.id = r.stream_id
    WHERE r.entry_id = NEW.entry_id AND s.kind IN ('vending_machine', 'crowdfunding')) THEN
    RAISE EXCEPTION 'entry % cannot have a receipt', NEW.entry_id USING ERRCODE = 'SA007';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER receipt_entry_is_of_no_machine_or_platform AFTER INSERT ON receipt_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_receipt_of_revenue();

-- 振替: money that givers restricted to a purpose goes elsewhere only for a reason that stays in the books.
CREATE FUNCTION check_fund_transfer_reason() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM posting p JOIN fund f ON f.id = p.fund_id WHERE p.entry_id = NEW.id AND p.amount_yen > 0 AND f.is_restricted) THEN
    RAISE EXCEPTION 'a transfer out of a restricted fund gives its reason';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER fund_transfer_gives_reason AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.source_kind = 'fund_transfer' AND NEW.reason = '') EXECUTE FUNCTION check_fund_transfer_reason();

CREATE TRIGGER fund_report_raises_revision BEFORE UPDATE ON fund_report FOR EACH ROW EXECUTE FUNCTION raise_revision();
CREATE TRIGGER revenue_stream_raises_revision BEFORE UPDATE ON revenue_stream FOR EACH ROW EXECUTE FUNCTION raise_revision();
CREATE TRIGGER partner_raises_revision BEFORE UPDATE ON partner FOR EACH ROW EXECUTE FUNCTION raise_revision();

-- The fund that a new council finds for gifts without a purpose restricts nothing; others say so themselves.
UPDATE fund SET is_restricted = false WHERE name = '地域福祉全般';

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON fund_report, revenue_stream, revenue_receipt, partner TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON fund_report, revenue_stream, partner TO sasaeai_app;
GRANT INSERT ON revenue_receipt TO sasaeai_app;
