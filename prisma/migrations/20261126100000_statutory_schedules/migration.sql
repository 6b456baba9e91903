-- 附属明細書 別紙3②③: what the books do not know of gifts and subsidies. Said once and kept: a correction is a new row, so that a
-- schedule can be read as of a past moment.
-- CreateEnum
CREATE TYPE "gift_section" AS ENUM ('current', 'operation', 'facility', 'repayment', 'fixed_asset');

-- CreateTable
CREATE TABLE "gift_schedule_note" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "attribute" "donor_attribute",
    "section" "gift_section" NOT NULL,
    "capital_yen" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "gift_schedule_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subsidy_schedule_note" (
    "id" UUID NOT NULL,
    "funding_source_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "is_listed" BOOLEAN NOT NULL,
    "grantor" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "section" TEXT NOT NULL DEFAULT '',
    "user_income_source_id" UUID,
    "reserve_yen" BIGINT NOT NULL DEFAULT 0,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "subsidy_schedule_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gift_schedule_note_entry_id_recorded_at_idx" ON "gift_schedule_note"("entry_id", "recorded_at");

-- CreateIndex
CREATE INDEX "subsidy_schedule_note_funding_source_id_fiscal_year_recorde_idx" ON "subsidy_schedule_note"("funding_source_id", "fiscal_year", "recorded_at");

-- AddForeignKey
ALTER TABLE "gift_schedule_note" ADD CONSTRAINT "gift_schedule_note_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_schedule_note" ADD CONSTRAINT "gift_schedule_note_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subsidy_schedule_note" ADD CONSTRAINT "subsidy_schedule_note_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subsidy_schedule_note" ADD CONSTRAINT "subsidy_schedule_note_user_income_source_id_fkey" FOREIGN KEY ("user_income_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subsidy_schedule_note" ADD CONSTRAINT "subsidy_schedule_note_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE gift_schedule_note ADD CONSTRAINT gift_schedule_note_capital CHECK (capital_yen BETWEEN 0 AND 9000000000000);
ALTER TABLE subsidy_schedule_note
  ADD CONSTRAINT subsidy_schedule_note_year CHECK (fiscal_year BETWEEN 1868 AND 2199),
  ADD CONSTRAINT subsidy_schedule_note_reserve CHECK (reserve_yen BETWEEN 0 AND 9000000000000),
  ADD CONSTRAINT subsidy_schedule_note_users_are_another_source CHECK (user_income_source_id <> funding_source_id);

-- ── What was said stays said ────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER gift_schedule_note_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON gift_schedule_note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER subsidy_schedule_note_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON subsidy_schedule_note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT ON gift_schedule_note, subsidy_schedule_note TO sasaeai_app;
