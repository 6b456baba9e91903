-- 善意銀行: goods and money that are given into the council's care, what goes out of them to how many, and what is there.
-- CreateEnum
CREATE TYPE "goods_category" AS ENUM ('food', 'daily', 'care', 'other');

-- CreateEnum
CREATE TYPE "goods_measure" AS ENUM ('count', 'weight');

-- CreateEnum
CREATE TYPE "goodwill_act_kind" AS ENUM ('deposit', 'withdrawal', 'write_off', 'stocktaking', 'undo');

-- CreateEnum
CREATE TYPE "goodwill_undo_reason" AS ENUM ('mistyped', 'twice', 'returned');

-- CreateEnum
CREATE TYPE "deposit_route" AS ENUM ('desk', 'food_drive', 'box', 'pick_up');

-- CreateEnum
CREATE TYPE "withdrawal_way" AS ENUM ('pantry', 'household', 'organization', 'recycling', 'event');

-- CreateEnum
CREATE TYPE "recipient_unit" AS ENUM ('households', 'people', 'organizations');

-- CreateEnum
CREATE TYPE "goods_loss_reason" AS ENUM ('expired', 'damaged', 'lost', 'deposit_missed', 'withdrawal_missed', 'miscounted');

-- CreateTable
CREATE TABLE "goodwill_purpose" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fund_id" UUID,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "goodwill_purpose_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goods_item" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "goods_category" NOT NULL,
    "measure" "goods_measure" NOT NULL,
    "unit" TEXT NOT NULL,
    "grams_each" INTEGER,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "goods_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goods_lot" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "purpose_id" UUID NOT NULL,
    "expires_on" DATE,
    "held" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "goods_lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goodwill_act" (
    "id" UUID NOT NULL,
    "kind" "goodwill_act_kind" NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "act_number" INTEGER NOT NULL,
    "acted_on" DATE NOT NULL,
    "acted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acted_by_id" UUID NOT NULL,
    "undoes_act_id" UUID,
    "undo_reason" "goodwill_undo_reason",

    CONSTRAINT "goodwill_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goodwill_deposit" (
    "act_id" UUID NOT NULL,
    "purpose_id" UUID NOT NULL,
    "supporter_id" UUID,
    "route" "deposit_route" NOT NULL,
    "occasion" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "is_same_day" BOOLEAN NOT NULL DEFAULT false,
    "money_yen" BIGINT NOT NULL DEFAULT 0,
    "money_entry_id" UUID,
    "goods_value_yen" BIGINT NOT NULL DEFAULT 0,
    "goods_entry_id" UUID,

    CONSTRAINT "goodwill_deposit_pkey" PRIMARY KEY ("act_id")
);

-- CreateTable
CREATE TABLE "goodwill_withdrawal" (
    "act_id" UUID NOT NULL,
    "purpose_id" UUID NOT NULL,
    "way" "withdrawal_way" NOT NULL,
    "recipient_unit" "recipient_unit" NOT NULL,
    "recipients" INTEGER NOT NULL,
    "relief_class_id" UUID,
    "area_id" UUID,
    "committee_id" UUID,
    "money_yen" BIGINT NOT NULL DEFAULT 0,
    "entry_id" UUID,

    CONSTRAINT "goodwill_withdrawal_pkey" PRIMARY KEY ("act_id")
);

-- CreateTable
CREATE TABLE "goods_movement" (
    "act_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "quantity" BIGINT NOT NULL,
    "value_yen" BIGINT NOT NULL DEFAULT 0,
    "reason" "goods_loss_reason",

    CONSTRAINT "goods_movement_pkey" PRIMARY KEY ("act_id","lot_id")
);

-- CreateTable
CREATE TABLE "goods_count" (
    "act_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "book_quantity" BIGINT NOT NULL,
    "counted_quantity" BIGINT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "goods_count_pkey" PRIMARY KEY ("act_id","lot_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "goodwill_purpose_code_key" ON "goodwill_purpose"("code");

-- CreateIndex
CREATE UNIQUE INDEX "goodwill_purpose_fund_id_key" ON "goodwill_purpose"("fund_id");

-- CreateIndex
CREATE UNIQUE INDEX "goods_item_code_key" ON "goods_item"("code");

-- CreateIndex
CREATE INDEX "goods_lot_purpose_id_idx" ON "goods_lot"("purpose_id");

-- CreateIndex
CREATE UNIQUE INDEX "goodwill_act_undoes_act_id_key" ON "goodwill_act"("undoes_act_id");

-- CreateIndex
CREATE INDEX "goodwill_act_acted_on_idx" ON "goodwill_act"("acted_on");

-- CreateIndex
CREATE UNIQUE INDEX "goodwill_act_kind_fiscal_year_act_number_key" ON "goodwill_act"("kind", "fiscal_year", "act_number");

-- CreateIndex
CREATE UNIQUE INDEX "goodwill_deposit_money_entry_id_key" ON "goodwill_deposit"("money_entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "goodwill_deposit_goods_entry_id_key" ON "goodwill_deposit"("goods_entry_id");

-- CreateIndex
CREATE INDEX "goodwill_deposit_supporter_id_idx" ON "goodwill_deposit"("supporter_id");

-- CreateIndex
CREATE UNIQUE INDEX "goodwill_withdrawal_entry_id_key" ON "goodwill_withdrawal"("entry_id");

-- CreateIndex
CREATE INDEX "goodwill_withdrawal_committee_id_idx" ON "goodwill_withdrawal"("committee_id");

-- CreateIndex
CREATE INDEX "goods_movement_lot_id_idx" ON "goods_movement"("lot_id");

-- CreateIndex
CREATE INDEX "goods_count_lot_id_idx" ON "goods_count"("lot_id");

-- AddForeignKey
ALTER TABLE "goodwill_purpose" ADD CONSTRAINT "goodwill_purpose_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goods_lot" ADD CONSTRAINT "goods_lot_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "goods_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goods_lot" ADD CONSTRAINT "goods_lot_purpose_id_fkey" FOREIGN KEY ("purpose_id") REFERENCES "goodwill_purpose"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_act" ADD CONSTRAINT "goodwill_act_fiscal_year_fkey" FOREIGN KEY ("fiscal_year") REFERENCES "fiscal_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_act" ADD CONSTRAINT "goodwill_act_acted_by_id_fkey" FOREIGN KEY ("acted_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_act" ADD CONSTRAINT "goodwill_act_undoes_act_id_fkey" FOREIGN KEY ("undoes_act_id") REFERENCES "goodwill_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_deposit" ADD CONSTRAINT "goodwill_deposit_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "goodwill_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_deposit" ADD CONSTRAINT "goodwill_deposit_purpose_id_fkey" FOREIGN KEY ("purpose_id") REFERENCES "goodwill_purpose"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_deposit" ADD CONSTRAINT "goodwill_deposit_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_deposit" ADD CONSTRAINT "goodwill_deposit_money_entry_id_fkey" FOREIGN KEY ("money_entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_deposit" ADD CONSTRAINT "goodwill_deposit_goods_entry_id_fkey" FOREIGN KEY ("goods_entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_withdrawal" ADD CONSTRAINT "goodwill_withdrawal_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "goodwill_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_withdrawal" ADD CONSTRAINT "goodwill_withdrawal_purpose_id_fkey" FOREIGN KEY ("purpose_id") REFERENCES "goodwill_purpose"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_withdrawal" ADD CONSTRAINT "goodwill_withdrawal_relief_class_id_fkey" FOREIGN KEY ("relief_class_id") REFERENCES "relief_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_withdrawal" ADD CONSTRAINT "goodwill_withdrawal_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_withdrawal" ADD CONSTRAINT "goodwill_withdrawal_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "grant_committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goodwill_withdrawal" ADD CONSTRAINT "goodwill_withdrawal_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goods_movement" ADD CONSTRAINT "goods_movement_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "goodwill_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goods_movement" ADD CONSTRAINT "goods_movement_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "goods_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goods_count" ADD CONSTRAINT "goods_count_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "goodwill_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goods_count" ADD CONSTRAINT "goods_count_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "goods_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── Plain checks ────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE goods_item ADD CONSTRAINT goods_item_weight CHECK (grams_each IS NULL OR (measure = 'count' AND grams_each BETWEEN 1 AND 10000000));
ALTER TABLE goods_lot ADD CONSTRAINT goods_lot_held CHECK (held >= 0);
ALTER TABLE goodwill_act ADD CONSTRAINT goodwill_act_undo CHECK (
  (kind = 'undo') = (undoes_act_id IS NOT NULL) AND (kind = 'undo') = (undo_reason IS NOT NULL));
ALTER TABLE goodwill_deposit ADD CONSTRAINT goodwill_deposit_amounts CHECK (
  money_yen BETWEEN 0 AND 9000000000000 AND goods_value_yen BETWEEN 0 AND 9000000000000
  AND (money_yen > 0) = (money_entry_id IS NOT NULL)
  AND (goods_entry_id IS NULL OR (goods_value_yen > 0 AND NOT is_same_day)));
ALTER TABLE goodwill_withdrawal ADD CONSTRAINT goodwill_withdrawal_amounts CHECK (
  recipients BETWEEN 1 AND 1000000 AND money_yen BETWEEN 0 AND 9000000000000 AND (money_yen > 0) = (entry_id IS NOT NULL));
-- Money goes out only after a committee has decided.
ALTER TABLE goodwill_withdrawal ADD CONSTRAINT goodwill_withdrawal_is_decided CHECK (money_yen = 0 OR committee_id IS NOT NULL);
ALTER TABLE goods_movement ADD CONSTRAINT goods_movement_quantity CHECK (
  quantity <> 0 AND abs(quantity) <= 1000000000 AND value_yen BETWEEN 0 AND 9000000000000);
ALTER TABLE goods_count ADD CONSTRAINT goods_count_quantities CHECK (book_quantity >= 0 AND counted_quantity BETWEEN 0 AND 1000000000);
-- One lot of an item for a purpose with one 期限, and one without any.
CREATE UNIQUE INDEX goods_lot_of_item_idx ON goods_lot (item_id, purpose_id, coalesce(expires_on, 'infinity'::date));

-- ── What is there is the sum of what moved ──────────────────────────────────────────────────────────────────
-- SQLSTATE SA041: less is there than is to go out. The lots are locked in the order of their ids.
CREATE FUNCTION keep_goods_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  short text;
BEGIN
  PERFORM 1 FROM goods_lot l WHERE l.id IN (SELECT lot_id FROM new_movements) ORDER BY l.id FOR UPDATE;
  SELECT i.name INTO short FROM new_movements m JOIN goods_lot l ON l.id = m.lot_id JOIN goods_item i ON i.id = l.item_id
    WHERE l.held + m.quantity < 0 ORDER BY i.code LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'not enough goods: %', short USING ERRCODE = 'SA041';
  END IF;
  UPDATE goods_lot l SET held = l.held + m.quantity FROM new_movements m WHERE l.id = m.lot_id;
  RETURN NULL;
END $$;
CREATE TRIGGER goods_movement_keeps_held AFTER INSERT ON goods_movement
  REFERENCING NEW TABLE AS new_movements FOR EACH STATEMENT EXECUTE FUNCTION keep_goods_held();

-- What a lot is never changes. The application may lock lots, for which PostgreSQL asks for the right to change a column.
CREATE FUNCTION refuse_change_of_lot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'held') <> (to_jsonb(OLD) - 'held') THEN
    RAISE EXCEPTION 'a lot is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goods_lot_stays BEFORE UPDATE ON goods_lot FOR EACH ROW EXECUTE FUNCTION refuse_change_of_lot();

-- An act stands in an open month, as every entry does (SA003), and what undid something is not undone itself (SA004).
CREATE FUNCTION check_goodwill_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fiscal_period p
    WHERE p.fiscal_year = NEW.fiscal_year AND p.first_day = date_trunc('month', NEW.acted_on)::date AND p.closed_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the month of % is not open', NEW.acted_on USING ERRCODE = 'SA003', DETAIL = NEW.acted_on::text;
  END IF;
  IF NEW.fiscal_year <> extract(year FROM NEW.acted_on)::int - (extract(month FROM NEW.acted_on) < 4)::int THEN
    RAISE EXCEPTION 'the fiscal year of an act is that of its day';
  END IF;
  IF EXISTS (SELECT 1 FROM goodwill_act o WHERE o.id = NEW.undoes_act_id AND (o.kind = 'undo' OR o.acted_on > NEW.acted_on)) THEN
    RAISE EXCEPTION 'this cannot be undone' USING ERRCODE = 'SA004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goodwill_act_is_of_open_month BEFORE INSERT ON goodwill_act
  FOR EACH ROW EXECUTE FUNCTION check_goodwill_act();

-- ── 払出 names nobody ───────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE journal_entry ADD CONSTRAINT journal_entry_goodwill_names_nobody CHECK (source_kind <> 'goodwill_withdrawal' OR payer_id IS NULL);

CREATE FUNCTION check_goodwill_withdrawal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.entry_id IS NOT NULL AND (
       NOT EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id AND source_kind = 'goodwill_withdrawal' AND kind = 'payment')
       OR EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.entry_id AND supporter_id IS NOT NULL)) THEN
    RAISE EXCEPTION 'money that goes out of 善意銀行 is booked as such, and names nobody';
  END IF;
  -- 自治会 and 班 are so small that the class alone may tell who it was.
  IF EXISTS (SELECT 1 FROM area a JOIN area_type t ON t.id = a.area_type_id WHERE a.id = NEW.area_id AND t.level > 1) THEN
    RAISE EXCEPTION 'the area of a 払出 is no finer than a 校区';
  END IF;
  IF EXISTS (SELECT 1 FROM grant_committee c JOIN goodwill_act a ON a.id = NEW.act_id WHERE c.id = NEW.committee_id AND c.held_on > a.acted_on) THEN
    RAISE EXCEPTION 'the committee has decided before anything goes out';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER goodwill_withdrawal_names_nobody AFTER INSERT ON goodwill_withdrawal
  FOR EACH ROW EXECUTE FUNCTION check_goodwill_withdrawal();

-- 取消 gives one of the reasons that one chooses from: what is written freely may name somebody.
CREATE FUNCTION check_reversal_of_goodwill() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.reason NOT IN ('入力の誤りのため', '二重に記録したため', '渡せずに戻ったため')
     AND EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.reverses_entry_id AND source_kind = 'goodwill_withdrawal') THEN
    RAISE EXCEPTION 'the reason of a reversal of a 払出 is chosen';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER reversal_of_goodwill_names_nobody AFTER INSERT ON journal_entry
  FOR EACH ROW WHEN (NEW.reverses_entry_id IS NOT NULL) EXECUTE FUNCTION check_reversal_of_goodwill();

-- ── What was done stays; who gave a deposit may be put right ───────────────────────────────────────────────
CREATE FUNCTION refuse_change_of_deposit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'supporter_id') <> (to_jsonb(OLD) - 'supporter_id') THEN
    RAISE EXCEPTION 'a deposit is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goodwill_deposit_is_final BEFORE UPDATE OR DELETE ON goodwill_deposit
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_deposit();
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['goodwill_act', 'goodwill_withdrawal', 'goods_movement', 'goods_count'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      t || '_is_final', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['goodwill_purpose', 'goods_item'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_revision()', t || '_raises_revision', t);
  END LOOP;
END $$;

-- ── For councils that are there already; a new one finds them laid ──────────────────────────────────────────
INSERT INTO goodwill_purpose (id, code, name, fund_id)
  SELECT gen_random_uuid(), d.code, d.name, (SELECT f.id FROM fund f WHERE d.code = '01' AND f.name = '善意銀行' AND f.closed_on IS NULL LIMIT 1)
  FROM (VALUES ('01', '使いみちを任せる'), ('02', '食の支援'), ('03', '生活・介護用品')) d(code, name)
  WHERE EXISTS (SELECT 1 FROM council) ON CONFLICT (code) DO NOTHING;
INSERT INTO goods_item (id, code, name, category, measure, unit, grams_each)
  SELECT gen_random_uuid(), d.code, d.name, d.category::goods_category, d.measure::goods_measure, d.unit, d.grams
  FROM (VALUES ('11', '米', 'food', 'weight', 'kg', NULL), ('12', 'めん類', 'food', 'count', '点', 400),
    ('13', 'レトルト食品', 'food', 'count', '点', 200), ('14', '缶詰・びん詰', 'food', 'count', '点', 250),
    ('15', '菓子', 'food', 'count', '点', 150), ('16', '飲料', 'food', 'count', '本', 600), ('17', '調味料', 'food', 'count', '点', 500),
    ('19', 'その他の食品', 'food', 'count', '点', NULL), ('21', '紙おむつ', 'daily', 'count', '袋', NULL),
    ('22', '生理用品', 'daily', 'count', '点', NULL), ('23', '洗剤・石けん', 'daily', 'count', '点', NULL),
    ('31', '車いす', 'care', 'count', '台', NULL), ('32', '介護用ベッド', 'care', 'count', '台', NULL),
    ('33', '歩行器・つえ', 'care', 'count', '本', NULL), ('41', '学用品', 'other', 'count', '点', NULL)) d(code, name, category, measure, unit, grams)
  WHERE EXISTS (SELECT 1 FROM council) ON CONFLICT (code) DO NOTHING;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON goodwill_purpose, goods_item, goods_lot, goodwill_act, goodwill_deposit, goodwill_withdrawal, goods_movement,
  goods_count TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON goodwill_purpose, goods_item TO sasaeai_app;
GRANT INSERT ON goods_lot, goodwill_act, goodwill_deposit, goodwill_withdrawal, goods_movement, goods_count TO sasaeai_app;
GRANT UPDATE (expires_on) ON goods_lot TO sasaeai_app;
