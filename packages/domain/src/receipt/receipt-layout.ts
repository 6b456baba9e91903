/** 領収書の組み方: one on an A4 with the office's copy below, or three on an A4 with a stub at the left. */
export const receiptLayouts = ['single', 'triple'] as const
export type ReceiptLayout = (typeof receiptLayouts)[number]

export const receiptLayoutNames: Record<ReceiptLayout, string> = {
  single: 'A4に1枚（下に控え）',
  triple: 'A4に3枚（左に控え）',
}
