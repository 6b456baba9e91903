-- Gifts in one row each, so that lists, sums and thresholds need not put them together out of postings on every request.
-- CreateTable
CREATE TABLE "kept_gift" (
    "entry_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "entry_date" DATE NOT NULL,
    "payer_id" UUID,
    "amount_yen" BIGINT NOT NULL,
    "fund_ids" UUID[],
    "area_id" UUID,
    "kind" "donation_kind" NOT NULL,
    "is_complete" BOOLEAN NOT NULL DEFAULT false,
    "channel_id" UUID,
    "staff" TEXT NOT NULL DEFAULT '',
    "consent" "acknowledgment_consent" NOT NULL DEFAULT 'undecided',
    "is_thanked" BOOLEAN NOT NULL DEFAULT false,
    "is_undone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "kept_gift_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "kept_giver" (
    "payer_id" UUID NOT NULL,
    "amount_yen" BIGINT NOT NULL,

    CONSTRAINT "kept_giver_pkey" PRIMARY KEY ("payer_id")
);

-- CreateIndex
CREATE INDEX "kept_gift_fiscal_year_entry_date_entry_id_idx" ON "kept_gift"("fiscal_year", "entry_date", "entry_id");

-- CreateIndex
CREATE INDEX "kept_gift_payer_id_entry_date_idx" ON "kept_gift"("payer_id", "entry_date");

-- CreateIndex
CREATE INDEX "kept_giver_amount_yen_idx" ON "kept_giver"("amount_yen");

-- Sums of a year by kind, and the large gifts of a year, are read from the index alone.
CREATE INDEX kept_gift_kind_idx ON kept_gift (fiscal_year, kind, amount_yen) WHERE NOT is_undone;
CREATE INDEX kept_gift_large_idx ON kept_gift (fiscal_year, amount_yen) WHERE NOT is_undone;

-- ── What the books say: one row per entry with money of 寄附金; a reversal undoes the row of what it reverses ────────
-- A gift's postings come in one statement (posting_is_balanced_and_totalled refuses any that come later).
-- Entries are looked up by their keys, one by one: as a join this would be planned for the whole ledger.
CREATE FUNCTION keep_gifts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  donation_sources uuid[] := ARRAY(SELECT id FROM funding_source WHERE category = 'donation');
BEGIN
  IF NOT EXISTS (SELECT 1 FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources)) THEN
    RETURN NULL;
  END IF;
  INSERT INTO kept_gift (entry_id, fiscal_year, entry_date, payer_id, amount_yen, fund_ids, area_id, kind)
    SELECT g.entry_id, e.fiscal_year, e.entry_date, e.payer_id, g.amount_yen, g.fund_ids, g.area_id,
        CASE WHEN e.kind = 'transfer' THEN 'in_kind' WHEN g.fund_ids[1] IS NULL THEN 'general' ELSE 'designated' END::donation_kind
      FROM (SELECT p.entry_id, -sum(p.amount_yen) AS amount_yen, array_agg(p.fund_id ORDER BY p.line_number) AS fund_ids, min(p.area_id::text)::uuid AS area_id
          FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources) GROUP BY p.entry_id) g
        CROSS JOIN LATERAL (SELECT * FROM journal_entry j WHERE j.id = g.entry_id OFFSET 0) e
      WHERE e.kind <> 'reversal';
  UPDATE kept_gift k SET is_undone = true
    WHERE k.entry_id = ANY (ARRAY(SELECT e.reverses_entry_id FROM (SELECT DISTINCT p.entry_id FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources)) n
      CROSS JOIN LATERAL (SELECT * FROM journal_entry j WHERE j.id = n.entry_id OFFSET 0) e WHERE e.kind = 'reversal'));
  -- A reversal has the amounts of what it reverses with the other sign, and is its giver's. In the order of ids, so that
  -- two posts never wait for each other in a circle.
  INSERT INTO kept_giver AS k (payer_id, amount_yen)
    SELECT e.payer_id, sum(g.amount_yen)
      FROM (SELECT p.entry_id, -sum(p.amount_yen) AS amount_yen FROM new_postings p WHERE p.funding_source_id = ANY (donation_sources) GROUP BY p.entry_id) g
        CROSS JOIN LATERAL (SELECT coalesce((SELECT o.payer_id FROM journal_entry o WHERE o.id = j.reverses_entry_id), j.payer_id) AS payer_id
          FROM journal_entry j WHERE j.id = g.entry_id OFFSET 0) e
      WHERE e.payer_id IS NOT NULL
      GROUP BY e.payer_id ORDER BY e.payer_id
    ON CONFLICT (payer_id) DO UPDATE SET amount_yen = k.amount_yen + excluded.amount_yen;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_is_kept_as_gift AFTER INSERT ON posting
  REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT EXECUTE FUNCTION keep_gifts();

-- ── What the office writes down beside it ───────────────────────────────────────────────────────────────────────────
CREATE FUNCTION keep_donation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE kept_gift SET kind = NEW.kind, is_complete = true, channel_id = NEW.channel_id, staff = NEW.staff, consent = NEW.consent
    WHERE entry_id = NEW.entry_id;
  RETURN NULL;
END $$;
CREATE TRIGGER donation_is_kept_with_gift AFTER INSERT OR UPDATE ON donation FOR EACH ROW EXECUTE FUNCTION keep_donation();

CREATE FUNCTION keep_thanks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE kept_gift SET is_thanked = true WHERE entry_id = NEW.entry_id AND NOT is_thanked;
  RETURN NULL;
END $$;
CREATE TRIGGER thank_you_letter_is_kept_with_gift AFTER INSERT ON thank_you_letter FOR EACH ROW EXECUTE FUNCTION keep_thanks();

-- ── The gifts that are there already ────────────────────────────────────────────────────────────────────────────────
INSERT INTO kept_gift (entry_id, fiscal_year, entry_date, payer_id, amount_yen, fund_ids, area_id, kind, is_complete, channel_id, staff, consent, is_thanked, is_undone)
  SELECT e.id, e.fiscal_year, e.entry_date, e.payer_id, g.amount_yen, g.fund_ids, g.area_id,
      coalesce(d.kind, CASE WHEN e.kind = 'transfer' THEN 'in_kind' WHEN g.fund_ids[1] IS NULL THEN 'general' ELSE 'designated' END::donation_kind),
      d.entry_id IS NOT NULL, d.channel_id, coalesce(d.staff, ''), coalesce(d.consent, 'undecided'),
      EXISTS (SELECT 1 FROM thank_you_letter l WHERE l.entry_id = e.id), EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)
    FROM (SELECT p.entry_id, -sum(p.amount_yen) AS amount_yen, array_agg(p.fund_id ORDER BY p.line_number) AS fund_ids, min(p.area_id::text)::uuid AS area_id
        FROM posting p JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'donation' GROUP BY p.entry_id) g
      JOIN journal_entry e ON e.id = g.entry_id AND e.kind <> 'reversal' LEFT JOIN donation d ON d.entry_id = e.id;
INSERT INTO kept_giver (payer_id, amount_yen)
  SELECT payer_id, sum(amount_yen) FILTER (WHERE NOT is_undone) FROM kept_gift WHERE payer_id IS NOT NULL GROUP BY payer_id
    HAVING sum(amount_yen) FILTER (WHERE NOT is_undone) IS NOT NULL;

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON kept_gift, kept_giver TO sasaeai_app;
