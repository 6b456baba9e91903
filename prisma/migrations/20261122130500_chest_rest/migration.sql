-- 配分金 that was booked by another door can be linked to its allocation, and a link made by mistake taken back.

-- What a 受入 stands for is money of the allocation's own funding source, to the yen, that came in.
CREATE FUNCTION check_allocation_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM allocation a JOIN posting p ON p.funding_source_id = a.funding_source_id JOIN journal_entry e ON e.id = p.entry_id
      WHERE a.id = NEW.allocation_id AND e.id = NEW.entry_id AND e.kind = 'receipt'
      HAVING -sum(p.amount_yen) = NEW.amount_yen) THEN
    RAISE EXCEPTION 'entry % is no receipt of % yen of the allocation', NEW.entry_id, NEW.amount_yen;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER allocation_receipt_is_of_its_source AFTER INSERT ON allocation_receipt
  FOR EACH ROW EXECUTE FUNCTION check_allocation_receipt();

-- A 受入 that was booked as one is final, as before; a link to an entry of another door is a remark about that entry.
CREATE FUNCTION refuse_change_of_allocation_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'DELETE' OR EXISTS (SELECT 1 FROM journal_entry WHERE id = OLD.entry_id AND source_kind = 'allocation_receipt') THEN
    RAISE EXCEPTION 'allocation_receipt rows are never changed or deleted' USING ERRCODE = 'SA001';
  END IF;
  RETURN OLD;
END $$;
DROP TRIGGER allocation_receipt_is_final ON allocation_receipt;
CREATE TRIGGER allocation_receipt_is_final BEFORE UPDATE OR DELETE ON allocation_receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_allocation_receipt();
CREATE TRIGGER allocation_receipt_is_not_emptied BEFORE TRUNCATE ON allocation_receipt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT DELETE ON allocation_receipt TO sasaeai_app;
