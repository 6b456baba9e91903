import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aFundUse, giveToFund } from '@sasaeai/testing/a-fund-use'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { payFromCustody } from '@sasaeai/testing/pay-from-custody'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useFund } from '../../donation/fund/use-fund.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { publicTotalsText } from './public-totals-text.ts'

let database: TestDatabase
let council: ACouncil
/** Each test asks a minute and more after the one before, whose answer is no longer fresh. */
let minutes = 0

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
beforeEach(() => {
  minutes += 2
})
afterAll(() => database.drop())

function later() {
  const at = new Date(council.deps.now().getTime() + minutes * 60_000)
  return { ...council.deps, now: () => at }
}

async function totals() {
  minutes += 2
  const { text, tag } = await publicTotalsText(later())
  return { ...JSON.parse(text), tag }
}

const lineOf = (answer: { received: { category: string }[] }, category: string) => answer.received.find((line) => line.category === category)

test('before anything has come in, every kind of money stands there with nothing', async () => {
  expect(await totals()).toMatchObject({
    council: 'ささえ市社会福祉協議会', isDemo: true, fiscalYear: 2026, asOf: '2026-10-15', used: [],
    received: [
      { category: 'membership_dues', name: '社協会費', amountYen: 0, lastYearYen: 0, handedOnYen: 0 },
      { category: 'community_chest', name: '共同募金', amountYen: 0 },
      { category: 'year_end_mutual_aid', name: '歳末たすけあい', amountYen: 0 },
      { category: 'donation', name: '寄附金', amountYen: 0 },
    ],
  })
})

test('what the books hold is what the public reads: received, handed on, used; nothing of a day to come, and nothing undone', async () => {
  const { deps, actors } = council
  await bookSlip(council, aSlip(council))
  const undone = await bookSlip(council, aSlip(council, { amountYen: yen(1_000), count: 2 }))
  expect(await reverseEntry(deps, actors.accountant, { entryId: undone.id, reversalDate: localDate('2026-10-15'), reason: '二重' })).toMatchObject({ ok: true })
  await bookSlip(council, aChestSlip(council))
  await payFromCustody(council, { campaign: '赤い羽根共同募金', account: '預り金（共同募金）', on: localDate('2026-10-10'), amountYen: 20_000, description: '送金' })
  await giveToFund(council, ['子ども食堂応援', 50_000])
  await giveToFund(council, ['子ども食堂応援', 7_000, '2026-10-16'])
  expect(await useFund(deps, actors.accountant, aFundUse(council, { usedOn: localDate('2026-10-15') }))).toMatchObject({ ok: true })
  const answer = await totals()
  expect(lineOf(answer, 'membership_dues')).toMatchObject({ amountYen: 25_500 })
  expect(lineOf(answer, 'community_chest')).toMatchObject({ amountYen: 62_500, handedOnYen: 20_000 })
  expect(lineOf(answer, 'donation')).toMatchObject({ amountYen: 50_000 })
  expect(answer.used).toEqual([{ name: '子ども食堂応援', amountYen: 12_000 }])
})

test('an answer is given again for a minute, and says something else with another tag', async () => {
  const before = await totals()
  await giveToFund(council, ['移送サービス', 3_000])
  expect((await publicTotalsText(later())).tag).toBe(before.tag)
  const after = await totals()
  expect(lineOf(after, 'donation')).toMatchObject({ amountYen: 53_000 })
  expect(after.tag).not.toBe(before.tag)
})

test('it names nobody: neither areas nor givers nor single gifts', async () => {
  const { text } = await publicTotalsText(later())
  expect(text).not.toMatch(/校区|自治会|さん|様/)
})
