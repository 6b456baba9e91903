/** 内訳の種類 */
export type PayoutLineKind = 'payment' | 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal' | 'fee' | 'adjustment'

export const payoutLineKindNames: Record<PayoutLineKind, string> = {
  payment: '決済',
  refund: '返金',
  refund_failure: '返金の取消',
  dispute: '異議申立て',
  dispute_reversal: '異議申立ての戻り',
  fee: '手数料',
  adjustment: 'その他の調整',
}
