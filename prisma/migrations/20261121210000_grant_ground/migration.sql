-- ── 助成の種類 and 見舞金の対象区分, for councils that are there already; a new one finds them laid ─────────────────
INSERT INTO grant_kind (id, code, name)
  SELECT gen_random_uuid(), d.code, d.name
  FROM (VALUES ('01', '団体助成'), ('02', '地域福祉事業'), ('03', 'サロン活動'), ('04', '見舞金')) d(code, name)
  WHERE EXISTS (SELECT 1 FROM council) ON CONFLICT (code) DO NOTHING;
INSERT INTO relief_class (id, code, name)
  SELECT gen_random_uuid(), d.code, d.name
  FROM (VALUES ('01', '生活困窮世帯'), ('02', 'ひとり親世帯'), ('03', '障害者世帯'), ('04', '高齢者世帯'),
    ('05', '交通遺児・災害遺児世帯'), ('06', '児童施設')) d(code, name)
  WHERE EXISTS (SELECT 1 FROM council) ON CONFLICT (code) DO NOTHING;

-- ── 見舞金 names nobody ────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE journal_entry ADD CONSTRAINT journal_entry_relief_names_nobody CHECK (source_kind <> 'relief_payment' OR payer_id IS NULL);

CREATE FUNCTION check_relief_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id AND source_kind = 'relief_payment' AND kind = 'payment')
     OR EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.entry_id AND supporter_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a payment of 見舞金 is booked as one, and names nobody';
  END IF;
  -- 自治会 and 班 are so small that the class alone may tell who it was.
  IF EXISTS (SELECT 1 FROM area a JOIN area_type t ON t.id = a.area_type_id WHERE a.id = NEW.area_id AND t.level > 1) THEN
    RAISE EXCEPTION 'the area of a payment of 見舞金 is no finer than a 校区';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER relief_payment_names_nobody AFTER INSERT ON relief_payment
  FOR EACH ROW EXECUTE FUNCTION check_relief_payment();

-- 取消 of 見舞金 gives one of the reasons that one chooses from: what is written freely may name somebody.
CREATE FUNCTION check_reversal_of_relief() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.reason NOT IN ('入力の誤りのため', '二重に記帳したため', '渡せずに戻ったため')
     AND EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.reverses_entry_id AND source_kind = 'relief_payment') THEN
    RAISE EXCEPTION 'the reason of a reversal of 見舞金 is chosen';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER reversal_of_relief_names_nobody AFTER INSERT ON journal_entry
  FOR EACH ROW WHEN (NEW.reverses_entry_id IS NOT NULL) EXECUTE FUNCTION check_reversal_of_relief();
