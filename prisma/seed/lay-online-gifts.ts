import { createHash } from 'node:crypto'
import type { Deps } from '@sasaeai/api/deps'
import { demoStoreInDatabase } from '@sasaeai/api/online-giving/demo/demo-store-in-database'
import { applyDueEvents } from '@sasaeai/api/online-giving/event/apply-due-events'
import { confirmPayout } from '@sasaeai/api/online-giving/payout/confirm-payout'
import type { Db } from '@sasaeai/db/database'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import type { OnlineGiverKind } from '@sasaeai/domain/online-giving/gift/online-giver-kind'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import { type DemoBody, kindOfBody } from '@sasaeai/stripe-gateway/demo/demo-objects'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { careForDemoGifts } from './care-for-demo-gifts.ts'
import { type ToldGift, toldGifts } from './online-gift-story.ts'
import { randomStream } from './random-stream.ts'
import { payoutObjects } from './told-objects.ts'
import { storyOfGift, toldEvent, type ToldEvent, type ToldMoney, type ToldStory } from './told-events.ts'

/** The number that these ids grow from: not that of the story, which is committed by then. */
const onlineSeed = 20_261_101

interface Desk {
  readonly db: Db
  readonly deps: Deps
  readonly today: LocalDate
  readonly paymentAccountId: string
}

/**
 * A few months of online gifts: what givers filled in, and what the gateway told of it, which then is applied by the very
 * program that applies real events. So the books, the gifts and the payouts of the demo are what they would be.
 */
export async function layOnlineGifts(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(onlineSeed)
  const now = new Date(`${today}T00:20:00Z`)
  const deps: Deps = { db, now: () => now, newId: () => idAt(now, random) }
  const { id: paymentAccountId } = await db.prisma.paymentAccount.findUniqueOrThrow({ where: { code: 'council' }, select: { id: true } })
  const desk: Desk = { db, deps, today, paymentAccountId }
  const stories = await layGifts(desk)
  await layEvents(desk, [...stories.flatMap(({ events }) => events), oddEvent(now)])
  await applyAll(deps)
  await careForDemoGifts(deps)
  for (const { event } of stories.flatMap(({ refunds }) => refunds).toSorted((left, right) => left.at.getTime() - right.at.getTime())) {
    await layEvents(desk, [event])
    await applyAll({ ...deps, now: () => event.at })
    await careForDemoGifts({ ...deps, now: () => event.at }, () => event.at)
  }
  const paidOut = await layPayouts(desk, stories)
  await applyAll(deps)
  await keepObjects(desk, [...stories.flatMap(({ objects }) => objects), ...paidOut])
}

/** What is told later of the same thing stands in place of what was told before. */
async function keepObjects({ db }: Desk, bodies: readonly DemoBody[]): Promise<void> {
  const newest = [...new Map(bodies.map((body) => [body.id, body])).values()]
  await demoStoreInDatabase(db).put(newest.map((body) => ({ id: body.id, accountCode: 'council', kind: kindOfBody(body), body, createdAt: new Date(body.created * 1000) })))
}

async function layGifts({ db, deps, paymentAccountId }: Desk): Promise<ToldStory[]> {
  const targets = new Map((await db.prisma.givingTarget.findMany({ select: { id: true, slug: true, title: true } })).map((target) => [target.slug, target]))
  const laid = toldGifts.map((gift, index) => {
    const giftId = deps.newId()
    const target = targets.get(gift.slug)
    return { gift, giftId, targetId: target?.id ?? '', story: storyOfGift(gift, { giftId, key: `g${index}`, now: deps.now(), name: target?.title ?? '' }) }
  })
  await db.prisma.onlineGift.createMany({ data: laid.map(({ gift, giftId, targetId }) => ({ id: giftId, targetId, paymentAccountId, ...filledIn(gift, { giftId, now: deps.now() }) })) })
  return laid.map(({ story }) => story)
}

function filledIn(gift: ToldGift, { giftId, now }: { giftId: string; now: Date }) {
  const { amountYen, name, kana = '', email, address = '', message = '', months, daysAgo } = gift
  const kind: OnlineGiverKind = gift.kind ?? 'person'
  return {
    frequency: months === undefined ? ('once' as const) : ('monthly' as const), amountYen: BigInt(amountYen), giverKind: kind, name, kana, email, address, message,
    postalCode: address === '' ? '' : '830-0022', receiptWish: kind === 'anonymous' ? ('none' as const) : ('pdf' as const),
    consent: kind === 'anonymous' ? ('anonymous' as const) : ('named' as const), startedAt: new Date(now.getTime() - daysAgo * 86_400_000 - 300_000),
    accessHash: createHash('sha256').update(giftId).digest(), searchText: normalizeForSearch([name, kana, email, message].join(' ')),
  }
}

/** A payment that somebody has made by a link of the gateway's own: no gift is known, and somebody has to look. */
function oddEvent(now: Date): ToldEvent {
  const session = { id: 'cs_told_odd', object: 'checkout.session', mode: 'payment', payment_status: 'paid', payment_intent: 'pi_told_odd', amount_total: 5_000, currency: 'jpy', metadata: {} }
  return toldEvent('checkout.session.completed', session, { at: new Date(now.getTime() - 2 * 86_400_000), key: 'odd' })
}

async function layEvents({ db, paymentAccountId }: Desk, events: readonly ToldEvent[]): Promise<void> {
  await db.prisma.gatewayEvent.createMany({
    data: events.map(({ eventId, type, at, body }) => ({ paymentAccountId, eventId, type, body: new Uint8Array(body), createdAt: at, receivedAt: at, dueAt: at })),
  })
}

async function applyAll(deps: Deps): Promise<void> {
  const onFault = (error: unknown) => {
    throw error
  }
  while ((await applyDueEvents(deps, onFault)) > 0);
}

/** 入金: each fortnight what came in until three days before; the newest one nobody has looked up in the bank book yet. */
async function layPayouts(desk: Desk, stories: readonly ToldStory[]): Promise<DemoBody[]> {
  const { deps, db } = desk
  const money = stories.flatMap(({ payments, refunds }) => [...payments, ...refunds])
  const balance = stories.flatMap(({ objects }) => objects).filter((body) => body.object === 'balance_transaction')
  const objects: DemoBody[] = []
  const now = deps.now().getTime()
  const payouts: { readonly payoutId: string; readonly netYen: number; readonly at: Date }[] = []
  for (let daysAgo = 140; daysAgo > 0; daysAgo -= 14) {
    const [from, to] = [daysAgo + 17, daysAgo + 3].map((days) => now - days * 86_400_000)
    const lines = money.filter(({ at }) => at.getTime() >= (from ?? 0) && at.getTime() < (to ?? 0))
    const netYen = lines.reduce((sum, { amountYen, feeYen }) => sum + amountYen - feeYen, 0)
    if (lines.length === 0 || netYen <= 0) continue
    const at = new Date(now - daysAgo * 86_400_000)
    const gatewayPayoutId = `po_told_${payouts.length}`
    const taken = new Set(lines.map(lineIdOf))
    objects.push(...payoutObjects(gatewayPayoutId, { at, arrivesOn: new Date(`${localDateInTokyo(at)}T00:00:00Z`), lines: balance.filter(({ id: lineId }) => taken.has(lineId)) }))
    payouts.push({ payoutId: await layPayout(desk, { gatewayPayoutId, at, netYen, lines }), netYen, at })
  }
  await applyAll(deps)
  const actor = await demoAccountant(db)
  for (const { payoutId, netYen, at } of payouts.slice(0, -1)) {
    await confirmPayout(deps, actor, { payoutId: id(payoutId), bankOn: localDateInTokyo(at), bankYen: yen(netYen), note: '' })
  }
  return objects
}

function lineIdOf({ paymentIntentId, refundId }: { readonly paymentIntentId: string; readonly refundId?: string }): string {
  return `txn_${refundId ?? paymentIntentId}`
}

interface LaidPayout {
  readonly gatewayPayoutId: string
  readonly at: Date
  readonly netYen: number
  readonly lines: readonly (ToldMoney & { readonly refundId?: string })[]
}

/** Its lines are there already, as if they had been read at the gateway. */
async function layPayout(desk: Desk, { gatewayPayoutId, at, netYen, lines }: LaidPayout): Promise<string> {
  const { db, deps, paymentAccountId } = desk
  const payoutId = deps.newId()
  const arrivesOn = new Date(`${localDateInTokyo(at)}T00:00:00Z`)
  await db.prisma.payout.create({ data: { id: payoutId, paymentAccountId, gatewayPayoutId, amountYen: BigInt(netYen), arrivesOn, gatewayChangedAt: new Date(at.getTime() - 1000), hasLines: true } })
  await db.prisma.payoutLine.createMany({
    data: lines.map(({ paymentIntentId, refundId, amountYen, feeYen, at: happenedAt }) => ({
      payoutId, gatewayLineId: lineIdOf(refundId === undefined ? { paymentIntentId } : { paymentIntentId, refundId }), kind: refundId === undefined ? ('payment' as const) : ('refund' as const), sourceId: refundId ?? paymentIntentId, paymentIntentId,
      grossYen: BigInt(amountYen), feeYen: BigInt(feeYen), happenedAt,
    })),
  })
  const payout = { id: gatewayPayoutId, object: 'payout', amount: netYen, currency: 'jpy', arrival_date: Math.floor(arrivesOn.getTime() / 1000), status: 'paid' }
  await layEvents(desk, [toldEvent('payout.paid', payout, { at, key: gatewayPayoutId }), toldEvent('payout.reconciliation_completed', payout, { at, key: gatewayPayoutId })])
  return payoutId
}
