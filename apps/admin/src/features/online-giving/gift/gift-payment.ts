import type { OnlineGift } from './online-gift-page.tsx'

export type GiftPayment = OnlineGift['paymentsMade'][number]

/** What can still be given back, in yen. */
export function restOf({ amountYen, refundedYen, refunds }: GiftPayment): number {
  const asked = refunds.filter(({ state }) => state === 'requested' || state === 'sent').reduce((sum, refund) => sum + refund.amountYen, 0)
  return amountYen - refundedYen - asked
}
