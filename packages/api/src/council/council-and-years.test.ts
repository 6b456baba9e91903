import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { councilDetailsSchema } from '@sasaeai/domain/council/council-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportFiscalYears } from '../document/export-fiscal-years.ts'
import { closePeriod, reopenPeriod } from './close-period.ts'
import { listFiscalYears, readCouncil } from './council-queries.ts'
import { openFiscalYear } from './open-fiscal-year.ts'
import { saveCouncilDetails } from './save-council-details.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const october = { firstDay: localDate('2026-10-01') }
const nothing = { copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }
const everything = { copyCampaigns: true, copyHouseholds: true, copyTargets: true, copyDuesTerms: true }

test('the next year opens with twelve months, and with last year’s drives, households and targets where asked', async () => {
  const { deps, actors } = council
  const { prisma } = database.db
  await prisma.areaHousehold.create({
    data: { areaId: council.area('日吉校区'), fiscalYear: 2026, basis: 'resident_register', households: 1250, asOf: new Date('2026-04-01') },
  })
  await prisma.fundingTarget.create({
    data: { id: deps.newId(), fiscalYear: 2026, fundingSourceId: council.source('社協会費'), targetYen: 20_000_000 },
  })
  expect(await openFiscalYear(deps, actors.administrator, { year: fiscalYear(2027), ...everything })).toEqual({
    ok: true, value: { campaigns: 2, households: 1, targets: 1, terms: 4 },
  })
  const [opened] = await listFiscalYears(deps)
  expect(opened).toMatchObject({ year: 2027, months: [{ firstDay: '2027-04-01', closedAt: null }, ...Array.from({ length: 11 }, () => ({}))] })
  const chest = await prisma.campaign.findFirstOrThrow({ where: { fiscalYear: 2027, code: '1' } })
  expect([chest.opensOn, chest.closesOn]).toEqual([new Date('2027-10-01'), new Date('2028-03-31')])
  const copied = await prisma.areaHousehold.findFirstOrThrow({ where: { fiscalYear: 2027 } })
  expect(copied.asOf).toEqual(new Date('2026-04-01'))
})

test('years open one beside the other, and each only once', async () => {
  const { deps, actors } = council
  const open = (year: number) => openFiscalYear(deps, actors.administrator, { year: fiscalYear(year), ...nothing })
  expect(await open(2028)).toMatchObject({ code: 'year_not_adjacent' })
  expect(await open(2026)).toMatchObject({ code: 'year_already_open' })
  expect(await open(2025)).toMatchObject({ ok: true })
  const twice = await Promise.all([open(2027), open(2027)])
  expect(twice.filter((outcome) => outcome.ok)).toHaveLength(1)
})

test('closing and reopening a month is written down with who, when and why', async () => {
  const { deps, actors } = council
  expect(await closePeriod(deps, actors.accountant, october)).toMatchObject({ ok: true })
  expect(await closePeriod(deps, actors.accountant, october)).toMatchObject({ code: 'period_already_closed' })
  const months = (await listFiscalYears(deps))[0]?.months
  expect(months?.find((month) => month.firstDay === '2026-10-01')).toMatchObject({ closedByName: '会計担当' })
  const listed = await csvRows(exportFiscalYears(deps, { format: 'csv' }))
  expect(listed.filter(([year]) => year === '令和8年度').slice(6, 8).map((line) => [line[1], line[2], line[4], line[5]]))
    .toEqual([['令和8年10月', '締め済み', '会計担当', '0'], ['令和8年11月', '記帳できます', '', '0']])
  const reason = '10月分の寄附を1件記帳し忘れたため'
  expect(await reopenPeriod(deps, actors.accountant, { ...october, reason })).toMatchObject({ ok: true })
  expect(await reopenPeriod(deps, actors.accountant, { ...october, reason })).toMatchObject({ code: 'period_not_closed' })
  const events = await database.db.prisma.auditEvent.findMany({ where: { subjectKind: 'fiscal_period' }, orderBy: { id: 'asc' } })
  expect(events).toMatchObject([
    { action: 'fiscal_period.close', subjectId: '2026-10-01' },
    { action: 'fiscal_period.reopen', subjectId: '2026-10-01', reason },
  ])
})

test('a month of a year that is not open cannot be closed', async () => {
  const march = { firstDay: localDate('2026-03-01') }
  expect(await closePeriod(council.deps, council.actors.accountant, march)).toEqual({ ok: false, code: 'period_missing' })
})

test('a closing waits for an entry that is being posted into the month', async () => {
  const { deps, actors } = council
  const posting = await database.db.pool.connect()
  await posting.query('BEGIN')
  // What the database's own guard of new entries does.
  await posting.query(`SELECT 1 FROM fiscal_period WHERE first_day = '2026-10-01' FOR SHARE`)
  let isClosed = false
  const closing = closePeriod(deps, actors.accountant, october).then((outcome) => {
    isClosed = outcome.ok
  })
  await pause(200)
  expect(isClosed).toBe(false)
  await posting.query('COMMIT')
  posting.release()
  await closing
  expect(isClosed).toBe(true)
})

test('the council’s details are changed with an audit event, and money goes only into an open asset account', async () => {
  const { deps, actors } = council
  const details = councilDetailsSchema.parse({ ...(await readCouncil(deps)), phone: '0942-34-3035', postalCode: '830-0001' })
  expect(await saveCouncilDetails(deps, actors.administrator, details)).toMatchObject({ ok: true })
  expect(await readCouncil(deps)).toMatchObject({ phone: '0942-34-3035', postalCode: '8300001', isDemo: true })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'council.update' } })).toMatchObject({
    before: { phone: '', postalCode: '' }, after: { phone: '0942-34-3035', postalCode: '8300001' },
  })
  for (const name of ['会費収入', '現金預金']) {
    const misdirected = { ...details, defaultCashAccountId: council.account(name) }
    expect(await saveCouncilDetails(deps, actors.administrator, misdirected)).toEqual({
      ok: false, code: 'cash_account_unusable', field: 'defaultCashAccountId',
    })
  }
})
