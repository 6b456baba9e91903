/** What became of a number; one of which nothing is recorded is on hand. */
export const receiptFormStates = ['issued', 'spoiled', 'returned'] as const
export type ReceiptFormState = (typeof receiptFormStates)[number]

export const receiptFormStateNames: Record<ReceiptFormState | 'on_hand', string> = {
  on_hand: '手元',
  issued: '交付',
  spoiled: '書き損じ',
  returned: '返納',
}
