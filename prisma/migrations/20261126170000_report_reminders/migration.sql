-- How many days before a report of 外部資金 is due whoever is responsible is mailed: until now fourteen, and on the day.
CREATE TABLE "external_fund_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "report_reminder_days" INTEGER[] NOT NULL DEFAULT ARRAY[14, 0]::INTEGER[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "external_fund_settings_pkey" PRIMARY KEY ("id")
);
ALTER TABLE external_fund_settings
  ADD CONSTRAINT external_fund_settings_one_row CHECK (id = 1),
  ADD CONSTRAINT external_fund_settings_days CHECK (
    cardinality(report_reminder_days) <= 5 AND 0 <= ALL (report_reminder_days) AND 180 >= ALL (report_reminder_days));
INSERT INTO external_fund_settings (id) VALUES (1);
CREATE TRIGGER external_fund_settings_stays BEFORE DELETE OR TRUNCATE ON external_fund_settings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER external_fund_settings_raises_revision BEFORE UPDATE ON external_fund_settings FOR EACH ROW EXECUTE FUNCTION raise_revision();

-- ── What the program does by the clock is done in a name of its own, not in that of online giving ───────────────────
INSERT INTO user_account (id, name, email, role, email_verified, disabled_at, is_program)
  VALUES ('01930000-0000-7000-8000-000000000002', '自動処理', 'clockwork@sasaeai.invalid', 'receptionist', false, CURRENT_TIMESTAMP, true);

-- ── The application's role ──────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, UPDATE ON external_fund_settings TO sasaeai_app;
