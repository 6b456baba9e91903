-- 使途の報告の写真: one for each report. It is published with the report, and like it not changed while it stands.
-- CreateTable
CREATE TABLE "fund_report_photo" (
    "report_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "alt_text" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "fund_report_photo_pkey" PRIMARY KEY ("report_id"),
    CONSTRAINT "fund_report_photo_is_described" CHECK (alt_text <> ''),
    CONSTRAINT "fund_report_photo_type" CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
    CONSTRAINT "fund_report_photo_size" CHECK (size_bytes = octet_length(bytes) AND size_bytes BETWEEN 1 AND 5242880),
    CONSTRAINT "fund_report_photo_hash" CHECK (sha256 = sha256(bytes))
);

-- AddForeignKey
ALTER TABLE "fund_report_photo" ADD CONSTRAINT "fund_report_photo_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "fund_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- SQLSTATE SA001, as for the report itself.
CREATE FUNCTION refuse_change_of_published_photo() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM fund_report r WHERE r.id = coalesce(NEW.report_id, OLD.report_id) AND r.published_on IS NOT NULL FOR UPDATE) THEN
    RAISE EXCEPTION 'the photo of a published report is never changed' USING ERRCODE = 'SA001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER fund_report_photo_stands BEFORE INSERT OR UPDATE OR DELETE ON fund_report_photo
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_photo();

GRANT SELECT, INSERT, UPDATE, DELETE ON fund_report_photo TO sasaeai_app;
