-- ラベル用紙: A4 sheets of labels as the council measures them.
-- CreateTable
CREATE TABLE "label_sheet" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "across" SMALLINT NOT NULL,
    "down" SMALLINT NOT NULL,
    "label_width_mm" DOUBLE PRECISION NOT NULL,
    "label_height_mm" DOUBLE PRECISION NOT NULL,
    "left_mm" DOUBLE PRECISION NOT NULL,
    "top_mm" DOUBLE PRECISION NOT NULL,
    "column_gap_mm" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "row_gap_mm" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "shift_right_mm" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "shift_down_mm" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "label_sheet_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "label_sheet_has_labels" CHECK (across BETWEEN 1 AND 8 AND down BETWEEN 1 AND 25),
    -- A little more than A4, because sheets without a margin are reckoned with thirds of a millimetre.
    CONSTRAINT "label_sheet_fits_a4" CHECK (
        left_mm >= 0 AND top_mm >= 0 AND column_gap_mm >= 0 AND row_gap_mm >= 0
        AND left_mm + across * label_width_mm + (across - 1) * column_gap_mm <= 210.1
        AND top_mm + down * label_height_mm + (down - 1) * row_gap_mm <= 297.1
    )
);

-- CreateIndex
CREATE UNIQUE INDEX "label_sheet_code_key" ON "label_sheet"("code");

-- ── Sheets that are sold everywhere; every council begins with them, and may change and add to them ──────────────
INSERT INTO label_sheet (id, code, name, across, down, label_width_mm, label_height_mm, left_mm, top_mm, column_gap_mm) VALUES
  (gen_random_uuid(), '12', 'A4 12面（86.4×42.3mm）', 2, 6, 86.4, 42.3, 18.6, 21.6, 0),
  (gen_random_uuid(), '12-2', 'A4 12面（83.8×42.3mm、左右の間あり）', 2, 6, 83.8, 42.3, 18.6, 21.6, 5.2),
  (gen_random_uuid(), '24', 'A4 24面（66×33.9mm）', 3, 8, 66, 33.9, 6, 12.9, 0),
  (gen_random_uuid(), '24-2', 'A4 24面（70×37.125mm、余白なし）', 3, 8, 70, 37.125, 0, 0, 0);

CREATE TRIGGER label_sheet_raises_revision BEFORE UPDATE ON label_sheet FOR EACH ROW EXECUTE FUNCTION raise_revision();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE, DELETE ON label_sheet TO sasaeai_app;
