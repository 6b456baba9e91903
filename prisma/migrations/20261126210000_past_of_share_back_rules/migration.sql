-- 以前の内容 (ground_history) also of what 還元金 is calculated by: 還元金の決まり and 地域別の還元率. A calculation that was not paid yet
-- tells, as of a moment, whether it was still what the books, the rates and the rules said.
SELECT keep_past_of(kept) FROM unnest(ARRAY['dues_rules', 'share_back_rate']) AS kept;
