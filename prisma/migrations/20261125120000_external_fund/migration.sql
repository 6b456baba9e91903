-- 外部資金: calls of others, what the council applied for, what was decided, and the money of an award as it came.
-- CreateEnum
CREATE TYPE "external_call_kind" AS ENUM ('grant', 'public_offering', 'entrusted', 'subsidy', 'other');

-- CreateEnum
CREATE TYPE "external_application_state" AS ENUM ('preparing', 'applied', 'awarded', 'rejected', 'withdrawn');

-- AlterTable
ALTER TABLE "outreach_event" ADD COLUMN     "channel_id" UUID,
ADD COLUMN     "cost_yen" BIGINT;

-- CreateTable
CREATE TABLE "external_call" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "funder" TEXT NOT NULL,
    "funder_id" UUID,
    "kind" "external_call_kind" NOT NULL,
    "theme" TEXT NOT NULL DEFAULT '',
    "opens_on" DATE,
    "deadline_on" DATE NOT NULL,
    "amount_yen" BIGINT,
    "result_on" DATE,
    "url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "passed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "external_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_application" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "project_name" TEXT NOT NULL,
    "requested_yen" BIGINT,
    "state" "external_application_state" NOT NULL DEFAULT 'preparing',
    "applied_on" DATE,
    "decided_on" DATE,
    "awarded_yen" BIGINT,
    "report_due_on" DATE,
    "reported_on" DATE,
    "responsible_id" UUID,
    "fund_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "external_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_receipt" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "received_on" DATE NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "is_live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "external_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "external_call_deadline_on_idx" ON "external_call"("deadline_on");

-- CreateIndex
CREATE INDEX "external_call_funder_id_idx" ON "external_call"("funder_id");

-- CreateIndex
CREATE INDEX "external_application_call_id_idx" ON "external_application"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_receipt_entry_id_key" ON "external_receipt"("entry_id");

-- CreateIndex
CREATE INDEX "external_receipt_application_id_idx" ON "external_receipt"("application_id");

-- CreateIndex
CREATE INDEX "outreach_event_channel_id_idx" ON "outreach_event"("channel_id");

-- AddForeignKey
ALTER TABLE "external_call" ADD CONSTRAINT "external_call_funder_id_fkey" FOREIGN KEY ("funder_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_application" ADD CONSTRAINT "external_application_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "external_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_application" ADD CONSTRAINT "external_application_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_application" ADD CONSTRAINT "external_application_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_receipt" ADD CONSTRAINT "external_receipt_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "external_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_receipt" ADD CONSTRAINT "external_receipt_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outreach_event" ADD CONSTRAINT "outreach_event_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "donation_channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE outreach_event ADD CONSTRAINT outreach_event_cost CHECK (cost_yen BETWEEN 0 AND 9000000000000);
ALTER TABLE external_call
  ADD CONSTRAINT external_call_is_named CHECK (name <> '' AND funder <> ''),
  ADD CONSTRAINT external_call_days CHECK (opens_on <= deadline_on),
  ADD CONSTRAINT external_call_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000);
ALTER TABLE external_application
  ADD CONSTRAINT external_application_is_named CHECK (project_name <> ''),
  ADD CONSTRAINT external_application_amounts CHECK (requested_yen BETWEEN 1 AND 9000000000000 AND awarded_yen BETWEEN 1 AND 9000000000000),
  ADD CONSTRAINT external_application_days CHECK (applied_on <= decided_on AND decided_on <= reported_on),
  ADD CONSTRAINT external_application_is_of_state CHECK (
    (state IN ('applied', 'awarded', 'rejected')) <= (applied_on IS NOT NULL)
    AND (state <> 'preparing' OR applied_on IS NULL)
    AND (decided_on IS NOT NULL) = (state IN ('awarded', 'rejected'))
    AND (awarded_yen IS NOT NULL) = (state = 'awarded')
    AND (state = 'awarded' OR (report_due_on IS NULL AND reported_on IS NULL)));
ALTER TABLE external_receipt ADD CONSTRAINT external_receipt_amount CHECK (amount_yen BETWEEN 1 AND 9000000000000);

-- ── What stands stays ───────────────────────────────────────────────────────────────────────────────────────────────
-- SQLSTATE SA001, as everywhere.
CREATE FUNCTION refuse_change_of_external_receipt() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'is_live' IS DISTINCT FROM to_jsonb(OLD) - 'is_live' OR NEW.is_live THEN
    RAISE EXCEPTION 'what was received is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER external_receipt_is_final BEFORE UPDATE OR DELETE ON external_receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_external_receipt();

-- Money comes of an award alone, and an award whose money stands stays one; whoever comes second waits for the row.
CREATE FUNCTION check_external_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM external_application WHERE id = NEW.application_id AND state = 'awarded' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'money is received of an award' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER external_receipt_is_of_an_award AFTER INSERT ON external_receipt
  FOR EACH ROW EXECUTE FUNCTION check_external_receipt();
CREATE FUNCTION refuse_end_of_received_award() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM external_receipt WHERE application_id = NEW.id AND is_live) THEN
    RAISE EXCEPTION 'an award whose money came stays one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER external_application_keeps_award BEFORE UPDATE ON external_application
  FOR EACH ROW WHEN (OLD.state = 'awarded' AND NEW.state <> 'awarded') EXECUTE FUNCTION refuse_end_of_received_award();

-- 取消 of its entry makes the money outstanding again.
CREATE FUNCTION end_reversed_external_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE external_receipt SET is_live = false WHERE entry_id = NEW.reverses_entry_id;
  RETURN NULL;
END $$;
CREATE TRIGGER reversal_ends_external_receipt AFTER INSERT ON journal_entry
  FOR EACH ROW WHEN (NEW.reverses_entry_id IS NOT NULL) EXECUTE FUNCTION end_reversed_external_receipt();

CREATE TRIGGER external_call_raises_revision BEFORE UPDATE ON external_call FOR EACH ROW EXECUTE FUNCTION raise_revision();
CREATE TRIGGER external_application_raises_revision BEFORE UPDATE ON external_application FOR EACH ROW EXECUTE FUNCTION raise_revision();

SELECT follow_supporter_merges();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON external_call, external_application, external_receipt TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON external_call, external_application TO sasaeai_app;
GRANT INSERT ON external_receipt TO sasaeai_app;
