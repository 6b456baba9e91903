import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase } from '@sasaeai/testing/test-database'
import { expect, test, vi } from 'vitest'
import { lastKnownSums } from '../ledger/kept-sums.ts'
import { ofNow } from '../ledger/report-moment.ts'
import { yearSums } from './dashboard-sums.ts'
import { readExecutivePage } from './executive/read-executive-page.ts'
import { indicatorYearSums } from './indicator/indicator-sums.ts'
import { startReadAhead } from './read-ahead.ts'

test('after a start the sums of the board’s pages are kept before anybody asks, and what is posted afterwards is in them', async () => {
  const { db, drop } = await createTestDatabase()
  const council = await aCouncil(db)
  const onFault = vi.fn()
  const today = localDate('2026-10-12')
  const question = { fiscalYear: fiscalYear(2026) }
  const reading = startReadAhead({ deps: { ...council.deps, now: () => new Date('2026-10-12T03:00:00Z') }, afterMs: 0, onFault })
  await vi.waitFor(() => expect(lastKnownSums(db, indicatorYearSums)).toBeDefined(), { timeout: 20_000 })
  await reading.stop()
  expect(lastKnownSums(db, yearSums(question.fiscalYear, today))).toBeDefined()
  const before = await readExecutivePage(council.deps, { ...question, asOf: today }, ofNow)
  await bookSlip(council, aSlip(council, { entryDate: today }))
  const after = await readExecutivePage(council.deps, { ...question, asOf: today }, ofNow)
  expect(after.headlines[0]?.thisYen).toBeGreaterThan(before.headlines[0]?.thisYen ?? 0)
  expect(onFault).not.toHaveBeenCalled()
  await drop()
})

test('a council that has not been set up yet is no fault', async () => {
  const { db, drop } = await createTestDatabase('empty')
  const onFault = vi.fn()
  const reading = startReadAhead({ deps: { db, now: () => new Date('2026-10-12T03:00:00Z'), newId: () => '' }, afterMs: 0, onFault })
  await vi.waitFor(() => expect(lastKnownSums(db, indicatorYearSums)).toBeDefined(), { timeout: 20_000 })
  await reading.stop()
  expect(onFault).not.toHaveBeenCalled()
  await drop()
})
