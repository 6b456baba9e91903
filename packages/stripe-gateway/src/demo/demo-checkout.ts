import { endOfDayInTokyo } from './demo-calendar.ts'
import { demoIntentSchema, demoSessionSchema, type DemoIntent, type DemoSession } from './demo-gift-objects.ts'
import { newDemoIntent } from './demo-intent.ts'
import { takeDemoPayment } from './demo-money.ts'
import { startDemoSubscription } from './demo-months.ts'
import type { DemoTurn } from './demo-turn.ts'

/** コンビニ takes amounts from 120 yen to 300,000 yen, and no monthly gifts. */
export function takesKonbini(session: DemoSession): boolean {
  return session.mode === 'payment' && session.amount_total >= 120 && session.amount_total <= 300_000
}

/** What a giver can do on a pay page that is open. A page that no longer is stays as it is. */
export type CheckoutDeed = 'card' | 'konbini' | 'decline'

/** The page after what the giver did on it; null when there is no such page. */
export async function actOnDemoCheckout(turn: DemoTurn, sessionId: string, deed: CheckoutDeed): Promise<DemoSession | null> {
  const session = await turn.find(demoSessionSchema, sessionId)
  if (session === null || session.status !== 'open') return session
  switch (deed) {
    case 'card':
      return session.mode === 'subscription' ? payMonthly(turn, session) : payOnce(turn, session)
    case 'konbini':
      return takesKonbini(session) ? giveOutSlip(turn, session) : session
    case 'decline':
      return declineCard(turn, session)
  }
}

async function payOnce(turn: DemoTurn, session: DemoSession): Promise<DemoSession> {
  const intent = takeDemoPayment(turn, await intentOf(turn, session), 'card')
  return complete(turn, { ...session, payment_intent: intent.id, payment_status: 'paid' })
}

function payMonthly(turn: DemoTurn, session: DemoSession): DemoSession {
  const { id: subscription, customer, latest_invoice: invoice } = startDemoSubscription(turn, session)
  return complete(turn, { ...session, payment_intent: null, payment_status: 'paid', subscription, customer, invoice })
}

/** 払込番号: good for three days, to the last second of the third. */
async function giveOutSlip(turn: DemoTurn, session: DemoSession): Promise<DemoSession> {
  const intent = await intentOf(turn, session)
  const details = {
    expires_at: endOfDayInTokyo(turn.now(), 3),
    hosted_voucher_url: new URL(`../voucher/${intent.id}`, session.demo.payUrl).href,
  }
  turn.tell('payment_intent.requires_action', {
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: { type: 'konbini_display_details', konbini_display_details: details },
    demo: { sessionId: session.id, slipNumber: slipNumberOf(intent.id) },
  })
  return complete(turn, { ...session, payment_intent: intent.id, payment_status: 'unpaid' })
}

/** The page stays open: the giver may try another card. */
async function declineCard(turn: DemoTurn, session: DemoSession): Promise<DemoSession> {
  const intent = await intentOf(turn, session)
  const error = { code: 'card_declined', message: 'Your card was declined.', type: 'card_error' } as const
  turn.tell('payment_intent.payment_failed', { ...intent, last_payment_error: error })
  const after = { ...session, payment_intent: intent.id }
  turn.keep(after)
  return after
}

/** What was to be paid at a shop is paid, or is not paid in time. */
export async function settleDemoVoucher(turn: DemoTurn, intentId: string, deed: 'pay' | 'expire'): Promise<DemoIntent | null> {
  const intent = await turn.find(demoIntentSchema, intentId)
  if (intent?.status !== 'requires_action') return intent
  const session = await turn.find(demoSessionSchema, intent.demo.sessionId ?? '')
  if (session === null) return intent
  return deed === 'pay' ? payAtShop(turn, intent, session) : letExpire(turn, intent, session)
}

function payAtShop(turn: DemoTurn, intent: DemoIntent, session: DemoSession): DemoIntent {
  const paid = takeDemoPayment(turn, intent, 'konbini')
  turn.tell('checkout.session.async_payment_succeeded', { ...session, payment_status: 'paid' })
  return paid
}

function letExpire(turn: DemoTurn, intent: DemoIntent, session: DemoSession): DemoIntent {
  const error = {
    code: 'payment_intent_payment_attempt_expired', message: 'The payment was not completed in time.', type: 'card_error',
  } as const
  const failed: DemoIntent = { ...intent, status: 'requires_payment_method', next_action: null, last_payment_error: error }
  turn.tell('payment_intent.payment_failed', failed)
  turn.tell('checkout.session.async_payment_failed', session)
  return failed
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
    const end = intent.next_action?.konbini_display_details.expires_at
    if (end === undefined || end > until) continue
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

/** Eleven digits, as shops ask for them. */
function slipNumberOf(intentId: string): string {
  const digits = BigInt(`0x${intentId.slice(-20)}`) % 100_000_000_000n
  return String(digits).padStart(11, '0')
}
