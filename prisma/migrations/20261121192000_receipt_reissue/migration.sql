-- 再発行: that a receipt was handed out once more. The receipt itself stays as it was issued.
-- CreateTable
CREATE TABLE "receipt_reissue" (
    "receipt_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "reissued_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "reissued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reissued_by_id" UUID NOT NULL,

    CONSTRAINT "receipt_reissue_pkey" PRIMARY KEY ("receipt_id","sequence")
);

-- AddForeignKey
ALTER TABLE "receipt_reissue" ADD CONSTRAINT "receipt_reissue_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_reissue" ADD CONSTRAINT "receipt_reissue_reissued_by_id_fkey" FOREIGN KEY ("reissued_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE receipt_reissue ADD CONSTRAINT receipt_reissue_sequence CHECK (sequence >= 1);
ALTER TABLE receipt_reissue ADD CONSTRAINT receipt_reissue_has_reason CHECK (reason <> '');

-- SQLSTATE SA008: a void receipt is not handed out once more. The receipt's row is locked, so that a voiding at the
-- same moment comes before or after, and so that reissues are counted one after another without a gap.
CREATE FUNCTION check_receipt_reissue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM receipt WHERE id = NEW.receipt_id AND voided_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'receipt % is void', NEW.receipt_id USING ERRCODE = 'SA008';
  END IF;
  IF NEW.sequence <> (SELECT count(*) + 1 FROM receipt_reissue WHERE receipt_id = NEW.receipt_id) THEN
    RAISE EXCEPTION 'reissues of receipt % are counted without a gap', NEW.receipt_id USING ERRCODE = 'SA008';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_reissue_of_live_receipt BEFORE INSERT ON receipt_reissue
  FOR EACH ROW EXECUTE FUNCTION check_receipt_reissue();
CREATE TRIGGER receipt_reissue_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_reissue
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON receipt_reissue TO sasaeai_app;
