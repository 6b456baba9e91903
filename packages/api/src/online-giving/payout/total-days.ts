import { addDays, type LocalDate, localDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import { sumYen, yen, type Yen } from '@sasaeai/domain/money/yen'
import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import type { GatewayEventState } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import type { Deps } from '../../deps.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { type BookedMoney, type DaySpan, factOf, readBooked } from './booked-days.ts'

/** A payment or a refund that the gateway and the books tell differently. */
export interface DayDifference {
  /** pi_…, in_… or re_… */
  readonly moneyId: string
  readonly giftId: OnlineGiftId | null
  /** What goes back is negative; null where one of both does not know it. */
  readonly toldYen: Yen | null
  readonly bookedYen: Yen | null
  /** How the event stands that told of it. */
  readonly eventState: GatewayEventState | null
  readonly reason: string
}

/** 日計: what the gateway says of a day beside what the books say. */
export interface DayTotal {
  readonly day: LocalDate
  readonly toldCount: number
  readonly toldYen: Yen
  readonly bookedCount: number
  readonly bookedYen: Yen
  readonly differences: readonly DayDifference[]
}

interface TellingEvent {
  readonly body: Uint8Array
  /** Null of one that was settled since the moment: whether it waited then or was put aside nobody has kept. */
  readonly state: GatewayEventState | null
  readonly reason: string
}

interface ToldMoney {
  readonly day: LocalDate
  readonly amountYen: Yen
  readonly giftId: OnlineGiftId | null
  readonly event: TellingEvent
}

/** Days of a month, those without any money left out: as they are told and booked now, or were by a moment. */
export async function totalDays(deps: Pick<Deps, 'db'>, { month }: { month: LocalDate }, at: ReportMoment = ofNow): Promise<DayTotal[]> {
  const first = firstOfMonth(month)
  const days: DaySpan = { first, last: addDays(nextMonthOf(first), -1) }
  const [told, booked] = [await readTold(deps, days, at), await readBooked(deps, days, at)]
  const withMoney = new Set([...[...told.values()].map(({ day }) => day), ...booked.map(({ day }) => day)])
  return [...withMoney].toSorted().map((day) => totalOf(day, told, booked))
}

function totalOf(day: LocalDate, told: ReadonlyMap<string, ToldMoney>, booked: readonly BookedMoney[]): DayTotal {
  const toldOfDay = [...told].filter(([, money]) => money.day === day)
  const bookedOfDay = booked.filter((money) => money.day === day)
  const byId = new Map(bookedOfDay.map((money) => [money.moneyId, money]))
  const ofTold = toldOfDay.map(([moneyId, { amountYen, giftId, event }]): DayDifference => ({
    moneyId, giftId, toldYen: amountYen, bookedYen: byId.get(moneyId)?.amountYen ?? null, eventState: event.state, reason: event.reason,
  }))
  const unknown = bookedOfDay.filter(({ moneyId }) => told.get(moneyId)?.day !== day).map(({ moneyId, amountYen, giftId }): DayDifference => ({
    moneyId, giftId, toldYen: null, bookedYen: amountYen, eventState: null, reason: '',
  }))
  return {
    day,
    toldCount: toldOfDay.length, toldYen: sumYen(toldOfDay.map(([, { amountYen }]) => amountYen)),
    bookedCount: bookedOfDay.length, bookedYen: sumYen(bookedOfDay.map(({ amountYen }) => amountYen)),
    differences: [...ofTold.filter(({ toldYen, bookedYen }) => toldYen !== bookedYen), ...unknown],
  }
}

/** By the money's own id: the same money told twice is the same money. */
async function readTold({ db }: Pick<Deps, 'db'>, { first, last }: DaySpan, { moment }: ReportMoment): Promise<Map<string, ToldMoney>> {
  const { rows } = await db.pool.query<TellingEvent>(
    `SELECT body, CASE WHEN settled_at > $3 THEN NULL ELSE state END AS state, CASE WHEN settled_at > $3 THEN '' ELSE reason END AS reason FROM gateway_event
     WHERE type IN ('checkout.session.completed', 'checkout.session.async_payment_succeeded', 'invoice.paid', 'refund.created', 'refund.updated', 'refund.failed')
       AND created_at >= ($1::date - 3)::timestamp AT TIME ZONE 'Asia/Tokyo' AND created_at < ($2::date + 4)::timestamp AT TIME ZONE 'Asia/Tokyo'
       AND ($3::timestamptz IS NULL OR received_at <= $3)
     ORDER BY created_at, received_at`,
    [first, last, moment],
  )
  const told = new Map<string, ToldMoney>()
  const failed = new Set<string>()
  for (const event of rows) {
    const fact = factOf(event)
    if (fact?.kind === 'refund' && fact.state === 'failed') failed.add(fact.gatewayRefundId)
    const money = fact === null ? null : moneyOf(fact)
    if (money === null || money.day < first || money.day > last || told.has(money.moneyId)) continue
    told.set(money.moneyId, { ...money, event })
  }
  for (const refundId of failed) told.delete(refundId)
  return told
}

function moneyOf(fact: GatewayFact): (Omit<ToldMoney, 'event'> & { moneyId: string }) | null {
  if (fact.kind === 'checkout_paid') return { moneyId: fact.paymentIntentId, day: dayOf(fact.at), amountYen: fact.amountYen, giftId: fact.giftId }
  if (fact.kind === 'month_paid') return { moneyId: fact.invoiceId, day: dayOf(fact.at), amountYen: fact.amountYen, giftId: fact.giftId }
  if (fact.kind === 'refund' && fact.state === 'succeeded') return { moneyId: fact.gatewayRefundId, day: dayOf(fact.at), amountYen: yen(-fact.amountYen), giftId: null }
  return null
}

const dayOf = (at: string) => localDateInTokyo(new Date(at))

/** The first day of the month after. */
function nextMonthOf(first: LocalDate): LocalDate {
  return firstOfMonth(addDays(first, 31))
}

function firstOfMonth(day: LocalDate): LocalDate {
  return localDate(`${day.slice(0, 8)}01`)
}
