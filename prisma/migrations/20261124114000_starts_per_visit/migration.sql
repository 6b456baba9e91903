-- 同じ画面（タブ）からの申込み: beside the network, the e-mail address and all together.
ALTER TABLE "giving_settings" ADD COLUMN "starts_per_visit_hour" INTEGER NOT NULL DEFAULT 5;
ALTER TABLE giving_settings ADD CONSTRAINT giving_settings_visit_limit CHECK (starts_per_visit_hour > 0);
