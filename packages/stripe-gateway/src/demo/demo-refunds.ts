import { addYen, negateYen, yen, type Yen } from '@sasaeai/domain/money/yen'
import { DemoApiError } from './demo-api-error.ts'
import { demoChargeSchema, demoIntentSchema, type DemoCharge, type DemoIntent } from './demo-gift-objects.ts'
import { newDemoId } from './demo-ids.ts'
import { addBalance } from './demo-money.ts'
import { demoRefundSchema, type DemoRefund } from './demo-money-objects.ts'
import type { DemoTurn } from './demo-turn.ts'

interface WantedRefund {
  readonly paymentIntentId: string
  /** Null: whatever is left. */
  readonly amountYen: Yen | null
  readonly reason: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly email: string | null
}

/** A card and PayPay are given back at once. Whoever paid at a shop or a bank is asked for an account first, and the money waits for that. */
export async function makeDemoRefund(turn: DemoTurn, wanted: WantedRefund): Promise<DemoRefund> {
  const { intent, charge } = await paidOf(turn, wanted.paymentIntentId)
  const left = yen(charge.amount - charge.amount_refunded)
  if (left === 0) throw new DemoApiError(400, { code: 'charge_already_refunded', message: `Charge ${charge.id} has already been refunded.` })
  if (charge.disputed) throw new DemoApiError(400, { code: 'charge_disputed', message: `Charge ${charge.id} has been charged back; cannot issue a refund.` })
  const amount = wanted.amountYen ?? left
  if (amount > left) throw new DemoApiError(400, { param: 'amount', message: `Refund amount (¥${amount}) is greater than unrefunded amount on charge (¥${left})` })
  turn.keep({ ...charge, amount_refunded: addYen(charge.amount_refunded, amount), refunded: amount === left })
  const refund: DemoRefund = {
    id: newDemoId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: turn.now(),
    currency: 'jpy',
    livemode: false,
    metadata: { ...wanted.metadata },
    payment_intent: intent.id,
    reason: wanted.reason,
    status: 'requires_action',
    ...(wanted.email === null ? {} : { instructions_email: wanted.email }),
  }
  const { type: method } = charge.payment_method_details
  if (method === 'card' || method === 'paypay') return succeed(turn, refund, 'refund.created')
  turn.tell('refund.created', refund)
  return refund
}

/** The giver has named a bank account: the money that waited is on its way. */
export async function finishDemoRefund(turn: DemoTurn, refundId: string): Promise<boolean> {
  const refund = await turn.find(demoRefundSchema, refundId)
  if (refund?.status !== 'requires_action') return false
  succeed(turn, refund, 'refund.updated')
  return true
}

/** The bank sends it back, or the giver names no account: the money is on our account at the gateway again. */
export async function failDemoRefund(turn: DemoTurn, refundId: string): Promise<boolean> {
  const refund = await turn.find(demoRefundSchema, refundId)
  if (refund === null || refund.status === 'failed') return false
  const charge = await turn.find(demoChargeSchema, refund.charge)
  if (charge === null) return false
  if (refund.status === 'succeeded') addBalance(turn, { type: 'refund_failure', amount: refund.amount, source: refund.id })
  turn.keep({ ...charge, amount_refunded: yen(charge.amount_refunded - refund.amount), refunded: false })
  turn.tell('refund.failed', { ...refund, status: 'failed', failure_reason: 'declined' })
  return true
}

/** A payment that has been made, and its charge. @throws DemoApiError when there is none. */
async function paidOf(turn: DemoTurn, paymentIntentId: string): Promise<{ intent: DemoIntent; charge: DemoCharge }> {
  const intent = await turn.find(demoIntentSchema, paymentIntentId)
  if (intent === null) throw DemoApiError.missing('payment_intent', paymentIntentId)
  const charge = await turn.find(demoChargeSchema, intent.latest_charge ?? '')
  if (charge === null) {
    throw new DemoApiError(400, { param: 'payment_intent', message: `This PaymentIntent (${intent.id}) does not have a successful charge to refund.` })
  }
  return { intent, charge }
}

function succeed(turn: DemoTurn, refund: DemoRefund, type: string): DemoRefund {
  const balance = addBalance(turn, { type: 'refund', amount: negateYen(refund.amount), source: refund.id })
  const done: DemoRefund = { ...refund, status: 'succeeded', balance_transaction: balance.id }
  turn.tell(type, done)
  return done
}
