import { id, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { mergeSupportersSchema } from '@sasaeai/domain/supporter/merge/merge-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGateway } from '@sasaeai/testing/a-gateway'
import { type AnOnlineGift, anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { applyAndCare } from '@sasaeai/testing/apply-events'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { voidReceipt } from '../../receipt/void-receipt.ts'
import { mergeSupporters } from '../../supporter/merge/merge-supporters.ts'
import { issueOwnYear } from './issue-own-year.ts'
import { readGiverPage } from './read-giver-page.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps
let now: Date

const duringTheYear = new Date('2026-10-15T01:00:00Z')
const afterTheYear = new Date('2027-01-20T01:00:00Z')
const calendarYear = 2026

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  now = duringTheYear
  deps = { ...council.deps, now: () => now, gateways: { of: aGateway().gateways.of, verify: tellingGateways().verify } }
  await setRule('annual')
})

const setRule = (rule: string, basis = 'paid_on') => database.db.pool.query('UPDATE giving_settings SET receipt_rule = $1::giving_receipt_rule, tax_date_basis = $2::tax_date_basis', [rule, basis])

let count = 0

/** A gift of 3,000 yen by card, paid and cared for in October; who it is booked for. */
async function given(email: string, gift: AnOnlineGift = {}): Promise<SupporterId> {
  const giftId = await anOnlineGift(council, { email, ...gift })
  count += 1
  await tell(deps, [gatewaySays.paid({ giftId, sessionId: `cs_y${count}`, paymentIntentId: `pi_y${count}`, amountYen: 3_000, at: '2026-10-15T00:00:00Z' })])
  await applyAndCare(deps)
  const { supporterId } = await database.db.prisma.onlineGift.findUniqueOrThrow({ where: { id: giftId } })
  return id(supporterId ?? '')
}

/** The same giver hands in an envelope at the desk. */
function givenAtTheDesk(supporterId: SupporterId) {
  return bookSlip(council, aSlip(council, { fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, supporterId, amountYen: yen(5_000), count: 1 }))
}

const statementsOf = (supporterId: SupporterId) => database.db.prisma.receipt.findMany({ where: { supporterId, calendarYear }, orderBy: { receiptNumber: 'asc' } })
const yearsOf = async (email: string) => (await readGiverPage(deps, email)).years
const notHere = { ok: false, code: 'giver_year_not_here' }

test('asked for twice, and by two requests at once, it is one statement with one number, and the page shows it', async () => {
  const email = 'own@example.jp'
  const supporterId = await given(email)
  await given(email)
  now = afterTheYear
  expect(await yearsOf(email)).toEqual([{ calendarYear, state: 'open' }])
  const answers = await Promise.all([1, 2, 3].map(() => issueOwnYear(deps, email, calendarYear)))
  expect([...answers, await issueOwnYear(deps, email, calendarYear)]).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: null })))
  const [statement, ...others] = await statementsOf(supporterId)
  expect(others).toEqual([])
  expect(statement).toMatchObject({ amountYen: 6_000n, runId: null, voidedAt: null, issuedOn: new Date('2027-01-20') })
  const page = await readGiverPage(deps, email)
  expect(page.receipts).toMatchObject([{ number: statement?.printedNumber, calendarYear, amountYen: 6_000, issuedOn: '2027-01-20' }])
  expect(page.years).toEqual([])
  // The next number is the next giver's: what was refused took none.
  const next = await given('next@example.jp', { name: '支援 次郎' })
  expect(await issueOwnYear(deps, 'next@example.jp', calendarYear)).toMatchObject({ ok: true })
  expect((await statementsOf(next)).map(({ receiptNumber }) => receiptNumber)).toEqual([(statement?.receiptNumber ?? 0) + 1])
})

test('there is none of the year that is running until it is over in Tokyo, and none where each payment has its receipt', async () => {
  const email = 'running@example.jp'
  const supporterId = await given(email)
  now = new Date('2026-12-31T14:59:59Z')
  expect([await yearsOf(email), await issueOwnYear(deps, email, calendarYear)]).toMatchObject([[], notHere])
  now = new Date('2026-12-31T15:00:00Z')
  await setRule('each')
  expect([await yearsOf(email), await issueOwnYear(deps, email, calendarYear)]).toMatchObject([[], notHere])
  expect(await statementsOf(supporterId)).toEqual([])
  await setRule('on_request')
  expect([await yearsOf(email), await issueOwnYear(deps, email, 2025)]).toMatchObject([[{ calendarYear, state: 'open' }], notHere])
  expect(await issueOwnYear(deps, email, calendarYear)).toMatchObject({ ok: true })
})

test('it is for nobody else, and stands for nothing that was given at the desk or from another address: then the office is asked', async () => {
  const mine = await given('mine@example.jp', { name: '支援 花子' })
  const theirs = await given('theirs@example.jp', { name: '支援 太郎' })
  const desk = await given('desk@example.jp', { name: '支援 三郎' })
  await givenAtTheDesk(desk)
  now = afterTheYear
  expect([await yearsOf('nobody@example.jp'), await issueOwnYear(deps, 'nobody@example.jp', calendarYear)]).toMatchObject([[], notHere])
  expect([await yearsOf('desk@example.jp'), await issueOwnYear(deps, 'desk@example.jp', calendarYear)]).toMatchObject([[{ calendarYear, state: 'office' }], notHere])
  const [survivor, merged] = await Promise.all([mine, theirs].map((supporterId) => database.db.prisma.supporter.findUniqueOrThrow({ where: { id: supporterId } })))
  const merging = mergeSupportersSchema.parse({ mergeId: deps.newId(), survivorId: mine, survivorRevision: survivor?.revision, mergedId: theirs, mergedRevision: merged?.revision, details: survivor })
  expect(await mergeSupporters(deps, council.actors.accountant, merging)).toMatchObject({ ok: true })
  for (const email of ['mine@example.jp', 'theirs@example.jp']) {
    expect([await yearsOf(email), await issueOwnYear(deps, email, calendarYear)]).toMatchObject([[{ calendarYear, state: 'office' }], notHere])
  }
  expect(await Promise.all([mine, theirs, desk].map(statementsOf))).toEqual([[], [], []])
})

test('what comes in between the look and the act: an envelope keeps it from being issued, a gift of the same address stands in it', async () => {
  const [atDesk, online] = [await given('envelope@example.jp', { name: '支援 四郎' }), await given('late@example.jp', { name: '支援 五郎' })]
  now = afterTheYear
  expect(await issueOwnYear(meanwhile(() => givenAtTheDesk(atDesk)), 'envelope@example.jp', calendarYear)).toMatchObject(notHere)
  expect([await statementsOf(atDesk), await yearsOf('envelope@example.jp')]).toEqual([[], [{ calendarYear, state: 'office' }]])
  expect(await issueOwnYear(meanwhile(() => given('late@example.jp', { name: '支援 五郎' })), 'late@example.jp', calendarYear)).toMatchObject({ ok: true })
  expect(await statementsOf(online)).toMatchObject([{ amountYen: 6_000n }])
})

test('without an address to print it is not issued, and the giver is told so', async () => {
  const email = 'nowhere@example.jp'
  const supporterId = await given(email, { name: '支援 七郎' })
  const moveTo = (address: string) => database.db.prisma.supporter.update({ where: { id: supporterId }, data: { address }, select: { id: true } })
  await moveTo('')
  now = afterTheYear
  expect([await yearsOf(email), await issueOwnYear(deps, email, calendarYear)]).toMatchObject([[{ calendarYear, state: 'address' }], notHere])
  await moveTo('ささえ市本町2番')
  expect(await issueOwnYear(deps, email, calendarYear)).toMatchObject({ ok: true })
})

test('it waits for a payment whose 入金日 is not known yet, and a year whose statement was made void is the office’s', async () => {
  const email = 'waiting@example.jp'
  await setRule('annual', 'deposited_on')
  const supporterId = await given(email, { name: '支援 六郎' })
  now = afterTheYear
  expect([await yearsOf(email), await issueOwnYear(deps, email, calendarYear)]).toMatchObject([[{ calendarYear, state: 'later' }], notHere])
  await database.db.pool.query(`UPDATE online_payment SET care = 'done' WHERE gift_id IN (SELECT id FROM online_gift WHERE email = $1)`, [email])
  expect(await issueOwnYear(deps, email, calendarYear)).toMatchObject({ ok: true })
  const [statement] = await statementsOf(supporterId)
  await voidReceipt(deps, council.actors.accountant, { receiptId: id(statement?.id ?? ''), reason: '宛名の誤り' })
  expect([await yearsOf(email), await issueOwnYear(deps, email, calendarYear)]).toMatchObject([[{ calendarYear, state: 'office' }], notHere])
  // A gift that is booked after the statement of its year is receipted by the office as well.
  await given('own@example.jp')
  expect(await yearsOf('own@example.jp')).toEqual([{ calendarYear, state: 'office' }])
})

/** Lets something be booked once the gifts of the year were looked at, right before the transaction that issues. */
function meanwhile(happens: () => Promise<unknown>): Deps {
  const { prisma } = database.db
  let hasHappened = false
  const held = new Proxy(prisma, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name)
      return async (...parts: Parameters<typeof prisma.$transaction>) => {
        if (!hasHappened) {
          hasHappened = true
          await happens()
        }
        return Reflect.apply(prisma.$transaction, prisma, parts)
      }
    },
  })
  return { ...deps, db: { ...database.db, prisma: held } }
}
