import type { Id } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/**
 * 決済会社: whoever takes the money of givers for one legal payee (支払いの受け口).
 *
 * Every command takes the idempotency key under which it was written down before. The same order under the same key
 * happens once, however often it is asked for, and gets the same answer; so an answer that was lost is simply asked for
 * again. No command throws for what the gateway or the network does: that is an answer.
 */
export interface PaymentGateway {
  /** live: real money. test: the gateway's own test mode. demo: the demo gateway. */
  readonly mode: 'live' | 'test' | 'demo'
  /** Opens a pay page at the gateway. */
  openCheckout(order: CheckoutOrder, key: string): Promise<GatewayAnswer<OpenedCheckout>>
  /** Closes a pay page that is still open. One that was paid or has expired stays as it is, and that is an answer too. */
  expireCheckout(sessionId: string, key: string): Promise<GatewayAnswer<null>>
  refund(order: RefundOrder, key: string): Promise<GatewayAnswer<{ gatewayRefundId: string }>>
  /** What the coming months of a monthly gift are; a month that has begun stays as it is. */
  changeAmount(order: AmountOrder, key: string): Promise<GatewayAnswer<null>>
  /** No money is taken until it goes on; the months between are not asked for later. */
  pause(order: SubscriptionOrder, key: string): Promise<GatewayAnswer<null>>
  resume(order: SubscriptionOrder, key: string): Promise<GatewayAnswer<null>>
  /** Ends a monthly gift at once. One that has ended already stays so, and that is an answer too. */
  end(order: SubscriptionOrder, key: string): Promise<GatewayAnswer<null>>
  /**
   * What a payout is made of, without the payout itself; complete only after the gateway has said so.
   * @throws GatewayUnreachableError when the list breaks off: what came before it is not the whole.
   */
  payoutLines(payoutId: string): AsyncIterable<GatewayPayoutLine>
  /**
   * What webhooks may have missed, the newest first: the bodies that the gateway sent, or would have.
   * @throws GatewayUnreachableError when the list breaks off.
   */
  eventsSince(since: Date): AsyncIterable<{ readonly eventId: string; readonly body: Uint8Array }>
}

/**
 * Not ok: what to tell, in Japanese. Final: asking again with the same key is useless; otherwise nobody knows whether it
 * happened, and the same key has to be asked for again.
 */
export type GatewayAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly isFinal: boolean; readonly message: string }

export interface CheckoutOrder {
  readonly giftId: Id<'OnlineGiftId'>
  /** Of one payment. */
  readonly amountYen: Yen
  readonly frequency: 'once' | 'monthly'
  /** What the giver reads on the pay page: 「子どもの居場所づくり」. Up to 250 characters. */
  readonly name: string
  readonly email: string
  readonly locale: 'ja' | 'en'
  /** Where the giver comes back to, with and without having paid. */
  readonly successUrl: string
  readonly cancelUrl: string
  /** Until when the page can be paid: 30 minutes to 24 hours from now. */
  readonly expiresAt: Date
}

export interface OpenedCheckout {
  readonly sessionId: string
  readonly url: string
  /** An instant as JSON writes it. */
  readonly expiresAt: string
}

export interface RefundOrder {
  readonly paymentIntentId: string
  readonly amountYen: Yen
  /** Ours: comes back in what the gateway says about it. */
  readonly refundId: Id<'OnlineRefundId'>
  /** The giver's: whoever paid at a shop is asked there for a bank account. Left out, the gateway takes the one it knows. */
  readonly email?: string
}

export interface SubscriptionOrder {
  readonly subscriptionId: string
}

export interface AmountOrder extends SubscriptionOrder {
  /** Of each coming month. */
  readonly amountYen: Yen
}

/** 入金の内訳: a line of our account at the gateway. Its net is gross less fee; what goes away is negative. A line of kind fee is all fee. */
export interface GatewayPayoutLine {
  /** txn_… */
  readonly lineId: string
  readonly kind: 'payment' | 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal' | 'fee' | 'adjustment'
  /** pi_…, re_…, dp_… that it is about, po_… of an earlier payout that came back; empty for what is about none (fees). */
  readonly sourceId: string
  /** pi_… that was paid, refunded or disputed. */
  readonly paymentIntentId: string | null
  readonly grossYen: Yen
  readonly feeYen: Yen
  /** In small letters: jpy. */
  readonly currency: string
  /** An instant as JSON writes it. */
  readonly happenedAt: string
  readonly description: string
}
