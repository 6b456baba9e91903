-- 文書: what letters and mails say, as council data, and which letters were sent to whom in which words.
-- CreateEnum
CREATE TYPE "letter_kind" AS ENUM ('thank_you', 'receipt_cover', 'annual_cover', 'notice');

-- CreateTable
CREATE TABLE "letter_template" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "gift_kinds" "donation_kind"[],
    "for_paper" BOOLEAN NOT NULL,
    "for_mail" BOOLEAN NOT NULL,
    "heading" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "lists_facts" BOOLEAN NOT NULL DEFAULT false,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "letter_template_is_for_something" CHECK (for_paper OR for_mail),
    CONSTRAINT "letter_template_has_words" CHECK (body <> '' AND (heading <> '' OR NOT for_paper) AND (subject <> '' OR NOT for_mail)),
    CONSTRAINT "letter_template_gifts_are_thanked" CHECK (kind = 'thank_you' OR gift_kinds = '{}')
);

-- CreateTable
CREATE TABLE "sent_letter" (
    "id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "supporter_id" UUID NOT NULL,
    "template_id" UUID,
    "heading" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "sent_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "sent_letter_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "thank_you_letter" ADD COLUMN "sent_letter_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "letter_template_code_key" ON "letter_template"("code");

-- CreateIndex
CREATE INDEX "sent_letter_supporter_id_sent_on_idx" ON "sent_letter"("supporter_id", "sent_on");

-- CreateIndex
CREATE UNIQUE INDEX "thank_you_letter_sent_letter_id_key" ON "thank_you_letter"("sent_letter_id");

-- AddForeignKey
ALTER TABLE "sent_letter" ADD CONSTRAINT "sent_letter_supporter_id_fkey" FOREIGN KEY ("supporter_id") REFERENCES "supporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sent_letter" ADD CONSTRAINT "sent_letter_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "letter_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sent_letter" ADD CONSTRAINT "sent_letter_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thank_you_letter" ADD CONSTRAINT "thank_you_letter_sent_letter_id_fkey" FOREIGN KEY ("sent_letter_id") REFERENCES "sent_letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── 礼状 that were written down before: their words are not known, but to whom they went is ──────────────────────
-- The id of one becomes the id of the other, so that no helper is needed to pair them.
INSERT INTO sent_letter (id, kind, supporter_id, sent_on, method, recorded_at, recorded_by_id)
  SELECT t.id, 'thank_you', e.payer_id, t.sent_on, t.method, t.recorded_at, t.recorded_by_id
  FROM thank_you_letter t JOIN journal_entry e ON e.id = t.entry_id WHERE e.payer_id IS NOT NULL;
ALTER TABLE thank_you_letter DISABLE TRIGGER thank_you_letter_is_final;
UPDATE thank_you_letter SET sent_letter_id = id WHERE id IN (SELECT id FROM sent_letter);
ALTER TABLE thank_you_letter ENABLE TRIGGER thank_you_letter_is_final;

-- ── 標準の文: what every council begins with; it may change and add to them (domain/letter/default-letter-templates) ──
INSERT INTO letter_template (id, code, name, kind, gift_kinds, for_paper, for_mail, heading, subject, lists_facts, body) VALUES
  (gen_random_uuid(), '10', 'ご寄附の礼状', 'thank_you', '{}', true, true, 'ご寄附のお礼', 'ご寄附のお礼', true,
   concat_ws(E'\n',
     '拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     'このたびは、温かいお志をお寄せいただき、誠にありがとうございました。心より御礼申し上げます。',
     'お寄せいただきましたお気持ちは、{使いみち|地域の支え合いの活動}のために、大切に使わせていただきます。',
     '略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。',
     '敬具')),
  (gen_random_uuid(), '11', '香典返しの礼状', 'thank_you', '{memorial}', true, true, 'ご寄附のお礼', 'ご寄附のお礼', true,
   concat_ws(E'\n',
     '謹啓　平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     'このたびは、{故人|ご逝去された方}のご供養にと、ご香典返しに代えてご寄附を賜り、誠にありがとうございました。謹んでお悔やみ申し上げますとともに、心より御礼申し上げます。',
     'お寄せいただきましたお気持ちは、{使いみち|地域の支え合いの活動}のために、大切に使わせていただきます。',
     '略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。',
     '謹白')),
  (gen_random_uuid(), '12', 'お祝い返しの礼状', 'thank_you', '{celebration}', true, true, 'ご寄附のお礼', 'ご寄附のお礼', true,
   concat_ws(E'\n',
     '拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     'このたびは、{お祝い・行事|お祝い}のお返しに代えてご寄附を賜り、誠にありがとうございました。心よりお祝いと御礼を申し上げます。',
     'お寄せいただきましたお気持ちは、{使いみち|地域の支え合いの活動}のために、大切に使わせていただきます。',
     '略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。',
     '敬具')),
  (gen_random_uuid(), '13', 'イベント益金の礼状', 'thank_you', '{event}', true, true, 'ご寄附のお礼', 'ご寄附のお礼', true,
   concat_ws(E'\n',
     '拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     'このたびは、{お祝い・行事|催し}の益金をご寄附いただき、誠にありがとうございました。関わられた皆さまに心より御礼申し上げます。',
     'お寄せいただきましたお気持ちは、{使いみち|地域の支え合いの活動}のために、大切に使わせていただきます。',
     '略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。',
     '敬具')),
  (gen_random_uuid(), '14', '遺贈の礼状', 'thank_you', '{bequest}', true, true, 'ご寄附のお礼', 'ご寄附のお礼', true,
   concat_ws(E'\n',
     '謹啓　平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     'このたびは、故人のご遺志によるご寄附を賜り、誠にありがとうございました。尊いお志に深く敬意を表し、心より御礼申し上げます。',
     'お寄せいただきましたお気持ちは、{使いみち|地域の支え合いの活動}のために、大切に使わせていただきます。',
     '略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。',
     '謹白')),
  (gen_random_uuid(), '15', '毎月のご寄附の礼状', 'thank_you', '{monthly}', true, true, 'ご寄附のお礼', 'ご寄附のお礼', true,
   concat_ws(E'\n',
     '拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     'このたびは、毎月のご寄附を賜り、誠にありがとうございました。続けてお支えくださるお気持ちに、心より御礼申し上げます。',
     'お寄せいただきましたお気持ちは、{使いみち|地域の支え合いの活動}のために、大切に使わせていただきます。',
     '略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。',
     '敬具')),
  (gen_random_uuid(), '30', '領収書の送り状', 'receipt_cover', '{}', true, true, '領収書の送付について', '領収書をお送りします', true,
   concat_ws(E'\n',
     '拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     '下記のとおり領収書をお送りいたします。記載の内容をご確認くださいますようお願い申し上げます。',
     '敬具')),
  (gen_random_uuid(), '31', '年間証明の送り状', 'annual_cover', '{}', true, true, '寄附金の年間証明の送付について', '寄附金の年間証明をお送りします', true,
   concat_ws(E'\n',
     '拝啓　時下ますますご清栄のこととお喜び申し上げます。{暦年}中も温かいご寄附を賜り、厚く御礼申し上げます。',
     '{暦年}にお寄せいただいたご寄附の証明を、下記のとおりお送りいたします。大切に保管してくださいますようお願い申し上げます。',
     '今後とも変わらぬご支援を賜りますようお願い申し上げます。',
     '敬具')),
  (gen_random_uuid(), '50', 'ご案内', 'notice', '{}', true, true, '社協からのご案内', '社協からのご案内', false,
   concat_ws(E'\n',
     '拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
     'さて、{団体名}では、地域の支え合いの活動をご紹介する催しを予定しております。お気軽にお越しください。',
     'ご不明な点は、{団体名}（電話 {団体電話}）までお問い合わせください。',
     '敬具'));

-- ── What was sent stays as it was, also under the name that it was sent to ──────────────────────────────────────
CREATE TRIGGER sent_letter_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON sent_letter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
INSERT INTO supporter_kept_reference (table_name, column_name) VALUES ('sent_letter', 'supporter_id');
CREATE TRIGGER letter_template_raises_revision BEFORE UPDATE ON letter_template FOR EACH ROW EXECUTE FUNCTION raise_revision();

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON letter_template, sent_letter TO sasaeai_app;
GRANT INSERT, UPDATE, DELETE ON letter_template TO sasaeai_app;
GRANT INSERT ON sent_letter TO sasaeai_app;
