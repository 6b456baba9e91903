-- ── The entry of an online payment is the one that stands ───────────────────────────────────────────────────────────
-- SQLSTATE SA043: what the gateway holds or has sent follows the gateway alone. By hand its entry may be corrected as long as
-- the same amount stays on the same account, and online_payment.entry_id goes over to the correction; it is never only
-- reversed. At the end of the transaction, when the correction and its postings are there, through whichever door they came.
CREATE FUNCTION keep_online_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  root_kind text;
  correction uuid;
BEGIN
  WITH RECURSIVE earlier AS (
    SELECT e.source_kind, e.corrects_entry_id FROM journal_entry e WHERE e.id = NEW.reverses_entry_id
    UNION ALL SELECT c.source_kind, c.corrects_entry_id FROM earlier l JOIN journal_entry c ON c.id = l.corrects_entry_id)
  SELECT source_kind INTO root_kind FROM earlier WHERE corrects_entry_id IS NULL;
  IF root_kind IS NULL OR root_kind NOT IN ('online_payment', 'online_refund', 'online_dispute', 'payout') THEN RETURN NULL; END IF;
  -- The program says itself what stands for a payment after what the gateway told.
  IF (SELECT u.is_program FROM user_account u WHERE u.id = NEW.posted_by_id) THEN
    IF EXISTS (SELECT 1 FROM online_payment p WHERE p.entry_id = NEW.reverses_entry_id) THEN
      RAISE EXCEPTION 'entry % is reversed and stands for a payment', NEW.reverses_entry_id USING ERRCODE = 'SA043';
    END IF;
    RETURN NULL;
  END IF;
  SELECT e.id INTO correction FROM journal_entry e WHERE e.corrects_entry_id = NEW.reverses_entry_id;
  -- A reversal has the amounts with the other sign: together with what takes its place nothing may move on the side of the money.
  IF correction IS NULL OR EXISTS (
    SELECT 1 FROM posting p
    WHERE p.entry_id = correction AND p.amount_yen > 0 OR p.entry_id = NEW.reverses_entry_id AND p.amount_yen > 0
    GROUP BY p.account_id HAVING sum(CASE p.entry_id WHEN correction THEN p.amount_yen ELSE -p.amount_yen END) <> 0) THEN
    RAISE EXCEPTION 'entry % follows the gateway', NEW.reverses_entry_id USING ERRCODE = 'SA043';
  END IF;
  UPDATE online_payment SET entry_id = correction WHERE entry_id = NEW.reverses_entry_id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER online_entry_stands AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.reverses_entry_id IS NOT NULL) EXECUTE FUNCTION keep_online_entry();

-- The day that receipts say goes over to a correction, too, with all else that is known of a gift: 入金日, or else the day of
-- the online payment, on whichever day of an open month it is corrected.
CREATE OR REPLACE FUNCTION take_over_donation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO donation (entry_id, kind, deceased_name, mourner_name, relationship, occasion, goods, channel_id, staff, consent, printed_name, note, instalment_id, received_on)
    SELECT NEW.id, kind, deceased_name, mourner_name, relationship, occasion, goods, channel_id, staff, consent, printed_name, note, instalment_id, received_on
    FROM donation d
    WHERE d.entry_id = NEW.corrects_entry_id AND NEW.kind = CASE d.kind WHEN 'in_kind' THEN 'transfer' ELSE 'receipt' END::entry_kind
      AND EXISTS (SELECT 1 FROM posting p JOIN funding_source s ON s.id = p.funding_source_id WHERE p.entry_id = NEW.id AND s.category = 'donation')
    ON CONFLICT (entry_id) DO NOTHING;
  -- Where other details were written with it, that day is none of them.
  UPDATE donation n SET received_on = coalesce(d.received_on, e.entry_date) FROM donation d JOIN journal_entry e ON e.id = d.entry_id
    WHERE n.entry_id = NEW.id AND n.received_on IS NULL AND d.entry_id = NEW.corrects_entry_id AND (d.received_on IS NOT NULL
      OR e.entry_date <> NEW.entry_date AND EXISTS (SELECT 1 FROM online_payment p WHERE p.entry_id IN (NEW.id, NEW.corrects_entry_id)));
  RETURN NULL;
END $$;

-- What was corrected by hand before stands by what took its place; what was only reversed stands by nothing.
WITH RECURSIVE later AS (
  SELECT p.id AS payment_id, p.entry_id AS id FROM online_payment p WHERE EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = p.entry_id)
  UNION ALL SELECT l.payment_id, c.id FROM later l JOIN journal_entry c ON c.corrects_entry_id = l.id)
UPDATE online_payment p
  SET entry_id = (SELECT l.id FROM later l WHERE l.payment_id = p.id AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = l.id))
  WHERE p.id IN (SELECT payment_id FROM later);

-- ── What a payout that failed would have brought comes with a later one, as a line about the one that failed ──────────────
CREATE INDEX payout_line_again_idx ON payout_line (source_id) WHERE kind = 'adjustment';
