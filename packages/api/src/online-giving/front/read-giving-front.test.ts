import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGateway } from '@sasaeai/testing/a-gateway'
import { aGift } from '@sasaeai/testing/a-gift'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { readGivingFront } from './read-giving-front.ts'
import { readGivingLink } from './read-giving-link.ts'

let database: TestDatabase
let council: ACouncil
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  deps = { ...council.deps, gateways: aGateway().gateways }
})
afterAll(() => database.drop())

/** A page of the site; throws when it is not there. */
async function targetOf(slug: string) {
  const found = (await readGivingFront(deps)).targets.find((target) => target.slug === slug)
  if (found === undefined) throw new Error(`no ${slug}`)
  return found
}

/** What a day of the council's work changes, without its forms. */
const change = (sql: string, values: unknown[] = []) => database.db.pool.query(sql, values)

test('the council, what can be given to and between which amounts are there for everybody', async () => {
  const front = await readGivingFront(deps)
  expect(front).toMatchObject({ isOpen: true, closedBecause: null, isDemo: true, minimumYen: 500, maximumYen: 1_000_000, receiptRule: 'each', today: '2026-10-15' })
  expect(front.council?.name).toBe('ささえ市社会福祉協議会')
  expect(front.texts.commercialDisclosure).toContain('ささえ市社会福祉協議会')
  expect(front.targets.length).toBeGreaterThan(3)
  expect(await targetOf('katsudo')).toMatchObject({ kind: 'general', isTaken: true, allowsMonthly: true, issuesReceipt: true, dues: null })
  expect(await targetOf('sanjo-kaihi')).toMatchObject({ kind: 'dues', dues: { unit: 'unit', unitYen: 1_000, payer: 'person', fiscalYear: 2026 } })
})

test('what a fund received by any way shows at once, and nothing but that is counted', async () => {
  const before = (await targetOf('kodomo-shokudo')).progress
  expect(before).toMatchObject({ collectedYen: 0 })
  const gift = aGift(council, { shares: [[council.fund('子ども食堂応援'), 3_000], [null, 500]], details: { kind: 'general' } })
  expect(await postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift })).toMatchObject({ ok: true })
  expect((await targetOf('kodomo-shokudo')).progress).toMatchObject({ collectedYen: 3_000, since: '2026-04-01' })
})

test('a change of the settings shows with the next question', async () => {
  await readGivingFront(deps)
  await change('UPDATE giving_settings SET minimum_yen = 1000, is_open = false')
  const closed = await readGivingFront(deps)
  expect(closed).toMatchObject({ isOpen: false, closedBecause: 'closed', minimumYen: 1_000 })
  expect(closed.targets.some(({ isTaken }) => isTaken)).toBe(false)
  await change('UPDATE giving_settings SET minimum_yen = 500, is_open = true')
  expect((await readGivingFront(deps)).isOpen).toBe(true)
})

test('a server without a gateway takes nothing and says so', async () => {
  expect(await readGivingFront({ db: deps.db, now: () => new Date('2026-10-16T01:00:00Z'), newId: deps.newId })).toMatchObject({ isOpen: false, closedBecause: 'no_gateway' })
})

test('a drive is taken only with its instruction and within its days; without one its page leads to the 共同募金会', async () => {
  await change(`INSERT INTO giving_target (id, kind, slug, title, campaign_id, funding_source_id, collection_method_id, payment_account_id, suggested_yen, external_url)
    VALUES ($1, 'campaign', 'akaihane', '赤い羽根共同募金', $2, $3, $4, $5, '{500,1000}', 'https://www.akaihane.or.jp/')`,
  [deps.newId(), council.campaign('赤い羽根共同募金'), council.source('共同募金'), council.method('戸別募金'), council.paymentAccount('council')])
  const drive = { kind: 'campaign', isTaken: false, notTakenBecause: 'not_instructed', externalUrl: 'https://www.akaihane.or.jp/', issuesReceipt: false }
  expect(await targetOf('akaihane')).toMatchObject({ ...drive, suggestedYen: [500, 1_000], progress: { collectedYen: 0, targetYen: null, since: '2026-10-01' } })
  await change(`UPDATE giving_target SET instruction = '第12号', instructed_on = '2026-09-01' WHERE slug = 'akaihane'`)
  expect(await targetOf('akaihane')).toMatchObject({ isTaken: true, notTakenBecause: null })
  await change(`UPDATE giving_target SET closes_on = '2026-10-14' WHERE slug = 'akaihane'`)
  expect(await targetOf('akaihane')).toMatchObject({ isTaken: false, notTakenBecause: 'over', closesOn: localDate('2026-10-14') })
})

test('a short link opens its page with what it fills in, until it is closed', async () => {
  await change(`INSERT INTO giving_link (id, code, label, target_id, area_id, amount_yen) VALUES ($1, 'h4v9ra', '日吉校区だより', $2, $3, 1000)`,
    [deps.newId(), council.givingTarget('katsudo'), council.area('日吉校区')])
  expect(await readGivingLink(deps, 'h4v9ra')).toEqual({ slug: 'katsudo', amountYen: 1_000, areaName: '日吉校区' })
  await change(`UPDATE giving_link SET closed_on = '2026-10-15' WHERE code = 'h4v9ra'`)
  expect([await readGivingLink(deps, 'h4v9ra'), await readGivingLink(deps, 'zzzz')]).toEqual([null, null])
})
