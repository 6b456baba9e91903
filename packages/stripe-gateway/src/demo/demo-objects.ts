import type {
  DemoCharge, DemoCustomer, DemoIntent, DemoInvoice, DemoInvoicePayment, DemoSession, DemoSubscription,
} from './demo-gift-objects.ts'
import type { DemoBalance, DemoDispute, DemoEvent, DemoPayout, DemoRefund } from './demo-money-objects.ts'
import type { DemoKind } from './demo-store.ts'

/** Whatever the demo gateway's API answers with and its events are about. */
export type DemoBody =
  | DemoSession
  | DemoCustomer
  | DemoIntent
  | DemoCharge
  | DemoSubscription
  | DemoInvoice
  | DemoInvoicePayment
  | DemoRefund
  | DemoDispute
  | DemoBalance
  | DemoPayout
  | DemoEvent

/** Under which kind an object is kept: it says whether something still has to happen to it. */
export function kindOfBody(body: DemoBody): DemoKind {
  switch (body.object) {
    case 'checkout.session':
      return body.status === 'open' ? 'session_open' : 'session'
    case 'payment_intent':
      // Who is sent to PayPay is still at the pay page, which is what waits.
      return body.status === 'requires_action' && body.next_action?.type !== 'redirect_to_url' ? 'intent_waiting' : 'intent'
    case 'subscription':
      return body.status === 'canceled' ? 'subscription_ended' : 'subscription'
    case 'dispute':
      return body.status === 'needs_response' ? 'dispute_open' : 'dispute'
    case 'event':
      return body.pending_webhooks > 0 ? 'event_waiting' : 'event'
    case 'balance_transaction':
      return body.demo.payout === null ? 'balance_pending' : 'balance'
    case 'customer':
    case 'charge':
    case 'invoice':
    case 'invoice_payment':
    case 'refund':
    case 'payout':
      return body.object
  }
}

/** A body as it leaves the demo gateway: without what it has for itself. */
export function publicBody(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'demo'))
}
