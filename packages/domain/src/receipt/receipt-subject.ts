/** 領収書の対象: what a receipt is for; annual is the gifts of a calendar year together (年間証明). */
export const receiptSubjects = ['dues', 'donation', 'goods', 'annual'] as const
export type ReceiptSubject = (typeof receiptSubjects)[number]

export const receiptSubjectNames: Record<ReceiptSubject, string> = {
  dues: '社協会費',
  donation: '寄附金',
  goods: '物品の寄附',
  annual: '年間証明',
}

/** What came in by one entry. A 年間証明 is made of donations. */
export type ReceivedSubject = Exclude<ReceiptSubject, 'annual'>
