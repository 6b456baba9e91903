import { endOfDayInTokyo } from './demo-calendar.ts'
import { demoIntentSchema, demoSessionSchema, type DemoIntent, type DemoSession } from './demo-gift-objects.ts'
import { takeDemoPayment } from './demo-money.ts'
import type { DemoTurn } from './demo-turn.ts'

/** コンビニ takes amounts from 120 yen to 300,000 yen, and no monthly gifts. */
export function takesKonbini(session: DemoSession): boolean {
  return session.mode === 'payment' && session.amount_total >= 120 && session.amount_total <= 300_000
}

/** 銀行振込 is for single gifts, and only where the page was opened for a customer: the account to send to is that customer's. */
export function takesTransfer({ mode, customer }: DemoSession): boolean {
  return mode === 'payment' && customer !== null
}

/** 払込番号: good for three days, to the last second of the third. */
export function giveOutSlip(turn: DemoTurn, session: DemoSession, intent: DemoIntent): DemoIntent {
  const details = { expires_at: endOfDayInTokyo(turn.now(), 3), hosted_voucher_url: voucherUrl(session, intent) }
  return {
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: { type: 'konbini_display_details', konbini_display_details: details },
    demo: { sessionId: session.id, slipNumber: digitsOf(intent.id, 11) },
  }
}

/** 銀行振込: an account of the giver's own to send to, without an end. Less or more than the amount is never sent here. */
export function giveOutAccount(_turn: DemoTurn, session: DemoSession, intent: DemoIntent): DemoIntent {
  const zengin = {
    account_holder_name: 'デモ（ささえあい', account_number: digitsOf(intent.id, 7), account_type: 'futsu',
    bank_code: '0000', bank_name: 'デモ銀行', branch_code: '001', branch_name: '見本支店',
  } as const
  return {
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: {
      type: 'display_bank_transfer_instructions',
      display_bank_transfer_instructions: {
        amount_remaining: intent.amount,
        currency: 'jpy',
        financial_addresses: [{ type: 'zengin', supported_networks: ['zengin'], zengin }],
        hosted_instructions_url: voucherUrl(session, intent),
        reference: null,
        type: 'jp_bank_transfer',
      },
    },
    demo: { ...intent.demo, sessionId: session.id },
  }
}

/** Until when it can be paid, in seconds since 1970; null where there is no end. */
export function payableUntil({ next_action: action }: DemoIntent): number | null {
  return action?.type === 'konbini_display_details' ? action.konbini_display_details.expires_at : null
}

/** What was to be paid later is paid; or, at a shop, is not paid in time. */
export async function settleDemoVoucher(turn: DemoTurn, intentId: string, deed: 'pay' | 'expire'): Promise<DemoIntent | null> {
  const intent = await turn.find(demoIntentSchema, intentId)
  if (intent?.status !== 'requires_action') return intent
  const session = await turn.find(demoSessionSchema, intent.demo.sessionId ?? '')
  const method = methodOf(intent)
  if (session === null || method === null) return intent
  if (deed === 'pay') return payNow(turn, { intent, session, method })
  return payableUntil(intent) === null ? intent : letExpire(turn, intent, session)
}

function methodOf({ next_action: action }: DemoIntent): 'konbini' | 'customer_balance' | null {
  if (action?.type === 'konbini_display_details') return 'konbini'
  return action?.type === 'display_bank_transfer_instructions' ? 'customer_balance' : null
}

interface AwaitedPayment {
  readonly intent: DemoIntent
  readonly session: DemoSession
  readonly method: 'konbini' | 'customer_balance'
}

function payNow(turn: DemoTurn, { intent, session, method }: AwaitedPayment): DemoIntent {
  const paid = takeDemoPayment(turn, intent, method)
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

function voucherUrl({ demo }: DemoSession, { id }: DemoIntent): string {
  return new URL(`../voucher/${id}`, demo.payUrl).href
}

/** Digits that follow from the payment: eleven for shops, seven for an account. */
function digitsOf(intentId: string, count: number): string {
  const digits = BigInt(`0x${intentId.slice(-20)}`) % 10n ** BigInt(count)
  return String(digits).padStart(count, '0')
}
