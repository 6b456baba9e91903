-- 保存した報告書: what a report said on a day stays as it was said.
CREATE TABLE "saved_report" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "moment" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSON NOT NULL,
    "sha256" BYTEA NOT NULL,
    "document_run_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID NOT NULL,
    CONSTRAINT "saved_report_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_report_document_run_id_key" ON "saved_report"("document_run_id");
CREATE INDEX "saved_report_saved_at_id_idx" ON "saved_report"("saved_at", "id");
ALTER TABLE "saved_report" ADD CONSTRAINT "saved_report_document_run_id_fkey" FOREIGN KEY ("document_run_id") REFERENCES "document_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_report" ADD CONSTRAINT "saved_report_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE saved_report
  ADD CONSTRAINT saved_report_has_title CHECK (title <> ''),
  ADD CONSTRAINT saved_report_year CHECK (fiscal_year BETWEEN 1868 AND 2199),
  ADD CONSTRAINT saved_report_is_what_was_saved CHECK (sha256 = sha256(convert_to(figures::text, 'UTF8')));
CREATE TRIGGER saved_report_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON saved_report
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON saved_report TO sasaeai_app;
