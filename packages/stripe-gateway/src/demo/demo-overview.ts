import { localDateInTokyo, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { sumYen, type Yen } from '@sasaeai/domain/money/yen'
import type { z } from 'zod'
import { instantOf } from '../event/event-parts.ts'
import { demoChargeSchema, demoIntentSchema, type DemoMethod, demoSessionSchema, demoSubscriptionSchema } from './demo-gift-objects.ts'
import { pageOfAction } from './demo-intent.ts'
import { demoBalanceSchema, demoDisputeSchema, demoEventSchema, demoPayoutSchema, demoRefundSchema } from './demo-money-objects.ts'
import type { DemoKind } from './demo-store.ts'
import type { DemoTurn } from './demo-turn.ts'

/** What there is at the demo gateway, the newest first: what staff need to see to go on with it. */
export interface DemoOverview {
  /** Its clock: an instant as JSON writes it. */
  readonly now: string
  /** 支払いの途中: pay pages that are open, and slips that wait to be paid. */
  readonly openPages: readonly DemoOpenPage[]
  readonly payments: readonly DemoPaymentRow[]
  readonly subscriptions: readonly DemoSubscriptionRow[]
  readonly refunds: readonly DemoStateRow<DemoRefundState>[]
  readonly disputes: readonly DemoStateRow<'needs_response' | 'won' | 'lost'>[]
  readonly payouts: readonly (DemoStateRow<'in_transit' | 'paid' | 'failed'> & { readonly arrivesOn: LocalDate })[]
  /** 次の入金: what waits on our account, less fees; negative when more was given back than came in. */
  readonly balanceYen: Yen
  /** 未達の通知 */
  readonly waitingEvents: number
}

export interface DemoOpenPage {
  /** Where it is paid. */
  readonly url: string
  readonly name: string
  readonly amountYen: Yen
}

type DemoRefundState = 'requires_action' | 'succeeded' | 'failed'

export interface DemoPaymentRow {
  readonly paymentIntentId: string
  readonly name: string
  readonly amountYen: Yen
  readonly refundedYen: Yen
  readonly method: DemoMethod
  readonly isDisputed: boolean
  readonly paidAt: string
}

export interface DemoSubscriptionRow {
  readonly subscriptionId: string
  readonly name: string
  readonly email: string
  readonly amountYen: Yen
  readonly status: 'active' | 'past_due' | 'canceled'
  readonly isPaused: boolean
  /** Whether the card is refused from now on. */
  readonly fails: boolean
  readonly nextOn: LocalDate
}

export interface DemoStateRow<State> {
  readonly id: string
  readonly amountYen: Yen
  readonly state: State
  readonly at: string
}

/** How many of each are shown. */
const shown = 50

export async function readDemoOverview(turn: DemoTurn): Promise<DemoOverview> {
  const newest = async <Schema extends z.ZodType>(schema: Schema, kinds: readonly DemoKind[]) =>
    (await turn.list(schema, kinds, { limit: shown })).toReversed()
  const open = await newest(demoSessionSchema, ['session_open'])
  const slips = await newest(demoIntentSchema, ['intent_waiting'])
  const balance = await turn.list(demoBalanceSchema, ['balance_pending'])
  const payouts = await newest(demoPayoutSchema, ['payout'])
  return {
    now: instantOf(turn.now()),
    openPages: [...open.map(openPage), ...slips.flatMap(openSlip)],
    payments: (await newest(demoChargeSchema, ['charge'])).map(paymentRow),
    subscriptions: (await newest(demoSubscriptionSchema, ['subscription', 'subscription_ended'])).map(subscriptionRow),
    refunds: (await newest(demoRefundSchema, ['refund'])).map(stateRow),
    disputes: (await newest(demoDisputeSchema, ['dispute_open', 'dispute'])).map(stateRow),
    payouts: payouts.map((payout) => ({ ...stateRow(payout), arrivesOn: dayOf(payout.arrival_date) })),
    balanceYen: sumYen(balance.map(({ net }) => net)),
    waitingEvents: (await turn.list(demoEventSchema, ['event_waiting'])).length,
  }
}

function openPage({ demo, amount_total: amountYen }: z.output<typeof demoSessionSchema>): DemoOpenPage {
  return { url: demo.payUrl, name: demo.name, amountYen }
}

function openSlip({ next_action: action, description: name, amount: amountYen }: z.output<typeof demoIntentSchema>): DemoOpenPage[] {
  return action === null ? [] : [{ url: pageOfAction(action), name, amountYen }]
}

function paymentRow(charge: z.output<typeof demoChargeSchema>): DemoPaymentRow {
  return {
    paymentIntentId: charge.payment_intent,
    name: charge.description,
    amountYen: charge.amount,
    refundedYen: charge.amount_refunded,
    method: charge.payment_method_details.type,
    isDisputed: charge.disputed,
    paidAt: instantOf(charge.created),
  }
}

function subscriptionRow(subscription: z.output<typeof demoSubscriptionSchema>): DemoSubscriptionRow {
  const [item] = subscription.items.data
  return {
    subscriptionId: subscription.id,
    name: subscription.description,
    email: subscription.demo.email,
    amountYen: item.price.unit_amount,
    status: subscription.status,
    isPaused: subscription.pause_collection !== null,
    fails: subscription.demo.fails,
    nextOn: dayOf(item.current_period_end),
  }
}

function stateRow<State>(body: { id: string; amount: Yen; status: State; created: number }): DemoStateRow<State> {
  return { id: body.id, amountYen: body.amount, state: body.status, at: instantOf(body.created) }
}

function dayOf(seconds: number): LocalDate {
  return localDateInTokyo(new Date(seconds * 1000))
}
