/** What the office chooses at the gateway for the place that notices are sent to: every kind of event that the program reads. */
export const webhookEventTypes = [
  'checkout.session.completed', 'checkout.session.expired', 'checkout.session.async_payment_succeeded', 'checkout.session.async_payment_failed',
  'payment_intent.requires_action', 'charge.succeeded',
  'invoice.paid', 'invoice.payment_failed', 'invoice_payment.paid',
  'customer.subscription.updated', 'customer.subscription.paused', 'customer.subscription.resumed', 'customer.subscription.deleted',
  'refund.created', 'refund.updated', 'refund.failed',
  'charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed',
  'payout.created', 'payout.updated', 'payout.paid', 'payout.failed', 'payout.canceled', 'payout.reconciliation_completed',
] as const

/** The version in which the gateway writes them. */
export const webhookApiVersion = '2026-10-28.endive'
