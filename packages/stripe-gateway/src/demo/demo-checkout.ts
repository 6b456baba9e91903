import { demoIntentSchema, demoSessionSchema, type DemoIntent, type DemoSession } from './demo-gift-objects.ts'
import { giveOutAccount, giveOutSlip, payableUntil, settleDemoVoucher, takesKonbini, takesTransfer } from './demo-later-payment.ts'
import { newDemoIntent } from './demo-intent.ts'
import { takeDemoPayment } from './demo-money.ts'
import { startDemoSubscription } from './demo-months.ts'
import type { DemoTurn } from './demo-turn.ts'

/** What a giver can do on a pay page that is open, or at PayPay, where it leads to. A page that no longer is stays as it is. */
export const checkoutDeeds = ['card', 'paypay', 'konbini', 'transfer', 'decline', 'approve', 'refuse'] as const
export type CheckoutDeed = (typeof checkoutDeeds)[number]

/** The page after what the giver did on it; null when there is no such page. */
export async function actOnDemoCheckout(turn: DemoTurn, sessionId: string, deed: CheckoutDeed): Promise<DemoSession | null> {
  const session = await turn.find(demoSessionSchema, sessionId)
  if (session === null || session.status !== 'open') return session
  switch (deed) {
    case 'card':
      return session.mode === 'subscription' ? payMonthly(turn, session) : payOnce(turn, session, 'card')
    case 'paypay':
      return takesPayPay(session) ? goToPayPay(turn, session) : session
    case 'approve':
      return (await isAtPayPay(turn, session)) ? payOnce(turn, session, 'paypay') : session
    case 'refuse':
      return (await isAtPayPay(turn, session)) ? fail(turn, session, refusedAtPayPay) : session
    case 'konbini':
      return takesKonbini(session) ? payLater(turn, session, giveOutSlip) : session
    case 'transfer':
      return takesTransfer(session) ? payLater(turn, session, giveOutAccount) : session
    case 'decline':
      return fail(turn, session, declinedCard)
  }
}

/** PayPay is for single gifts. */
export function takesPayPay({ mode }: DemoSession): boolean {
  return mode === 'payment'
}

async function payOnce(turn: DemoTurn, session: DemoSession, method: 'card' | 'paypay'): Promise<DemoSession> {
  const intent = takeDemoPayment(turn, await intentOf(turn, session), method)
  return complete(turn, { ...session, payment_intent: intent.id, payment_status: 'paid' })
}

function payMonthly(turn: DemoTurn, session: DemoSession): DemoSession {
  const { id: subscription, customer, latest_invoice: invoice } = startDemoSubscription(turn, session)
  return complete(turn, { ...session, payment_intent: null, payment_status: 'paid', subscription, customer, invoice })
}

/** The giver is told how to pay, and is done here: the money comes later, or not at all. */
async function payLater(
  turn: DemoTurn, session: DemoSession, giveOut: (turn: DemoTurn, session: DemoSession, intent: DemoIntent) => DemoIntent,
): Promise<DemoSession> {
  const intent = giveOut(turn, session, await intentOf(turn, session))
  turn.tell('payment_intent.requires_action', intent)
  return complete(turn, { ...session, payment_intent: intent.id, payment_status: 'unpaid' })
}

/** The pay page stays open meanwhile: the giver may come back without having agreed. */
async function goToPayPay(turn: DemoTurn, session: DemoSession): Promise<DemoSession> {
  const intent = await intentOf(turn, session)
  const after = { ...session, payment_intent: intent.id }
  const url = new URL(`../wallet/${session.id}`, session.demo.payUrl).href
  turn.tell('payment_intent.requires_action', {
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: session.demo.payUrl } },
  })
  turn.keep(after)
  return after
}

async function isAtPayPay(turn: DemoTurn, session: DemoSession): Promise<boolean> {
  const intent = await turn.find(demoIntentSchema, session.payment_intent ?? '')
  return intent?.next_action?.type === 'redirect_to_url'
}

const declinedCard = { code: 'card_declined', message: 'Your card was declined.', type: 'card_error' } as const

const refusedAtPayPay = {
  code: 'payment_intent_authentication_failure', message: 'The provided PaymentMethod has failed authentication.', type: 'invalid_request_error',
} as const

/** The page stays open: the giver may try another card, or another way. */
async function fail(turn: DemoTurn, session: DemoSession, error: NonNullable<DemoIntent['last_payment_error']>): Promise<DemoSession> {
  const intent = await intentOf(turn, session)
  turn.tell('payment_intent.payment_failed', { ...intent, status: 'requires_payment_method', next_action: null, last_payment_error: error })
  const after = { ...session, payment_intent: intent.id }
  turn.keep(after)
  return after
}

/** An open page is closed: by us, or because its time has passed. */
export function expireDemoSession(turn: DemoTurn, session: DemoSession): DemoSession {
  const expired: DemoSession = { ...session, status: 'expired', url: null }
  turn.tell('checkout.session.expired', expired)
  return expired
}

/** Pages and slips whose time has passed expire, at the time that was theirs. */
export async function expireWhatIsDue(turn: DemoTurn, until: number): Promise<void> {
  for (const session of await turn.list(demoSessionSchema, ['session_open'])) {
    if (session.demo.lastsUntil > until) continue
    turn.moveTo(session.demo.lastsUntil)
    expireDemoSession(turn, session)
  }
  for (const intent of await turn.list(demoIntentSchema, ['intent_waiting'])) {
    const end = payableUntil(intent)
    if (end === null || end > until) continue
    turn.moveTo(end)
    await settleDemoVoucher(turn, intent.id, 'expire')
  }
}

function complete(turn: DemoTurn, session: DemoSession): DemoSession {
  const completed: DemoSession = { ...session, status: 'complete', url: null }
  turn.tell('checkout.session.completed', completed)
  return completed
}

/** A declined card leaves a payment that the next try goes on with. */
async function intentOf(turn: DemoTurn, session: DemoSession): Promise<DemoIntent> {
  const begun = await turn.find(demoIntentSchema, session.payment_intent ?? '')
  const { amount_total: amount, customer, demo } = session
  return begun ?? newDemoIntent(turn, { amount, customer, description: demo.name, metadata: demo.metadata, sessionId: session.id })
}
