import { localDate } from '@sasaeai/domain/calendar/local-date'
import { contributionSchema } from '@sasaeai/domain/ledger/contribution'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePeriod, reopenPeriod } from '../council/close-period.ts'
import { postContribution } from './post-contribution.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('a closed month takes no entry, its neighbours do, and it takes them again once reopened', async () => {
  const { deps, actors } = council
  const september = { firstDay: localDate('2026-09-01') }
  const give = (day: string) =>
    postContribution(deps, actors.accountant, {
      ...contributionSchema.parse({
        entryDate: localDate(day),
        cashAccountId: council.account('現金'),
        fundingSourceId: council.source('寄附金'),
        amountYen: 3_000,
      }),
      slipId: deps.newId(),
    })
  await closePeriod(deps, actors.accountant, september)
  expect(await give('2026-09-30')).toMatchObject({ ok: false, code: 'period_closed', field: 'entryDate' })
  expect(await give('2026-10-01')).toMatchObject({ ok: true })
  await reopenPeriod(deps, actors.accountant, { ...september, reason: '寄附1件の記帳漏れ' })
  expect(await give('2026-09-30')).toMatchObject({ ok: true })
})
