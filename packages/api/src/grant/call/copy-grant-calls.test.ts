import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGrantCall } from '@sasaeai/testing/a-grant'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { copyGrantCalls } from './copy-grant-calls.ts'
import { listGrantCalls } from './list-grant-calls.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const nextYear = fiscalYear(2027)
const copy = () => copyGrantCalls(council.deps, council.actors.accountant, { toYear: nextYear })
const open = (copyCampaigns: boolean) =>
  openFiscalYear(council.deps, council.actors.administrator, { year: nextYear, copyCampaigns, copyHouseholds: false, copyTargets: false, copyDuesTerms: false })

test('calls come again a year later, out of the custody of the drive that follows; a second copy adds nothing', async () => {
  await aGrantCall(council, { reportDueOn: '2027-04-15', guidelines: '餅つきなど' })
  await aGrantCall(council, { name: 'サロン助成', payer: 'council', campaignId: null, expenseAccountId: council.account('助成金支出'), opensOn: '2026-04-01', closesOn: '2026-05-31' })
  await open(true)
  const outcomes = await Promise.all([copy(), copy(), copy()])
  expect(outcomes.flatMap((each) => (each.ok ? [each.value.copied] : [])).toSorted((left, right) => left - right)).toEqual([0, 0, 2])
  expect(await listGrantCalls(council.deps, nextYear)).toMatchObject([
    { name: 'サロン助成', campaignName: null, opensOn: '2027-04-01', closesOn: '2027-05-31', budgetYen: 300_000, applications: 0 },
    { name: '歳末 団体助成', campaignName: '歳末たすけあい', opensOn: '2027-10-01', closesOn: '2027-11-30', reportDueOn: '2028-04-15' },
  ])
  const copied = await database.db.prisma.grantCall.findFirstOrThrow({ where: { fiscalYear: 2027, name: '歳末 団体助成' }, include: { campaign: true } })
  expect(copied).toMatchObject({ guidelines: '餅つきなど', campaign: { fiscalYear: 2027 } })
  expect(await database.db.prisma.auditEvent.findMany({ where: { action: 'grant_call.copy' } })).toMatchObject([{ after: { copied: 2, fromYear: 2026 } }])
})

test('what cannot be used in the new year is left out by name, and the rest is copied', async () => {
  await aGrantCall(council)
  await aGrantCall(council, { name: 'サロン助成', payer: 'council', campaignId: null, expenseAccountId: council.account('助成金支出') })
  await open(false)
  expect(await copy()).toEqual({ ok: true, value: { copied: 1, leftOut: ['歳末 団体助成'] } })
  expect((await listGrantCalls(council.deps, nextYear)).map(({ name }) => name)).toEqual(['サロン助成'])
  await database.db.prisma.ledgerAccount.updateMany({ where: { name: '助成金支出' }, data: { closedOn: new Date('2027-04-01') } })
  await database.db.prisma.grantCall.deleteMany({ where: { fiscalYear: 2027 } })
  expect(await copy()).toEqual({ ok: true, value: { copied: 0, leftOut: ['歳末 団体助成', 'サロン助成'] } })
})

test('a year without grants before it has nothing to copy, and one that is not open takes none', async () => {
  await open(true)
  expect(await copy()).toEqual({ ok: false, code: 'grants_nothing_to_copy', about: '令和8年度' })
  await aGrantCall(council, { name: 'サロン助成', payer: 'council', campaignId: null, expenseAccountId: council.account('助成金支出') })
  await copyGrantCalls(council.deps, council.actors.accountant, { toYear: nextYear })
  expect(await copyGrantCalls(council.deps, council.actors.accountant, { toYear: fiscalYear(2028) })).toEqual({ ok: false, code: 'year_not_open' })
})
