-- 日計表 looks for the batches of one day among those of all years.
-- CreateIndex
CREATE INDEX "intake_batch_received_on_idx" ON "intake_batch"("received_on");
