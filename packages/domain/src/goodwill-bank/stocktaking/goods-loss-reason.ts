/** 廃棄・差異の理由 */
export const goodsLossReasons = ['expired', 'damaged', 'lost', 'deposit_missed', 'withdrawal_missed', 'miscounted'] as const
export type GoodsLossReason = (typeof goodsLossReasons)[number]

export const goodsLossReasonNames: Record<GoodsLossReason, string> = {
  expired: '期限切れ',
  damaged: '破損・汚損',
  lost: '紛失',
  deposit_missed: '預託の記録もれ',
  withdrawal_missed: '払出の記録もれ',
  miscounted: '数え間違い・入力の誤り',
}

/** Why goods are thrown away. */
export const writeOffReasons = ['expired', 'damaged', 'lost'] as const satisfies readonly GoodsLossReason[]
