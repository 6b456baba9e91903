import { localDate } from '@sasaeai/domain/calendar/local-date'
import { outreachDetailsSchema, type OutreachDetails } from '@sasaeai/domain/membership-dues/outreach/outreach-input'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { exportOutreach } from './export-outreach.ts'
import { listOutreach } from './list-outreach.ts'
import { removeOutreach, saveOutreach } from './save-outreach.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

function briefing(heldOn: string, more: Partial<OutreachDetails> = {}): OutreachDetails {
  return outreachDetailsSchema.parse({ heldOn, kind: 'association_briefing', title: '社協説明会', areaId: council.area('日吉校区'), attendees: '24', ...more })
}

function save(details: OutreachDetails) {
  return saveOutreach(council.deps, council.actors.receptionist, { change: null, details })
}

const list = (at?: ReportMoment) => listOutreach(council.deps, { fiscalYear: council.fiscalYear }, at)

test('beside an event stands what its area brought in that year; the next one only once it has begun', async () => {
  await save(briefing('2026-05-14'))
  await bookSlip(council, aSlip(council))
  expect((await list()).events).toMatchObject([{ title: '社協説明会', areaName: '日吉校区', attendees: 24, dues: { yearYen: 25_500, nextYen: null } }])
  const then = await list()
  const at = await readReportMoment(council.deps, await momentOfBooks(database.db))
  expect(await list(at)).toEqual(then)
  const paidAhead = aSlip(council, { amountYen: yen(30_000), count: 60 })
  await database.db.prisma.fiscalYear.create({ data: { year: 2027 } })
  await bookSlip(council, { ...paidAhead, duesYear: (await list()).nextYear })
  expect((await list()).events[0]?.dues).toEqual({ yearYen: 25_500, nextYen: 30_000 })
  // Before the payment ahead, the next year had not begun.
  expect(await list(at)).toEqual(then)
})

test('the records of a fiscal year are those held in it, the newest first', async () => {
  for (const day of ['2026-04-01', '2027-03-31', '2026-03-31']) await save(briefing(day))
  expect((await list()).events.map(({ heldOn }) => heldOn)).toEqual(['2027-03-31', '2026-04-01'])
})

test('a change of what somebody else has changed meanwhile is refused, and so is deleting it', async () => {
  const saved = await save(briefing('2026-05-14'))
  if (!saved.ok) throw new Error(saved.code)
  const change = { ...saved.value, revision: 1 }
  const again = (details: OutreachDetails) => saveOutreach(council.deps, council.actors.accountant, { change, details })
  expect(await again(briefing('2026-05-15'))).toMatchObject({ ok: true })
  expect(await again(briefing('2026-05-16'))).toMatchObject({ ok: false, code: 'changed_meanwhile' })
  expect(await removeOutreach(council.deps, council.actors.accountant, change)).toMatchObject({ code: 'changed_meanwhile' })
  const [event] = (await list()).events
  expect(event).toMatchObject({ heldOn: localDate('2026-05-15'), revision: 2 })
  expect(await removeOutreach(council.deps, council.actors.accountant, { ...change, revision: 2 })).toMatchObject({ ok: true })
  expect(await removeOutreach(council.deps, council.actors.accountant, { ...change, revision: 2 })).toMatchObject({ code: 'outreach_not_found' })
  const actions = await database.db.prisma.auditEvent.findMany({ where: { subjectKind: 'outreach_event' }, orderBy: { at: 'asc' } })
  expect(actions.map(({ action }) => action)).toEqual(['outreach_event.create', 'outreach_event.update', 'outreach_event.delete'])
})

test('the list can be worked with in Excel', async () => {
  await save(briefing('2026-05-14'))
  expect((await done(exportOutreach(council.deps, { fiscalYear: council.fiscalYear, format: 'xlsx' }))).fileName).toBe('説明会の記録_令和8年度.xlsx')
})
