/** 領収書の受渡し: what was done with the paper of a receipt. */
export const receiptDeedKinds = ['handed', 'posted', 'mailed', 'returned', 'spoiled'] as const
export type ReceiptDeedKind = (typeof receiptDeedKinds)[number]

export const receiptDeedNames: Record<ReceiptDeedKind, string> = {
  handed: '手渡し',
  posted: '郵送',
  mailed: 'メール',
  returned: '返送・回収',
  spoiled: '刷り損じ',
}
