import type { Stripe } from 'stripe'
import type { CheckoutOrder } from '../payment-gateway.ts'

/**
 * A pay page for one gift. The amount is a price of its own, made here from what the server has kept: nothing that a
 * browser sends can change it. Which means of payment are offered is set at the gateway (no `payment_method_types`), which
 * chooses among them by amount, mode and device.
 * @param customer cus_… of whoever pays: 銀行振込 is offered only for one. Null where the gateway makes its own (months).
 */
export function checkoutParams(order: CheckoutOrder, customer: string | null): Stripe.Checkout.SessionCreateParams {
  const metadata = { gift_id: order.giftId }
  return {
    ui_mode: 'hosted_page',
    submit_type: 'donate',
    line_items: [{ quantity: 1, price_data: priceOf(order) }],
    client_reference_id: order.giftId,
    ...(customer === null ? { customer_email: order.email } : { customer }),
    locale: order.locale,
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    expires_at: Math.floor(order.expiresAt.getTime() / 1000),
    metadata,
    // What is said later about the payment or the months does not name the page: so they carry the gift themselves.
    ...(order.frequency === 'monthly'
      ? { mode: 'subscription', subscription_data: { metadata, description: order.name } }
      : { mode: 'payment', payment_intent_data: { metadata, description: order.name } }),
  }
}

function priceOf({ amountYen, frequency, name }: CheckoutOrder) {
  return {
    currency: 'jpy',
    unit_amount: amountYen,
    product_data: { name },
    ...(frequency === 'monthly' ? { recurring: { interval: 'month' as const } } : {}),
  }
}
