import { beginProof } from '@sasaeai/domain/online-giving/abuse/solve-proof'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { askForLinkSchema } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import { mergeSupportersSchema } from '@sasaeai/domain/supporter/merge/merge-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { type AGateway, aGateway } from '@sasaeai/testing/a-gateway'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { applyAndCare } from '@sasaeai/testing/apply-events'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { mergeSupporters } from '../../supporter/merge/merge-supporters.ts'
import { issueChallenge } from '../abuse/issue-challenge.ts'
import { takeUpCalls } from '../call/take-up-calls.ts'
import { readGiftStatus } from '../gift/read-gift-status.ts'
import { changeOwnRecurring } from '../recurring/change-own-recurring.ts'
import { askForLink } from './ask-for-link.ts'
import { openGiverSession, readGiver } from './giver-session.ts'
import { readGiverPage } from './read-giver-page.ts'
import { isPathShown } from './receipt-path.ts'
import { saveGiverDetails } from './save-giver-details.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps
let gateway: AGateway
let now: Date

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  gateway = aGateway()
  now = new Date('2026-10-15T01:00:00Z')
  deps = { ...council.deps, now: () => now, gateways: { of: gateway.gateways.of, verify: tellingGateways().verify } }
  await database.db.pool.query('DELETE FROM rate_limit')
})

let count = 0
const at = '2026-10-15T00:00:00Z'

/** A gift by card from an address, paid and cared for. */
async function given(email: string, gift: object = {}) {
  const giftId = await anOnlineGift(council, { email, ...gift })
  count += 1
  await tell(deps, [gatewaySays.paid({ giftId, sessionId: `cs_p${count}`, paymentIntentId: `pi_p${count}`, amountYen: 3_000, at })])
  await applyAndCare(deps)
  return giftId
}

/** A monthly gift whose first month is paid. */
async function givenMonthly(email: string) {
  const giftId = await anOnlineGift(council, { email, frequency: 'monthly', amountYen: 1_000, donationKind: 'monthly' })
  count += 1
  const subscription = { giftId, subscriptionId: `sub_${count}`, at }
  await tell(deps, [gatewaySays.started({ ...subscription, sessionId: `cs_m${count}` }), gatewaySays.monthPaid({ ...subscription, invoiceId: `in_${count}`, amountYen: 1_000 })])
  await applyAndCare(deps)
  return giftId
}

const visitor = { address: '203.0.113.9', origin: 'https://give.example.jp' }
const ask = async (email: string) => askForLink(deps, visitor, askForLinkSchema.parse({ email, proof: beginProof(await issueChallenge(deps, 'usual'))(10_000) ?? '' }))
const mailsTo = async (toAddress: string) => database.db.prisma.outgoingMail.findMany({ where: { toAddress, kind: 'giver_link' } })
const tokenIn = (body = '') => /https:\/\/give\.example\.jp\/my\/open#([\w-]+)/.exec(body)?.[1] ?? ''

test('a gift is shown to who has its secret, with its receipt, and to nobody else', async () => {
  const giftId = await given('status@example.jp')
  const status = await readGiftStatus(deps, { giftId, access: giftId })
  expect(status).toMatchObject({ giftId, state: 'paid', slug: 'katsudo', amountYen: 3_000, paidOn: '2026-10-15', payUrl: '', isDemo: true, startedAt: '2026-04-01T00:00:00.000Z' })
  expect(status?.receipts).toMatchObject([{ amountYen: 3_000, calendarYear: null }])
  const other = await given('someone@example.jp')
  const nobody = id<'OnlineGiftId'>(deps.newId())
  expect([await readGiftStatus(deps, { giftId, access: other }), await readGiftStatus(deps, { giftId: nobody, access: giftId })]).toEqual([null, null])
  const path = new URL(status?.receipts[0]?.path ?? '', 'http://localhost')
  const shown = { receiptId: id<'ReceiptId'>(path.pathname.split('/').at(-1) ?? ''), until: Number(path.searchParams.get('until')), token: path.searchParams.get('token') ?? '' }
  const others = await database.db.prisma.receipt.findFirstOrThrow({ where: { id: { not: shown.receiptId } } })
  expect(await isPathShown(deps, shown)).toBe(true)
  expect(await isPathShown(deps, { ...shown, receiptId: id(others.id) })).toBe(false)
  expect(await isPathShown(deps, { ...shown, until: shown.until + 1 })).toBe(false)
  now = new Date(now.getTime() + 3_600_001)
  expect(await isPathShown(deps, shown)).toBe(false)
})

test('コンビニ: until when and how it is to be paid', async () => {
  const giftId = await anOnlineGift(council, { email: 'konbini@example.jp' })
  const checkout = { giftId, sessionId: 'cs_konbini', paymentIntentId: 'pi_konbini', amountYen: 3_000, at }
  await tell(deps, [gatewaySays.awaiting(checkout), gatewaySays.voucher(checkout)])
  await applyAndCare(deps)
  expect(await readGiftStatus(deps, { giftId, access: giftId })).toMatchObject({ state: 'awaiting', payableUntil: '2026-10-18T00:00:00.000Z', voucherUrl: 'https://pay.example.jp/pi_konbini', receipts: [] })
})

test('whoever asks for a link is told the same, and mail goes only to an address that has given', async () => {
  await given('giver@example.jp')
  await anOnlineGift(council, { email: 'begun@example.jp' })
  const answers = [await ask('giver@example.jp'), await ask('stranger@example.jp'), await ask('begun@example.jp')]
  expect(answers).toEqual([{ ok: true, value: null }, { ok: true, value: null }, { ok: true, value: null }])
  expect([(await mailsTo('giver@example.jp')).length, (await mailsTo('stranger@example.jp')).length, (await mailsTo('begun@example.jp')).length]).toEqual([1, 0, 0])
  for (const email of ['giver@example.jp', 'stranger@example.jp']) {
    await ask(email)
    await ask(email)
    expect(await ask(email)).toEqual({ ok: false, code: 'too_many_attempts', about: '60分' })
  }
  expect(await askForLink(deps, visitor, askForLinkSchema.parse({ email: 'giver@example.jp' }))).toEqual({ ok: false, code: 'proof_refused' })
})

test('a link opens the page once and for half an hour, the page stays open for two hours, and the database holds neither secret', async () => {
  await given('once@example.jp')
  await ask('once@example.jp')
  const token = tokenIn((await mailsTo('once@example.jp'))[0]?.body)
  const [first, second] = await Promise.all([openGiverSession(deps, token), openGiverSession(deps, token)])
  const opened = first.ok ? first : second
  if (!opened.ok) throw new Error(opened.code)
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1)
  expect(await readGiver(deps, opened.value.token)).toBe('once@example.jp')
  expect([await readGiver(deps, token), await readGiver(deps, undefined), await readGiver(deps, 'x'.repeat(43))]).toEqual([null, null, null])
  const { rows } = await database.db.pool.query(`SELECT (SELECT string_agg(l::text, '') FROM giver_link l) || (SELECT string_agg(s::text, '') FROM giver_session s) AS text`)
  expect(rows[0].text).not.toContain(token)
  now = new Date(now.getTime() + 2 * 3_600_000)
  expect(await readGiver(deps, opened.value.token)).toBeNull()
  await ask('once@example.jp')
  const late = tokenIn((await mailsTo('once@example.jp')).at(-1)?.body)
  now = new Date(now.getTime() + 30 * 60_000)
  expect(await openGiverSession(deps, late)).toEqual({ ok: false, code: 'giver_link_over' })
})

test('the page holds what was given from its address and nothing else: not of merged records, not by the name, not by the desk', async () => {
  const mine = [await given('mine@example.jp', { name: '支援 花子' }), await given('mine@example.jp', { name: '支援 太郎' })]
  const theirs = await given('theirs@example.jp', { name: '支援 花子' })
  const { prisma } = database.db
  const supporterOf = async (giftId: string) => id<'SupporterId'>((await prisma.onlineGift.findUniqueOrThrow({ where: { id: giftId } })).supporterId ?? '')
  const survivor = { survivorId: await supporterOf(mine[0] ?? ''), mergedId: await supporterOf(theirs) }
  expect(await mergeSupporters(deps, council.actors.accountant, await mergeInput(survivor))).toMatchObject({ ok: true })
  const page = await readGiverPage(deps, 'mine@example.jp')
  expect(page.gifts.map(({ giftId }) => giftId).toSorted()).toEqual(mine.toSorted())
  expect(page.receipts).toHaveLength(2)
  expect(JSON.stringify(page)).not.toContain('theirs@example.jp')
  expect((await readGiverPage(deps, 'theirs@example.jp')).gifts.map(({ giftId }) => giftId)).toEqual([theirs])
  expect(await readGiverPage(deps, 'nobody@example.jp')).toMatchObject({ gifts: [], receipts: [] })
})

async function mergeInput({ survivorId, mergedId }: { survivorId: string; mergedId: string }) {
  const [survivor, merged] = await Promise.all([survivorId, mergedId].map((supporterId) => database.db.prisma.supporter.findUniqueOrThrow({ where: { id: supporterId } })))
  return mergeSupportersSchema.parse({ mergeId: deps.newId(), survivorId, survivorRevision: survivor?.revision, mergedId, mergedRevision: merged?.revision, details: survivor })
}

test('a monthly gift is changed by its own giver alone: written down first, once per click, and by the worker where the answer was lost', async () => {
  const giftId = await givenMonthly('monthly@example.jp')
  const own = { email: 'monthly@example.jp' }
  const changeOf = (change: { kind: 'pause' | 'resume' | 'end' } | { kind: 'amount'; amountYen: ReturnType<typeof yen> }) => ({ giftId, changeId: deps.newId(), change })
  expect(await changeOwnRecurring(deps, 'someone@example.jp', changeOf({ kind: 'end' }))).toEqual({ ok: false, code: 'giver_gift_not_found' })
  const more = changeOf({ kind: 'amount', amountYen: yen(2_000) })
  expect([await changeOwnRecurring(deps, own.email, more), await changeOwnRecurring(deps, own.email, more)]).toEqual([{ ok: true, value: null }, { ok: true, value: null }])
  expect(await changeOwnRecurring(deps, own.email, changeOf({ kind: 'amount', amountYen: yen(2_000) }))).toEqual({ ok: false, code: 'recurring_unchanged' })
  expect(await changeOwnRecurring(deps, own.email, changeOf({ kind: 'amount', amountYen: yen(100) }))).toMatchObject({ code: 'gift_below_minimum' })
  gateway.mood = 'lost'
  expect(await changeOwnRecurring(deps, own.email, changeOf({ kind: 'pause' }))).toEqual({ ok: false, code: 'gateway_unreachable' })
  expect((await readGiverPage(deps, own.email)).gifts[0]?.recurring).toMatchObject({ state: 'active', amountYen: 2_000, isChanging: true })
  gateway.mood = 'well'
  now = new Date(now.getTime() + 60_000)
  expect(await takeUpCalls(deps)).toBe(1)
  expect((await readGiverPage(deps, own.email)).gifts[0]?.recurring).toMatchObject({ state: 'paused', isChanging: false })
  expect(await changeOwnRecurring(deps, own.email, changeOf({ kind: 'end' }))).toMatchObject({ ok: true })
  expect(await changeOwnRecurring(deps, own.email, changeOf({ kind: 'resume' }))).toEqual({ ok: false, code: 'recurring_ended' })
  expect([...gateway.done.values()].map(({ what }) => what)).toEqual(['amount', 'pause', 'end'])
  const changes = await database.db.prisma.recurringChange.findMany({ where: { giftId, by: 'giver' }, orderBy: { changedAt: 'asc' } })
  expect(changes.map(({ kind, beforeYen, afterYen }) => [kind, Number(beforeYen), Number(afterYen)])).toEqual([['amount', 1_000, 2_000], ['paused', 2_000, 2_000], ['ended', 2_000, 2_000]])
})

test('killed before any statement of a change, the same click asked for again changes the gift once', async () => {
  let cuts = 0
  for (let cutAt = 1; ; cutAt += 1) {
    const email = `killed${cutAt}@example.jp`
    const giftId = await givenMonthly(email)
    const click = { giftId, changeId: deps.newId(), change: { kind: 'pause' as const } }
    const breaking = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const killed = await changeOwnRecurring({ ...deps, db: breaking.db }, email, click).then(() => false, () => true)
    if (killed) {
      cuts += 1
      expect(await changeOwnRecurring(deps, email, click)).toEqual({ ok: true, value: null })
    }
    expect((await readGiverPage(deps, email)).gifts[0]?.recurring).toMatchObject({ state: 'paused', isChanging: false })
    expect(await database.db.prisma.recurringChange.count({ where: { giftId, kind: 'paused' } })).toBe(1)
    expect([...gateway.done.values()].filter(({ order }) => Reflect.get(Object(order), 'subscriptionId') === `sub_${count}`)).toHaveLength(1)
    if (!killed) break
  }
  // The gift, whether the click is known, the bounds, its call and the audit log; then the answer and the three things that follow.
  expect(cuts).toBe(9)
})

test('芳名 is changed for what was given, an address is told to the office, and both by the giver alone', async () => {
  const giftId = await given('details@example.jp', { consent: 'undecided' })
  const wish = { giftId, address: { postalCode: '8300001', address: '久留米市合川町1', phone: '' }, consent: { consent: 'named', printedName: 'はなこ' } } as const
  expect(await saveGiverDetails(deps, 'someone@example.jp', wish)).toEqual({ ok: false, code: 'giver_gift_not_found' })
  const awaited = await anOnlineGift(council, { email: 'details@example.jp' })
  await database.db.prisma.onlineGift.update({ where: { id: awaited }, data: { state: 'awaiting' }, select: { id: true } })
  expect(await saveGiverDetails(deps, 'details@example.jp', { ...wish, giftId: awaited })).toEqual({ ok: false, code: 'giver_address_later' })
  expect(await saveGiverDetails(deps, 'details@example.jp', wish)).toEqual({ ok: true, value: null })
  expect((await readGiverPage(deps, 'details@example.jp')).gifts.find((gift) => gift.giftId === giftId)).toMatchObject({ consent: 'named', printedName: 'はなこ', address: 'ささえ市城南町15番地3' })
  const { prisma } = database.db
  const gift = await prisma.onlineGift.findUniqueOrThrow({ where: { id: giftId }, include: { payments: true } })
  expect(await prisma.donation.findFirst({ where: { entryId: gift.payments[0]?.entryId ?? '' } })).toMatchObject({ consent: 'named', printedName: 'はなこ' })
  const contacts = await prisma.supporterContact.findMany({ where: { supporterId: gift.supporterId ?? '' } })
  expect(contacts.map(({ summary }) => summary)).toEqual(['マイページから住所変更の申し出：〒830-0001 久留米市合川町1（名簿はまだ変えていません）'])
  expect((await prisma.supporter.findUniqueOrThrow({ where: { id: gift.supporterId ?? '' } })).address).toBe('ささえ市城南町15番地3')
})
