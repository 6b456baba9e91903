import type { ReceiptId } from '@sasaeai/domain/ids'
import { TextLink } from '@sasaeai/ui/text-link'

/** Where the kept PDF of a receipt is opened; a copy: 0 as issued, 1 the first 再発行. */
export function receiptPaperAddress(receiptId: ReceiptId, copy?: number): string {
  return `/receipt-papers/${receiptId}${copy === undefined ? '' : `?copy=${copy}`}`
}

/** The number of a receipt, which opens its kept PDF. */
export function ReceiptPaperLink({ receiptId, number }: { receiptId: ReceiptId; number: string }) {
  return <TextLink href={receiptPaperAddress(receiptId)} target="_blank" className="figures whitespace-nowrap">{number}</TextLink>
}
