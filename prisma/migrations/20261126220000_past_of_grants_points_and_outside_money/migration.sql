-- 以前の内容 (ground_history) also of what 助成, 募金の場所, 外部資金, 校区福祉活動計画 and オンライン寄附の入金 show beside the money: what was
-- offered, applied for, decided and reported, which money is of which place, where plans of 校区 stand, and what 受け口 are called.
-- Payments of 助成 and 見舞金 are entries, which never change. Records of 説明会 and of places are not among them: they name people.
SELECT keep_past_of(kept) FROM unnest(ARRAY[
  'grant_kind', 'grant_call', 'grant_application', 'grant_committee', 'grant_decision', 'grant_report', 'relief_class', 'collection_point_entry',
  'external_call', 'external_application', 'external_receipt', 'district_plan', 'district_plan_fund', 'district_plan_grant', 'payment_account']) AS kept;
