const names: ReadonlyMap<string, string> = new Map([
  ['checkout.session.completed', '支払いの手続きが終わった'],
  ['checkout.session.async_payment_succeeded', 'コンビニ・銀行で支払われた'],
  ['checkout.session.async_payment_failed', 'コンビニ・銀行で支払われなかった'],
  ['checkout.session.expired', '支払いのページの期限が切れた'],
  ['payment_intent.requires_action', '支払いの番号が出された'],
  ['charge.succeeded', '決済された'],
  ['invoice.paid', '毎月の引き落としができた'],
  ['invoice.payment_failed', '毎月の引き落としができなかった'],
  ['invoice_payment.paid', '毎月の引き落としの決済'],
  ['customer.subscription.updated', '毎月の寄附が変わった'],
  ['customer.subscription.paused', '毎月の寄附が休止された'],
  ['customer.subscription.resumed', '毎月の寄附が再開された'],
  ['customer.subscription.deleted', '毎月の寄附が終了した'],
  ['refund.created', '返金が始まった'],
  ['refund.updated', '返金の状態が変わった'],
  ['refund.failed', '返金できなかった'],
  ['charge.dispute.created', '異議申立てを受けた'],
  ['charge.dispute.updated', '異議申立ての状態が変わった'],
  ['charge.dispute.closed', '異議申立てが終わった'],
  ['payout.created', '入金が作られた'],
  ['payout.updated', '入金の状態が変わった'],
  ['payout.paid', '入金された'],
  ['payout.failed', '送金できなかった'],
  ['payout.canceled', '入金が取りやめになった'],
  ['payout.reconciliation_completed', '入金の内訳がそろった'],
])

/** 通知の種類 in words; one that we do not know is called as the gateway does. */
export function gatewayEventTypeName(type: string): string {
  return names.get(type) ?? type
}
