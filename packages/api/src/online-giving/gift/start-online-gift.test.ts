import type { Db } from '@sasaeai/db/database'
import { proofChallengeSchema } from '@sasaeai/domain/online-giving/abuse/proof'
import { beginProof } from '@sasaeai/domain/online-giving/abuse/solve-proof'
import { startGiftSchema } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import { aCouncil } from '@sasaeai/testing/a-council'
import { type AGateway, aGateway } from '@sasaeai/testing/a-gateway'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { issueChallenge } from '../abuse/issue-challenge.ts'
import { takeUpCalls } from '../call/take-up-calls.ts'
import { startOnlineGift } from './start-online-gift.ts'

let database: TestDatabase
let deps: Deps
let gateway: AGateway
let now: Date

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  const council = await aCouncil(database.db)
  gateway = aGateway()
  now = new Date('2026-10-15T01:00:00Z')
  deps = { ...council.deps, now: () => now, gateways: gateway.gateways }
  await database.db.pool.query('DELETE FROM rate_limit')
  await database.db.pool.query('UPDATE giving_settings SET challenges_everyone = false, is_open = true, starts_per_hour = 300, starts_per_address_hour = 10, starts_per_visit_hour = 5')
})

/** What a device does while its giver fills the form in. */
async function aProof(level: 'usual' | 'raised' = 'usual'): Promise<string> {
  const next = beginProof(proofChallengeSchema.parse(JSON.parse(JSON.stringify(await issueChallenge(deps, level)))))
  return next(10_000) ?? ''
}

async function aStart(change: object = {}) {
  const giver = { kind: 'person', name: '支援 花子', email: 'hanako@example.jp' }
  return startGiftSchema.parse({ giftId: deps.newId(), visitId: deps.newId(), slug: 'katsudo', frequency: 'once', amountYen: 3000, giver, receiptWish: 'pdf', proof: await aProof(), ...change })
}

const visitor = { address: '203.0.113.7', origin: 'https://give.example.jp' }
const start = (gift: Awaited<ReturnType<typeof aStart>>, as: Deps = deps) => startOnlineGift(as, visitor, gift)

/** What stands in the database of a gift, and what happened at the gateway because of it. */
async function traces(giftId: string) {
  const { rows } = await database.db.pool.query(
    `SELECT g.state, g.amount_yen AS "amountYen", g.session_id AS "sessionId", c.state AS call, c.id AS "callId" FROM online_gift g JOIN gateway_call c ON c.gift_id = g.id WHERE g.id = $1`,
    [giftId],
  )
  return { rows, sessions: [...gateway.done.values()].filter(({ order }) => Reflect.get(Object(order), 'giftId') === giftId).length }
}

test('a gift is written down, a pay page is opened under its key, and its secret is not in the database', async () => {
  const gift = await aStart()
  const started = await start(gift)
  if (!started.ok) throw new Error(started.code)
  const { rows: [row], sessions } = await traces(gift.giftId)
  expect(row).toMatchObject({ state: 'started', amountYen: 3_000, call: 'answered', sessionId: `cs_${row.callId}` })
  expect(started.value.url).toBe(`https://pay.example.jp/cs_${row.callId}`)
  expect(sessions).toBe(1)
  expect(gateway.requests[0]).toMatchObject({
    what: 'checkout', key: row.callId,
    order: { giftId: gift.giftId, amountYen: 3_000, frequency: 'once', email: 'hanako@example.jp', locale: 'ja', cancelUrl: 'https://give.example.jp/give/katsudo', successUrl: `https://give.example.jp/thanks/${gift.giftId}#${started.value.access}` },
  })
  const { rows: dump } = await database.db.pool.query(`SELECT to_jsonb(g)::text || to_jsonb(c)::text AS text FROM online_gift g JOIN gateway_call c ON c.gift_id = g.id WHERE g.id = $1`, [gift.giftId])
  expect(dump[0].text).not.toContain(started.value.access)
})

test('a double click at the same moment is one gift with one pay page', async () => {
  const gift = await aStart()
  const clicks = await Promise.all([start(gift), start(gift), start(gift)])
  expect(new Set(clicks.map((click) => (click.ok ? click.value.url : click.code))).size).toBe(1)
  expect(clicks.every(({ ok }) => ok)).toBe(true)
  expect(await traces(gift.giftId)).toMatchObject({ rows: [{ call: 'answered' }], sessions: 1 })
})

test('the same gift with another content is refused, and the first stays as it is', async () => {
  const gift = await aStart()
  await start(gift)
  const others = [{ ...gift, amountYen: 5000 }, { ...gift, giver: { ...gift.giver, email: 'taro@example.jp' } }, { ...gift, message: '追加' }]
  for (const other of others) expect(await start(startGiftSchema.parse(other))).toEqual({ ok: false, code: 'gift_started_otherwise' })
  expect((await traces(gift.giftId)).rows).toMatchObject([{ amountYen: 3_000 }])
})

test('who comes back after paying is led to the page of thanks, but only while they may still be at it', async () => {
  const gift = await aStart()
  const first = await start(gift)
  await database.db.prisma.onlineGift.update({ where: { id: gift.giftId }, data: { state: 'paid' }, select: { id: true } })
  if (!first.ok) throw new Error(first.code)
  const { access } = first.value
  expect(await start(gift)).toEqual({ ok: true, value: { url: `https://give.example.jp/thanks/${gift.giftId}#${access}`, access } })
  now = new Date(now.getTime() + 2 * 3_600_000)
  expect(await start(gift)).toEqual({ ok: false, code: 'gift_done' })
})

test('an answer that was lost is asked for again under the same key, by the giver or by the worker', async () => {
  for (const who of ['giver', 'worker'] as const) {
    const gift = await aStart({ giver: { kind: 'person', name: '支援 花子', email: `${who}@example.jp` } })
    gateway.mood = 'lost'
    expect(await start(gift)).toEqual({ ok: false, code: 'gateway_unreachable' })
    expect(await traces(gift.giftId)).toMatchObject({ rows: [{ state: 'started', call: 'wanted', sessionId: null }], sessions: 1 })
    gateway.mood = 'well'
    now = new Date(now.getTime() + 120_000)
    if (who === 'worker') expect(await takeUpCalls(deps)).toBe(1)
    else expect(await start(gift)).toMatchObject({ ok: true })
    expect(await traces(gift.giftId)).toMatchObject({ rows: [{ call: 'answered' }], sessions: 1 })
  }
})

test('what the gateway refuses for good is told, and the gift is over', async () => {
  const gift = await aStart()
  gateway.mood = 'refuses'
  expect(await start(gift)).toMatchObject({ ok: false, code: 'gateway_refused' })
  gateway.mood = 'well'
  expect(await start(gift)).toMatchObject({ ok: false, code: 'gateway_refused' })
  expect(await traces(gift.giftId)).toMatchObject({ rows: [{ state: 'failed', call: 'refused' }], sessions: 0 })
})

test('a call that nobody could make within its time is given up', async () => {
  const gift = await aStart()
  gateway.mood = 'down'
  await start(gift)
  now = new Date(now.getTime() + 95 * 60_000)
  expect(await takeUpCalls(deps)).toBe(1)
  expect((await traces(gift.giftId)).rows).toMatchObject([{ state: 'failed', call: 'refused' }])
  expect(await takeUpCalls(deps)).toBe(0)
})

test('killed before any statement of any transaction, the same gift asked for again is one gift with one pay page', async () => {
  let cuts = 0
  for (let cutAt = 1; ; cutAt += 1) {
    await database.db.pool.query('DELETE FROM rate_limit')
    const gift = await aStart()
    const breaking = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const killed = await start(gift, { ...deps, db: breaking.db }).then(() => false, () => true)
    if (!killed) break
    cuts += 1
    const again = await start(gift)
    expect(again).toMatchObject({ ok: true })
    expect(await traces(gift.giftId)).toMatchObject({ rows: [{ state: 'started', call: 'answered' }], sessions: 1 })
  }
  // The gift, the two of its proof, its call; the answer, and the pay page.
  expect(cuts).toBe(6)
})

test('a proof counts once, for ten minutes, and only when it was made for as much work as is asked for', async () => {
  const gift = await aStart()
  await start(gift)
  expect(await start(await aStart({ proof: gift.proof }))).toEqual({ ok: false, code: 'proof_refused' })
  const late = await aStart()
  now = new Date(now.getTime() + 600_000)
  expect(await start(late)).toEqual({ ok: false, code: 'proof_refused' })
  const easy = await aStart()
  await database.db.pool.query('UPDATE giving_settings SET challenges_everyone = true')
  expect(await start(easy)).toEqual({ ok: false, code: 'proof_refused' })
  expect(await start(await aStart({ proof: await aProof('raised') }))).toMatchObject({ ok: true })
})

test('what was not signed here, or was tampered with, is no proof', async () => {
  const proof = await aProof()
  const easier = proof.replace('"cost":20', '"cost":200')
  const longer = proof.replace(/"expires":\d+/, '"expires":9999999999')
  const guessed = proof.replace(/"counter":\d+,"derivedKey":"../, '"counter":1,"derivedKey":"00')
  for (const forged of ['', 'x', '{}', easier, longer, guessed]) expect(await start(await aStart({ proof: forged }))).toEqual({ ok: false, code: 'proof_refused' })
})

test('who starts too many from one place or for one address is told to wait; what is asked of everybody rises by itself', async () => {
  const givers = (index: number) => ({ giver: { kind: 'person', name: '支援 花子', email: `giver${index}@example.jp` } })
  await database.db.pool.query('UPDATE giving_settings SET starts_per_address_hour = 4')
  for (let index = 0; index < 4; index += 1) {
    // From half of what one address may start, more is asked for.
    const proof = await aProof(index < 2 ? 'usual' : 'raised')
    expect(await start(await aStart({ ...givers(index), proof }))).toMatchObject({ ok: true })
  }
  expect(await start(await aStart({ ...givers(4), proof: await aProof('raised') }))).toEqual({ ok: false, code: 'too_many_attempts', about: '60分' })
  now = new Date(now.getTime() + 3_600_000)
  expect(await start(await aStart(givers(5)))).toMatchObject({ ok: true })
  await database.db.pool.query('UPDATE giving_settings SET starts_per_hour = 1')
  expect(await start(await aStart(givers(6)))).toEqual({ ok: false, code: 'proof_refused' })
})

test('who starts too many in one tab is told to wait, from whichever network; another tab is somebody else', async () => {
  const visitId = deps.newId()
  const from = (index: number) => ({ giver: { kind: 'person', name: '支援 花子', email: `tab${index}@example.jp` }, visitId })
  const startFrom = async (index: number, change: object = {}) =>
    startOnlineGift(deps, { ...visitor, address: `198.51.100.${index}` }, await aStart({ ...from(index), proof: await aProof('raised'), ...change }))
  await database.db.pool.query('UPDATE giving_settings SET starts_per_visit_hour = 3')
  expect(await startFrom(0, { proof: await aProof() })).toMatchObject({ ok: true })
  expect(await startFrom(1)).toMatchObject({ ok: true })
  expect(await startFrom(2, { proof: await aProof() })).toEqual({ ok: false, code: 'proof_refused' })
  expect(await startFrom(2)).toMatchObject({ ok: true })
  expect(await startFrom(3)).toEqual({ ok: false, code: 'too_many_attempts', about: '60分' })
  expect(await startFrom(4, { visitId: deps.newId() })).toMatchObject({ ok: true })
})

test('a closed site, a page that is not taken and a wish that the page does not have are refused before anything is written', async () => {
  await database.db.pool.query('UPDATE giving_settings SET is_open = false')
  expect(await start(await aStart())).toEqual({ ok: false, code: 'giving_closed' })
  await database.db.pool.query('UPDATE giving_settings SET is_open = true')
  expect(await start(await aStart({ slug: 'nowhere' }))).toEqual({ ok: false, code: 'giving_target_not_taken' })
  expect(await start(await aStart({ amountYen: 499 }))).toMatchObject({ code: 'gift_below_minimum', about: '500円' })
  const dues = { slug: 'sanjo-kaihi', amountYen: null, units: 2 }
  expect(await start(await aStart({ ...dues, frequency: 'monthly' }))).toMatchObject({ code: 'gift_not_monthly' })
  expect(await start(await aStart({ ...dues, giver: { kind: 'anonymous', email: 'a@example.jp' }, receiptWish: 'none' }))).toMatchObject({ code: 'gift_dues_need_name' })
  const before = await countGifts(database.db)
  const paid = await start(await aStart(dues))
  expect(paid).toMatchObject({ ok: true })
  expect(await countGifts(database.db)).toBe(before + 1)
  expect(gateway.requests.at(-1)?.order).toMatchObject({ amountYen: 2_000, name: expect.stringContaining('（2口）') })
})

async function countGifts({ pool }: Db): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*) AS count FROM online_gift')
  return rows[0]?.count ?? 0
}
