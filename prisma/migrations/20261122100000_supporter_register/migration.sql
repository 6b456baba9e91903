-- 支援者名簿: 敬称, 属性, preferences, where post goes, former addresses, further ways to reach somebody, relations, files.
-- The new kind is not used in this file: PostgreSQL wants a value of an enum committed before it is.
ALTER TYPE "supporter_kind" ADD VALUE 'family' AFTER 'person';

CREATE TYPE "donor_attribute" AS ENUM ('officer', 'beneficiary', 'family', 'business_partner', 'other');
CREATE TYPE "acknowledgment" AS ENUM ('named', 'anonymous', 'amount_hidden');
CREATE TYPE "receipt_delivery" AS ENUM ('paper', 'pdf', 'none');
CREATE TYPE "address_purpose" AS ENUM ('home', 'mailing');
CREATE TYPE "contact_point_kind" AS ENUM ('phone', 'fax', 'email');
CREATE TYPE "supporter_relation_kind" AS ENUM
  ('parent', 'spouse', 'sibling', 'relative', 'representative', 'employee', 'contact_person', 'member', 'head_office', 'introducer', 'other');

ALTER TABLE "supporter"
  ADD COLUMN "honorific" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "email" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "attribute" "donor_attribute" NOT NULL DEFAULT 'other',
  ADD COLUMN "acknowledgment" "acknowledgment",
  ADD COLUMN "wants_mail" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "receipt_delivery" "receipt_delivery" NOT NULL DEFAULT 'paper',
  ADD COLUMN "address_from" DATE,
  ADD COLUMN "mailing_name" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "mailing_postal_code" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "mailing_address" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "mailing_from" DATE;

CREATE TABLE "supporter_former_address" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "purpose" "address_purpose" NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "postal_code" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL,
    "from_on" DATE,
    "until_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supporter_former_address_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "supporter_former_address_in_order" CHECK (from_on <= until_on)
);

CREATE TABLE "supporter_contact_point" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "kind" "contact_point_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "supporter_contact_point_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "supporter_relation" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" "supporter_relation_kind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supporter_relation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "supporter_relation_is_of_two" CHECK (supporter_id <> other_id)
);

CREATE TABLE "supporter_attachment" (
    "id" UUID NOT NULL,
    "supporter_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" UUID NOT NULL,

    CONSTRAINT "supporter_attachment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "supporter_attachment_size" CHECK (size_bytes = octet_length(bytes) AND size_bytes BETWEEN 1 AND 5242880),
    CONSTRAINT "supporter_attachment_hash" CHECK (sha256 = sha256(bytes))
);

CREATE INDEX "supporter_former_address_supporter_id_until_on_idx" ON "supporter_former_address"("supporter_id", "until_on");
CREATE INDEX "supporter_contact_point_supporter_id_position_idx" ON "supporter_contact_point"("supporter_id", "position");
CREATE INDEX "supporter_relation_supporter_id_idx" ON "supporter_relation"("supporter_id");
CREATE INDEX "supporter_relation_other_id_idx" ON "supporter_relation"("other_id");
CREATE INDEX "supporter_attachment_supporter_id_added_at_idx" ON "supporter_attachment"("supporter_id", "added_at");
CREATE INDEX "receipt_supporter_id_idx" ON "receipt"("supporter_id");

ALTER TABLE "supporter_former_address" ADD CONSTRAINT "supporter_former_address_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supporter_contact_point" ADD CONSTRAINT "supporter_contact_point_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supporter_relation" ADD CONSTRAINT "supporter_relation_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supporter_relation" ADD CONSTRAINT "supporter_relation_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supporter_attachment" ADD CONSTRAINT "supporter_attachment_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supporter_attachment" ADD CONSTRAINT "supporter_attachment_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two stand in one relation once, whichever of them it was written from.
CREATE UNIQUE INDEX supporter_relation_once ON supporter_relation (least(supporter_id, other_id), greatest(supporter_id, other_id), kind);

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON supporter_former_address, supporter_contact_point, supporter_relation, supporter_attachment TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON supporter_former_address, supporter_contact_point, supporter_relation, supporter_attachment TO sasaeai_app;
