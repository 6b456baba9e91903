-- 以前の内容 (ground_history) also of what 校区分会, a calculation of 還元金 and a 配分金 show beside the money: the goals of
-- each area and method, 資材, calculations with their lines, and 配分金 with its uses and what it was received by. 役員 are not
-- among them: their names and telephone numbers are those of today.
SELECT keep_past_of(kept) FROM unnest(ARRAY[
  'campaign_goal', 'campaign_material', 'share_back_run', 'share_back_line', 'allocation', 'allocation_receipt', 'allocation_use']) AS kept;
