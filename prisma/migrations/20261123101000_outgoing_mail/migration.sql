-- 送信箱: mail that leaves by SMTP or by hand, with what is attached, whose turn it is to be sent, and how each attempt went.
CREATE TYPE "outgoing_mail_state" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'cancelled');
CREATE TYPE "mail_attempt_outcome" AS ENUM ('accepted', 'deferred', 'refused');
ALTER TYPE "receipt_deed_kind" ADD VALUE 'mailed' AFTER 'posted';

CREATE TABLE "outgoing_mail" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "supporter_id" UUID,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "state" "outgoing_mail_state" NOT NULL DEFAULT 'waiting',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "last_error" TEXT NOT NULL DEFAULT '',
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by_hand_by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id"),
    -- What becomes a header is one line, and an address is nothing but an address.
    CONSTRAINT "outgoing_mail_headers_are_lines" CHECK (to_name !~ '[[:cntrl:]]' AND subject !~ '[[:cntrl:]]' AND subject <> '' AND message_id ~ '^<[A-Za-z0-9.@_-]+>$'),
    CONSTRAINT "outgoing_mail_address_is_one" CHECK (to_address ~ '^[^[:cntrl:][:space:]<>(),;:"@]+@[^[:cntrl:][:space:]<>(),;:"@]+$' AND length(to_address) <= 254),
    CONSTRAINT "outgoing_mail_sent_has_day" CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CONSTRAINT "outgoing_mail_by_hand_is_sent" CHECK (sent_by_hand_by_id IS NULL OR state = 'sent'),
    CONSTRAINT "outgoing_mail_cancelled_has_reason" CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL) AND (state = 'cancelled') = (cancelled_by_id IS NOT NULL) AND (state = 'cancelled') = (cancel_reason <> ''))
);
CREATE UNIQUE INDEX "outgoing_mail_order_id_subject_id_key" ON "outgoing_mail"("order_id", "subject_id");
CREATE UNIQUE INDEX "outgoing_mail_message_id_key" ON "outgoing_mail"("message_id");
CREATE INDEX "outgoing_mail_queued_at_id_idx" ON "outgoing_mail"("queued_at", "id");
CREATE INDEX "outgoing_mail_state_queued_at_id_idx" ON "outgoing_mail"("state", "queued_at", "id");
CREATE INDEX "outgoing_mail_subject_id_idx" ON "outgoing_mail"("subject_id");
CREATE INDEX "outgoing_mail_supporter_id_idx" ON "outgoing_mail"("supporter_id");
CREATE INDEX outgoing_mail_bigrams_idx ON outgoing_mail USING gin (bigrams(search_text));

CREATE TABLE "outgoing_mail_attachment" (
    "mail_id" UUID NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "outgoing_mail_attachment_pkey" PRIMARY KEY ("mail_id","sequence"),
    CONSTRAINT "outgoing_mail_attachment_size" CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
    CONSTRAINT "outgoing_mail_attachment_name_is_line" CHECK (file_name !~ '[[:cntrl:]/\\]' AND file_name <> '' AND media_type ~ '^[a-z]+/[a-zA-Z0-9.+-]+$'),
    CONSTRAINT "outgoing_mail_attachment_hash" CHECK (sha256 = sha256(bytes))
);
-- A PDF is packed already: PostgreSQL need not try again.
ALTER TABLE outgoing_mail_attachment ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE "outgoing_mail_turn" (
    "mail_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outgoing_mail_turn_pkey" PRIMARY KEY ("mail_id")
);
CREATE INDEX "outgoing_mail_turn_due_at_mail_id_idx" ON "outgoing_mail_turn"("due_at", "mail_id");

CREATE TABLE "outgoing_mail_attempt" (
    "mail_id" UUID NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "mail_attempt_outcome",
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "outgoing_mail_attempt_pkey" PRIMARY KEY ("mail_id","sequence"),
    CONSTRAINT "outgoing_mail_attempt_ends_with_outcome" CHECK ((ended_at IS NULL) = (outcome IS NULL))
);

ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_queued_by_id_fkey" FOREIGN KEY ("queued_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_sent_by_hand_by_id_fkey" FOREIGN KEY ("sent_by_hand_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_cancelled_by_id_fkey" FOREIGN KEY ("cancelled_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outgoing_mail_attachment" ADD CONSTRAINT "outgoing_mail_attachment_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outgoing_mail_turn" ADD CONSTRAINT "outgoing_mail_turn_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outgoing_mail_attempt" ADD CONSTRAINT "outgoing_mail_attempt_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What has gone out, or will never go out, stays as it is ──────────────────────────────────────────────────
CREATE TRIGGER outgoing_mail_is_final BEFORE UPDATE ON outgoing_mail
  FOR EACH ROW WHEN (OLD.state IN ('sent', 'cancelled') AND NEW.state <> OLD.state) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outgoing_mail_stays BEFORE DELETE OR TRUNCATE ON outgoing_mail
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outgoing_mail_attachment_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON outgoing_mail_attachment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outgoing_mail_attempt_is_final BEFORE UPDATE ON outgoing_mail_attempt
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- A mail stays with whom it was sent to.
INSERT INTO supporter_kept_reference (table_name, column_name) VALUES ('outgoing_mail', 'supporter_id');

-- ── The application's role: what a mail says and to whom is never changed ────────────────────────────────────
GRANT SELECT, INSERT ON outgoing_mail, outgoing_mail_attachment, outgoing_mail_turn, outgoing_mail_attempt TO sasaeai_app;
GRANT UPDATE (state, attempts, last_error, sent_at, sent_by_hand_by_id, cancelled_at, cancelled_by_id, cancel_reason) ON outgoing_mail TO sasaeai_app;
GRANT UPDATE (due_at), DELETE ON outgoing_mail_turn TO sasaeai_app;
GRANT UPDATE (ended_at, outcome, words) ON outgoing_mail_attempt TO sasaeai_app;
