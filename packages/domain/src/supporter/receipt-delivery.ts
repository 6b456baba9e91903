/** 領収書の渡し方. */
export const receiptDeliveries = ['paper', 'pdf', 'none'] as const
export type ReceiptDelivery = (typeof receiptDeliveries)[number]

export const receiptDeliveryNames: Record<ReceiptDelivery, string> = {
  paper: '紙で渡す',
  pdf: 'PDFで渡す',
  none: '要らない',
}
