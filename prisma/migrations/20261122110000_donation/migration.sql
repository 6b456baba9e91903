-- 寄附: what the books do not know of a gift, letters of thanks, promises with instalments, and the council's thresholds.
-- CreateEnum
CREATE TYPE "donation_kind" AS ENUM ('general', 'designated', 'memorial', 'celebration', 'event', 'bequest', 'monthly', 'in_kind');

-- CreateEnum
CREATE TYPE "acknowledgment_consent" AS ENUM ('undecided', 'named', 'anonymous', 'amount_hidden');

-- CreateEnum
CREATE TYPE "threshold_purpose" AS ENUM ('report', 'appreciation');

-- CreateEnum
CREATE TYPE "threshold_basis" AS ENUM ('gift', 'fiscal_year', 'lifetime');

-- CreateTable
CREATE TABLE "donation" (
    "entry_id" UUID NOT NULL,
    "kind" "donation_kind" NOT NULL,
    "deceased_name" TEXT NOT NULL DEFAULT '',
    "mourner_name" TEXT NOT NULL DEFAULT '',
    "relationship" TEXT NOT NULL DEFAULT '',
    "occasion" TEXT NOT NULL DEFAULT '',
    "goods" TEXT NOT NULL DEFAULT '',
    "channel_id" UUID,
    "staff" TEXT NOT NULL DEFAULT '',
    "consent" "acknowledgment_consent" NOT NULL DEFAULT 'undecided',
    "printed_name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "instalment_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "donation_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "donation_channel" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "donation_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thank_you_letter" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "thank_you_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "kind" "donation_kind" NOT NULL,
    "funding_source_id" UUID NOT NULL,
    "fund_id" UUID,
    "pledged_on" DATE NOT NULL,
    "channel_id" UUID,
    "staff" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "ended_on" DATE,
    "end_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pledge_instalment" (
    "id" UUID NOT NULL,
    "pledge_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "planned_on" DATE NOT NULL,
    "planned_yen" BIGINT NOT NULL,

    CONSTRAINT "pledge_instalment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donation_threshold" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" "threshold_purpose" NOT NULL,
    "basis" "threshold_basis" NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "donation_threshold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donation_threshold_mark" (
    "threshold_id" UUID NOT NULL,
    "subject_key" TEXT NOT NULL,
    "done_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "marked_by_id" UUID NOT NULL,

    CONSTRAINT "donation_threshold_mark_pkey" PRIMARY KEY ("threshold_id","subject_key")
);

-- CreateIndex
CREATE INDEX "donation_instalment_id_idx" ON "donation"("instalment_id");

-- CreateIndex
CREATE UNIQUE INDEX "donation_channel_code_key" ON "donation_channel"("code");

-- CreateIndex
CREATE UNIQUE INDEX "thank_you_letter_entry_id_sent_on_method_key" ON "thank_you_letter"("entry_id", "sent_on", "method");

-- CreateIndex
CREATE INDEX "pledge_supporter_id_idx" ON "pledge"("supporter_id");

-- CreateIndex
CREATE INDEX "pledge_instalment_planned_on_idx" ON "pledge_instalment"("planned_on");

-- CreateIndex
CREATE UNIQUE INDEX "pledge_instalment_pledge_id_sequence_key" ON "pledge_instalment"("pledge_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "donation_threshold_code_key" ON "donation_threshold"("code");

-- AddForeignKey
ALTER TABLE "donation" ADD CONSTRAINT "donation_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donation" ADD CONSTRAINT "donation_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "donation_channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donation" ADD CONSTRAINT "donation_instalment_id_fkey" FOREIGN KEY ("instalment_id") REFERENCES "pledge_instalment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thank_you_letter" ADD CONSTRAINT "thank_you_letter_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thank_you_letter" ADD CONSTRAINT "thank_you_letter_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge" ADD CONSTRAINT "pledge_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "donation_channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pledge_instalment" ADD CONSTRAINT "pledge_instalment_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "pledge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donation_threshold_mark" ADD CONSTRAINT "donation_threshold_mark_threshold_id_fkey" FOREIGN KEY ("threshold_id") REFERENCES "donation_threshold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donation_threshold_mark" ADD CONSTRAINT "donation_threshold_mark_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What a gift is ──────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE pledge_instalment ADD CONSTRAINT pledge_instalment_has_amount CHECK (planned_yen > 0 AND sequence > 0);
ALTER TABLE donation_threshold ADD CONSTRAINT donation_threshold_has_amount CHECK (amount_yen > 0);

-- SQLSTATE SA041: only money or goods of 寄附金 is a gift; goods are booked without cash, and nothing else is.
CREATE FUNCTION check_donation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = NEW.entry_id AND e.kind = CASE NEW.kind WHEN 'in_kind' THEN 'transfer' ELSE 'receipt' END::entry_kind)
     OR NOT EXISTS (SELECT 1 FROM posting p JOIN funding_source s ON s.id = p.funding_source_id
       WHERE p.entry_id = NEW.entry_id AND s.category = 'donation') THEN
    RAISE EXCEPTION 'entry % is no gift of that kind', NEW.entry_id USING ERRCODE = 'SA041';
  END IF;
  -- What a receipt was written out for stays what it was until the receipt is void.
  IF TG_OP = 'UPDATE' AND (NEW.kind, NEW.goods) IS DISTINCT FROM (OLD.kind, OLD.goods)
     AND EXISTS (SELECT 1 FROM receipt_entry r WHERE r.entry_id = NEW.entry_id AND r.is_live) THEN
    RAISE EXCEPTION 'gift % has a receipt', NEW.entry_id USING ERRCODE = 'SA042';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER donation_is_a_gift AFTER INSERT OR UPDATE ON donation FOR EACH ROW EXECUTE FUNCTION check_donation();

-- 黒伝: what was known of the gift goes over to the entry that takes its place, whoever corrects it, as long as that is a
-- gift, too. At the end of the transaction, when its postings are there, and unless other details were written with it.
CREATE FUNCTION take_over_donation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO donation (entry_id, kind, deceased_name, mourner_name, relationship, occasion, goods, channel_id, staff, consent, printed_name, note, instalment_id)
    SELECT NEW.id, kind, deceased_name, mourner_name, relationship, occasion, goods, channel_id, staff, consent, printed_name, note, instalment_id
    FROM donation d
    WHERE d.entry_id = NEW.corrects_entry_id AND NEW.kind = CASE d.kind WHEN 'in_kind' THEN 'transfer' ELSE 'receipt' END::entry_kind
      AND EXISTS (SELECT 1 FROM posting p JOIN funding_source s ON s.id = p.funding_source_id WHERE p.entry_id = NEW.id AND s.category = 'donation')
    ON CONFLICT (entry_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER correction_takes_over_donation AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.corrects_entry_id IS NOT NULL) EXECUTE FUNCTION take_over_donation();

-- ── Channels and thresholds, for councils that are there already; a new one finds them laid ─────────────────────────
INSERT INTO donation_channel (id, code, name)
  SELECT gen_random_uuid(), d.code, d.name
  FROM (VALUES ('01', '社協だより'), ('02', 'ホームページ'), ('03', 'SNS'), ('04', 'ラジオ・新聞'), ('05', '説明会・行事'),
    ('06', '職員・役員の紹介'), ('07', '葬祭業者の案内'), ('09', 'その他')) d(code, name)
  WHERE EXISTS (SELECT 1 FROM council) ON CONFLICT (code) DO NOTHING;
INSERT INTO donation_threshold (id, code, name, purpose, basis, amount_yen)
  SELECT gen_random_uuid(), d.code, d.name, d.purpose::threshold_purpose, d.basis::threshold_basis, d.amount_yen
  FROM (VALUES ('10', '理事会への報告', 'report', 'gift', 1000000), ('20', '感謝状（1件）', 'appreciation', 'gift', 100000),
    ('21', '感謝状（累計）', 'appreciation', 'lifetime', 500000)) d(code, name, purpose, basis, amount_yen)
  WHERE EXISTS (SELECT 1 FROM council) ON CONFLICT (code) DO NOTHING;

-- ── What never changes, and what counts its changes ─────────────────────────────────────────────────────────────────
CREATE TRIGGER thank_you_letter_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON thank_you_letter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['donation', 'donation_channel', 'pledge', 'donation_threshold'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_revision()', t || '_raises_revision', t);
  END LOOP;
END $$;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON donation, donation_channel, thank_you_letter, pledge, pledge_instalment, donation_threshold, donation_threshold_mark TO sasaeai_app;
GRANT INSERT, UPDATE ON donation, pledge TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON donation_channel, pledge_instalment, donation_threshold TO sasaeai_app;
GRANT INSERT ON thank_you_letter TO sasaeai_app;
GRANT INSERT, DELETE ON donation_threshold_mark TO sasaeai_app;
