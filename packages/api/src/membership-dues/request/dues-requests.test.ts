import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type DuesRequestId, type MembershipId } from '@sasaeai/domain/ids'
import { duesLinesSchema, type PrepareDuesRequestsInput } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import type { LinePayer } from '@sasaeai/domain/membership-dues/request/dues-request-payer'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addLatePayers } from './add-late-payers.ts'
import { adjustDuesLine } from './adjust-dues-line.ts'
import { checkDuesRequest } from './check-dues-request.ts'
import { dropDuesAdjustment } from './drop-dues-adjustment.ts'
import { readDuesRequests } from './dues-request-overview.ts'
import { fixDuesRequest } from './fix-dues-request.ts'
import { listDuesLines } from './list-dues-lines.ts'
import { prepareDuesRequests } from './prepare-dues-requests.ts'
import { previewDuesRequests } from './preview-dues-requests.ts'
import { unfixDuesRequest } from './unfix-dues-request.ts'

let database: TestDatabase
let council: ACouncil
let supporters = 0

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  supporters = 0
})
afterEach(() => database.drop())

const may = localDate('2026-05-01')
const question = (change: Partial<PrepareDuesRequestsInput> = {}): PrepareDuesRequestsInput => ({
  fiscalYear: council.fiscalYear, duesKindIds: null, requestedOn: may, householdBasis: 'association_membership', ...change,
})

async function households(area: string, count: number) {
  const key = { areaId: council.area(area), fiscalYear: council.fiscalYear, basis: 'association_membership' as const }
  const asOf = toDateColumn(localDate('2026-04-01'))
  await database.db.prisma.areaHousehold.upsert({
    where: { areaId_fiscalYear_basis: key }, create: { ...key, households: count, asOf }, update: { households: count },
  })
}

async function member(kind: string, { units = 1, area, joinedOn = '2020-04-01' }: { units?: number; area?: string; joinedOn?: string } = {}) {
  supporters += 1
  const { prisma } = database.db
  const supporterId = council.deps.newId()
  const name = `会員${supporters}`
  await prisma.supporter.create({ data: { id: supporterId, number: supporters, kind: 'organization', name, kana: `カイイン${supporters}`, searchText: name } })
  const day = toDateColumn(localDate(joinedOn))
  const route = area === undefined ? { route: 'direct' as const } : { route: 'association' as const, areaId: council.area(area) }
  const membershipId: MembershipId = id(council.deps.newId())
  await prisma.membership.create({
    data: { id: membershipId, supporterId, duesKindId: council.duesKind(kind), joinedOn: day, ...route, units: { create: { effectiveOn: day, units } } },
  })
  return membershipId
}

async function prepare(change: Partial<PrepareDuesRequestsInput> = {}) {
  const outcome = await prepareDuesRequests(council.deps, council.actors.accountant, question(change))
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

const only = (kind: string) => ({ duesKindIds: [council.duesKind(kind)] })
const counts = (change: { added: number; changed: number; removed: number; unchanged: number }[]) =>
  change.map(({ added, changed, removed, unchanged }) => [added, changed, removed, unchanged].join('/'))

async function requestOf(kind: string) {
  const found = (await readDuesRequests(council.deps, council.fiscalYear)).find(({ name }) => name === kind)?.request
  if (found === null || found === undefined) throw new Error(`${kind} was not prepared`)
  return found
}

async function linesOf(requestId: DuesRequestId, payer: LinePayer) {
  const { rows } = await listDuesLines(council.deps, duesLinesSchema.parse({ requestId, payer }))
  return rows.map(({ areaName, member: who, households: counted, units, expectedYen, slipNumber }) =>
    [slipNumber ?? '-', who?.name ?? areaName, counted ?? '-', units ?? '-', expectedYen].join(' '),
  )
}

async function aFullCouncil() {
  await households('日吉一丁目自治会', 120)
  await households('日吉二丁目自治会', 80)
  await households('篠山校区', 300)
  await member('一般会費', { area: '日吉一丁目自治会' })
  await member('法人会費', { units: 3 })
  await member('法人会費', { units: 1, area: '篠山町自治会' })
}

test('associations are asked by households and members by 口; a second time there is nothing to do', async () => {
  await aFullCouncil()
  expect(counts([...(await previewDuesRequests(council.deps, question()))])).toEqual(['4/0/0/0', '0/0/0/0', '0/0/0/0', '2/0/0/0'])
  expect(counts([...(await prepare())]).toSorted()).toEqual(['0/0/0/0', '0/0/0/0', '2/0/0/0', '4/0/0/0'])
  expect(counts([...(await prepare())]).toSorted()).toEqual(['0/0/0/0', '0/0/0/0', '0/0/0/2', '0/0/0/4'])
  const general = await requestOf('一般会費')
  expect(general).toMatchObject({ status: 'draft', areaLines: 3, memberLines: 1, withinArea: 1, households: 500, expectedYen: 250_000 })
  // The district speaks for itself, because nothing below it has households of its own.
  expect(await linesOf(general.requestId, 'area')).toEqual([
    '- 日吉一丁目自治会 120 - 60000', '- 日吉二丁目自治会 80 - 40000', '- 篠山校区 300 - 150000',
  ])
  expect(await requestOf('法人会費')).toMatchObject({ areaLines: 0, memberLines: 2, units: 4, expectedYen: 20_000 })
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'dues_request.prepare' } })).toBe(4)
})

test('what changed since is changed, what is gone goes, and what a person wrote down stays', async () => {
  await aFullCouncil()
  await prepare()
  const { requestId } = await requestOf('一般会費')
  const payerKey = council.area('日吉一丁目自治会')
  const adjustment = { requestId, payerKey, revision: 1, households: 110, units: null, expectedYen: yen(55_000), reason: '空き家の分' }
  expect(await adjustDuesLine(council.deps, council.actors.accountant, adjustment)).toEqual({ ok: true, value: { revision: 2 } })
  expect(await adjustDuesLine(council.deps, council.actors.accountant, adjustment)).toEqual({ ok: false, code: 'changed_meanwhile' })
  await households('日吉一丁目自治会', 130)
  await households('日吉二丁目自治会', 90)
  await households('篠山町自治会', 280)
  const seen = await previewDuesRequests(council.deps, question())
  expect(seen[0]).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 2, expectedYen: 240_000 })
  expect(counts([...(await prepare(only('一般会費')))])).toEqual(['1/1/1/2'])
  expect(await linesOf(requestId, 'area')).toEqual([
    '- 日吉一丁目自治会 110 - 55000', '- 日吉二丁目自治会 90 - 45000', '- 篠山町自治会 280 - 140000',
  ])
  expect(await requestOf('一般会費')).toMatchObject({ expectedYen: 240_000, adjusted: 1 })
  const dropped = { requestId, payerKey, revision: 2 }
  expect(await dropDuesAdjustment(council.deps, council.actors.accountant, dropped)).toEqual({ ok: true, value: { revision: 3 } })
  expect(counts([...(await prepare(only('一般会費')))])).toEqual(['0/1/0/3'])
  expect(await requestOf('一般会費')).toMatchObject({ expectedYen: 250_000, adjusted: 0 })
})

test('whatever the order and however many prepare at once, the lines are the same', async () => {
  await aFullCouncil()
  const kinds = ['一般会費', '賛助会費', '特別会費', '法人会費'].map((kind) => council.duesKind(kind))
  const all = await Promise.all([prepare(), prepare({ duesKindIds: kinds.toReversed() }), prepare({ duesKindIds: kinds }), prepare()])
  expect(all.flat().reduce((sum, { added }) => sum + added, 0)).toBe(6)
  expect(await database.db.prisma.duesRequest.count()).toBe(4)
  expect(await database.db.prisma.duesExpectation.count()).toBe(6)
})

test('a preparation that is given up midway leaves nothing behind', async () => {
  await aFullCouncil()
  const { deps, actors } = council
  let asked = 0
  const failing = { ...deps, now: () => { asked += 1; if (asked > 2) throw new Error('the power went'); return deps.now() } }
  await expect(prepareDuesRequests(failing, actors.accountant, question())).rejects.toThrow('the power went')
  expect(await database.db.prisma.duesRequest.count()).toBe(0)
  expect(await database.db.prisma.duesExpectation.count()).toBe(0)
})

test('a preparation whose connection is cut midway leaves nothing behind, and the next one does it all', async () => {
  await aFullCouncil()
  const wall = new pg.Client(database.ownerUrl)
  await wall.connect()
  await wall.query('BEGIN; LOCK TABLE dues_expectation IN SHARE MODE')
  const ending = prepareDuesRequests(council.deps, council.actors.accountant, question()).then(() => 'prepared', () => 'cut')
  await expect.poll(async () => (await wall.query(cutWhoWaits)).rowCount).toBe(1)
  expect(await ending).toBe('cut')
  await wall.end()
  expect(await database.db.prisma.duesRequest.count()).toBe(0)
  expect((await prepare()).reduce((sum, { added }) => sum + added, 0)).toBe(6)
})

/** Ends, as a broken line would, the session that waits for the locked table. */
const cutWhoWaits = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`

test('numbers run without gaps by area and member, and on behind for those who come later', async () => {
  await aFullCouncil()
  await prepare()
  await member('一般会費', { area: '日吉二丁目自治会', joinedOn: '2026-04-20' })
  const { requestId, revision } = await requestOf('一般会費')
  const { deps, actors } = council
  expect(await fixDuesRequest(deps, actors.accountant, { requestId, revision: revision + 1 })).toMatchObject({ code: 'dues_request_changed' })
  expect(await fixDuesRequest(deps, actors.accountant, { requestId, revision })).toEqual({ ok: true, value: { numbered: 4 } })
  expect([...(await linesOf(requestId, 'area')), ...(await linesOf(requestId, 'member'))]).toEqual([
    '1 日吉一丁目自治会 120 - 60000', '3 日吉二丁目自治会 80 - 40000', '4 篠山校区 300 - 150000', '2 会員1 1 - 500',
  ])
  expect(await prepareDuesRequests(deps, actors.accountant, question(only('一般会費')))).toMatchObject({ code: 'dues_request_fixed', about: '一般会費' })
  const late = { requestId, revision: revision + 1, requestedOn: may }
  expect(await addLatePayers(deps, actors.accountant, late)).toEqual({ ok: true, value: { added: 1, lastSlipNumber: 5 } })
  expect(await addLatePayers(deps, actors.accountant, { ...late, revision: revision + 2 })).toEqual({ ok: true, value: { added: 0, lastSlipNumber: 5 } })
  expect(await linesOf(requestId, 'member')).toEqual(['2 会員1 1 - 500', '5 会員4 1 - 500'])
  await expect(database.db.prisma.duesExpectation.deleteMany({ where: { requestId } })).rejects.toThrow('a fixed request keeps its lines')
  expect(await prepare()).toHaveLength(3)
})

test('a fixed request is opened again only while no paper carries its numbers and nobody has paid', async () => {
  await aFullCouncil()
  await prepare()
  const { requestId, revision } = await requestOf('一般会費')
  const { deps, actors } = council
  await fixDuesRequest(deps, actors.accountant, { requestId, revision })
  const unfix = async () => unfixDuesRequest(deps, actors.accountant, { requestId, revision: (await requestOf('一般会費')).revision })
  expect(await unfix()).toMatchObject({ ok: true })
  expect(await linesOf(requestId, 'member')).toEqual(['- 会員1 1 - 500'])
  await fixDuesRequest(deps, actors.accountant, { requestId, revision: revision + 2 })
  await bookSlip(council, aSlip(council))
  expect(await unfix()).toMatchObject({ code: 'dues_request_has_receipts' })
  const order = { id: deps.newId(), kind: 'dues_request_letters', title: 'お願い', input: { requestId }, requestedById: actors.accountant.userId }
  await database.db.prisma.documentRun.create({ data: order })
  expect(await unfix()).toMatchObject({ code: 'dues_request_has_papers' })
})

test('what is missing and what differs from last year is told before fixing', async () => {
  await aFullCouncil()
  const lastYear = { duesYear: fiscalYear(2025), entryDate: localDate('2026-04-10') }
  await bookSlip(council, aSlip(council, { ...lastYear, amountYen: yen(50_000), count: 100 }))
  await prepare()
  const { requestId } = await requestOf('一般会費')
  const check = await checkDuesRequest(council.deps, requestId)
  expect(check).toMatchObject({ comparedWith: 'receipts', more: 1, less: 0, isNew: 2, isGone: 0, areasWithoutHouseholds: [] })
  expect(check?.differences.map(({ areaName, lastYen, expectedYen }) => [areaName, lastYen, expectedYen])).toEqual([
    ['篠山校区', null, 150_000], ['日吉二丁目自治会', null, 40_000], ['日吉一丁目自治会', 50_000, 60_000],
  ])
  await database.db.prisma.areaHousehold.deleteMany({ where: { areaId: council.area('篠山校区') } })
  expect((await checkDuesRequest(council.deps, requestId))?.areasWithoutHouseholds).toMatchObject([{ name: '篠山町自治会' }])
  const lines = await listDuesLines(council.deps, duesLinesSchema.parse({ requestId, payer: 'area', text: '一丁目', limit: 1 }))
  expect(lines).toMatchObject({ rows: [{ lastReceivedYen: 50_000, lastExpectedYen: null }], totals: { count: 1, expectedYen: 60_000 }, next: null })
})
