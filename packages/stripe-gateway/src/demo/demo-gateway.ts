import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { answerDemoApi } from './api/answer-demo-api.ts'
import { dayInTokyo, nextMonth } from './demo-calendar.ts'
import { expireWhatIsDue } from './demo-checkout.ts'
import { demoDeliveries, type DeliverDemoEvent } from './demo-deliveries.ts'
import { closeDemoDispute, openDemoDispute } from './demo-disputes.ts'
import { demoSubscriptionSchema } from './demo-gift-objects.ts'
import type { DemoKeys } from './demo-keys.ts'
import { runDemoMonths } from './demo-months.ts'
import { readDemoOverview, type DemoOverview } from './demo-overview.ts'
import { failDemoPayout, makeDemoPayout } from './demo-payouts.ts'
import { failDemoRefund, finishDemoRefund } from './demo-refunds.ts'
import type { DemoStore } from './demo-store.ts'
import type { DemoTurn } from './demo-turn.ts'
import { demoTurns, setDemoClock, type DemoTurns } from './demo-turns.ts'
import { handleDemoRequest } from './handle-demo-request.ts'
import { answerDemoPage } from './page/answer-demo-page.ts'

export interface DemoGatewayOptions {
  readonly store: DemoStore
  readonly keys: DemoKeys
  readonly deliver: DeliverDemoEvent
  /** The clock on the wall, in milliseconds since 1970. */
  readonly wallNow?: () => number
}

/** デモの決済会社: takes no money, and otherwise does what the real one does. */
export interface DemoGateway {
  /** Answers what is meant for it (`/v1/…`, `/demo-gateway/…`), and then says true. It reads bodies itself. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  overview(accountCode: string): Promise<DemoOverview>
  /** Lets time pass to that instant, and do what it does: months are taken, pages and slips expire. False for one that has passed. */
  moveClock(accountCode: string, to: Date): Promise<boolean>
  /** Lets a month pass. */
  moveToNextMonth(accountCode: string): Promise<void>
  /** Does what has fallen due meanwhile. */
  catchUp(accountCode: string): Promise<void>
  /** Has a monthly giver's card refused from now on, or taken again. False when there is no such gift. */
  setCardFails(accountCode: string, subscriptionId: string, fails: boolean): Promise<boolean>
  /** 入金: what there is goes to the bank. @returns po_demo_…, or null when there is nothing to send. */
  makePayout(accountCode: string): Promise<string | null>
  failPayout(accountCode: string, payoutId: string): Promise<boolean>
  /** 異議申立て: @returns du_demo_…, or null when there is no such payment, or it is disputed already or was given back. */
  openDispute(accountCode: string, paymentIntentId: string): Promise<string | null>
  closeDispute(accountCode: string, disputeId: string, outcome: 'won' | 'lost'): Promise<boolean>
  /** Of a コンビニ payment, whose refund waits for the giver's bank account. */
  finishRefund(accountCode: string, refundId: string): Promise<boolean>
  failRefund(accountCode: string, refundId: string): Promise<boolean>
  /** Sends the events that wait, now and again until they are taken; for each account once after a start. @returns how many were taken. */
  deliverWaiting(accountCode: string): Promise<number>
  /** Lets nothing more happen of itself. */
  close(): Promise<void>
}

/** Givers wait for what their payment has set off, as they do at the real one; but no longer than this, in milliseconds. */
const patienceMillis = 3000

export function createDemoGateway({ store, keys, deliver, wallNow = Date.now }: DemoGatewayOptions): DemoGateway {
  const turns = demoTurns(store, wallNow)
  const deliveries = demoDeliveries({ turns, keys, deliver, wallNow })
  const tell = async (accountCode: string) => {
    await Promise.race([deliveries.send(accountCode), pause(patienceMillis, undefined, { ref: false })])
  }
  const place = {
    answerApi: async (request: Parameters<typeof answerDemoApi>[1]) => {
      const answer = await answerDemoApi({ turns, keys, wallNow }, request)
      const accountCode = keys.accountOf(request.authorization.replace(/^Bearer /, ''))
      // Whoever called has the answer first; the event comes as it comes.
      if (accountCode !== null && request.method !== 'GET') void deliveries.send(accountCode).catch(() => undefined)
      return answer
    },
    answerPage: (request: Parameters<typeof answerDemoPage>[1]) => answerDemoPage({ turns, tell }, request),
  }
  return {
    ...demoDeeds(turns, tell),
    handle: (request, response) => handleDemoRequest(place, request, response),
    deliverWaiting: (accountCode) => deliveries.send(accountCode),
    close: () => deliveries.close(),
  }
}

type DemoDeeds = Omit<DemoGateway, 'handle' | 'deliverWaiting' | 'close'>

function demoDeeds(turns: DemoTurns, tell: (accountCode: string) => Promise<void>): DemoDeeds {
  const act = async <Value>(accountCode: string, deed: (turn: DemoTurn) => Promise<Value>): Promise<Value> => {
    const value = await turns.take(accountCode, deed)
    await tell(accountCode)
    return value
  }
  return {
    overview: (accountCode) => turns.take(accountCode, readDemoOverview),
    moveClock: (accountCode, to) => act(accountCode, (turn) => passTime(turn, Math.floor(to.getTime() / 1000))),
    moveToNextMonth: async (accountCode) => {
      await act(accountCode, passMonth)
    },
    catchUp: async (accountCode) => {
      await act(accountCode, (turn) => passTime(turn, turn.now()))
    },
    setCardFails: (accountCode, subscriptionId, fails) => act(accountCode, (turn) => setCardFails(turn, subscriptionId, fails)),
    makePayout: (accountCode) => act(accountCode, async (turn) => (await makeDemoPayout(turn))?.id ?? null),
    failPayout: (accountCode, payoutId) => act(accountCode, (turn) => failDemoPayout(turn, payoutId)),
    openDispute: (accountCode, intentId) => act(accountCode, async (turn) => (await openDemoDispute(turn, intentId))?.id ?? null),
    closeDispute: (accountCode, disputeId, outcome) => act(accountCode, (turn) => closeDemoDispute(turn, disputeId, outcome)),
    finishRefund: (accountCode, refundId) => act(accountCode, (turn) => finishDemoRefund(turn, refundId)),
    failRefund: (accountCode, refundId) => act(accountCode, (turn) => failDemoRefund(turn, refundId)),
  }
}

async function passMonth(turn: DemoTurn): Promise<void> {
  const day = turn.clock.day === 0 ? dayInTokyo(turn.now()) : turn.clock.day
  await passTime(turn, nextMonth(turn.now(), day), day)
}

/** What falls due on the way happens at its own time. */
async function passTime(turn: DemoTurn, until: number, day = 0): Promise<boolean> {
  const begun = turn.now()
  if (until < begun) return false
  await expireWhatIsDue(turn, until)
  await runDemoMonths(turn, until)
  turn.moveTo(begun)
  if (until > begun) setDemoClock(turn, { aheadSeconds: turn.clock.aheadSeconds + until - begun, day })
  return true
}

async function setCardFails(turn: DemoTurn, subscriptionId: string, fails: boolean): Promise<boolean> {
  const subscription = await turn.find(demoSubscriptionSchema, subscriptionId)
  if (subscription === null || subscription.status === 'canceled') return false
  turn.keep({ ...subscription, demo: { ...subscription.demo, fails } })
  return true
}
