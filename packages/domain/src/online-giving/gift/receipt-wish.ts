/** 領収書の希望: none, a PDF by mail, or on paper by post. */
export const receiptWishes = ['none', 'pdf', 'paper'] as const
export type ReceiptWish = (typeof receiptWishes)[number]
