import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { DocumentProblem } from '@sasaeai/domain/document/document-run'
import { id, type ReceiptRunId, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RunStopped } from '../../document/track-progress.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { recordDeeds } from '../deed/record-deeds.ts'
import { readReceiptLog } from '../deed/read-receipt-log.ts'
import { issueReceipt } from '../issue-receipt.ts'
import { readRegister, readWholeRegister } from '../register/register-queries.ts'
import { exportRegister } from '../register/export-register.ts'
import { exportUnreceipted } from '../unreceipted/export-unreceipted.ts'
import { receiptRegisterMaker } from '../register/receipt-register-maker.ts'
import { spoilNumber } from '../register/spoil-number.ts'
import { listReceiptSeries } from '../series/receipt-series-table.ts'
import { issueUnreceipted } from '../unreceipted/issue-unreceipted.ts'
import { listUnreceipted } from '../unreceipted/list-unreceipted.ts'
import { voidReceipt } from '../void-receipt.ts'
import { readAnnualOutlook } from './annual-queries.ts'
import { exportAnnualRuns } from './export-annual-runs.ts'
import { annualReceiptsMaker } from './annual-receipts-maker.ts'
import { startReceiptRun } from './start-receipt-run.ts'

let database: TestDatabase
let council: ACouncil
const calendarYear = 2026
/** More than one share of the run, three of them without an address. */
const howMany = 120
const withoutAddress = [5, 60, 119]
let givers: SupporterId[]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  givers = []
  for (let index = 0; index < howMany; index += 1) {
    const place = String(index).padStart(3, '0')
    const details = { kind: 'person', name: `寄附者 ${place}`, kana: `キフシャ ${place}`, address: withoutAddress.includes(index) ? '' : 'ささえ市中央町1番' }
    const created = await createSupporter(council.deps, council.actors.accountant, supporterDetailsSchema.parse(details))
    if (!created.ok) throw new Error(created.code)
    givers.push(created.value.supporterId)
  }
  await Promise.all(givers.map((supporterId) => give(supporterId, 1_000)))
})
afterAll(() => database.drop())

function give(supporterId: SupporterId | undefined, amountYen: number) {
  const money = { fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, count: 1 }
  return bookSlip(council, aSlip(council, { ...money, supporterId, amountYen: yen(amountYen) }))
}

async function start(): Promise<ReceiptRunId> {
  const runId = id<'ReceiptRunId'>(council.deps.newId())
  const input = { runId, calendarYear, issuedOn: localDate('2027-01-20') }
  const outcomes = await Promise.all([startReceiptRun(council.deps, council.actors.accountant, input), startReceiptRun(council.deps, council.actors.accountant, input)])
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  return runId
}

/** Works a run off; `stopsAfter` shares it is stopped as if the server had died. */
async function workOff(receiptRunId: ReceiptRunId, stopsAfter = Infinity) {
  const problems: DocumentProblem[] = []
  let shares = 0
  const desk = {
    deps: council.deps,
    day: localDate('2027-01-20'),
    expect: async () => undefined,
    advance: async () => {
      shares += 1
      if (shares > stopsAfter) throw new RunStopped()
    },
    note: (problem: DocumentProblem) => void problems.push(problem),
  }
  const paper = await annualReceiptsMaker.make(desk, { kind: 'annual_receipts', receiptRunId }).catch((error: unknown) => {
    if (error instanceof RunStopped) return undefined
    throw error
  })
  return { paper, problems }
}

const ofYear = async () =>
  (await database.db.pool.query<{ supporterId: string; number: string; amountYen: number; papers: number }>(
    `SELECT supporter_id AS "supporterId", printed_number AS number, amount_yen::float8 AS "amountYen", (SELECT count(*)::int FROM receipt_paper p WHERE p.receipt_id = r.id) AS papers
     FROM receipt r WHERE calendar_year = 2026 AND voided_at IS NULL ORDER BY receipt_number`)).rows

test('a year’s statements: three have no address, the run is killed and gone on with, and each giver has exactly one', async () => {
  const [early] = givers
  if (early === undefined) throw new Error('no giver')
  // Another gift of the same giver, one that has its receipt already, and one of the year before.
  await give(early, 500)
  const own = await give(early, 7_777)
  expect(await issueReceipt(council.deps, council.actors.accountant, { entryIds: [own.id] })).toMatchObject({ ok: true })
  const before = await readAnnualOutlook(council.deps, calendarYear)
  expect(before).toMatchObject({ waiting: { givers: howMany - 3, gifts: howMany - 2, yen: (howMany - 3) * 1_000 + 500 }, troubledCount: 3, issued: { count: 0 }, runs: [] })

  const runId = await start()
  expect((await workOff(runId, 2)).paper).toBeUndefined()
  expect((await ofYear()).length).toBe(100)
  // Two servers at once, after the first one died.
  const [{ paper, problems }] = await Promise.all([workOff(runId), workOff(runId)])
  const receipts = await ofYear()
  expect(receipts).toHaveLength(howMany - 3)
  expect(new Set(receipts.map(({ supporterId }) => supporterId)).size).toBe(howMany - 3)
  expect(receipts.map(({ number }) => number)).toEqual(receipts.map((_, index) => `年間08-${String(index + 1).padStart(5, '0')}`))
  expect(receipts.every(({ papers }) => papers === 1)).toBe(true)
  expect(receipts[0]).toMatchObject({ supporterId: early, amountYen: 1_500 })
  expect(problems.map(({ message }) => message.includes('住所がない'))).toEqual([true, true, true])
  const { pageCount, pages } = await drawPdf(paper?.bytes ?? new Uint8Array(), [0])
  expect(pageCount).toBe(howMany - 3)
  const words = (pages[0]?.text ?? '').replaceAll(/\s/g, '')
  for (const said of ['寄附者000様', '￥1,500', '令和8年1月1日から令和8年12月31日までの寄附金として', '令和9年1月20日', '1,000円', '500円']) expect(words).toContain(said)
  expect(words).not.toContain('7,777')

  // An address comes, a gift comes late: the run goes on with the one and names the other.
  const [late = early] = withoutAddress.map((place) => givers[place])
  await database.db.prisma.supporter.update({ where: { id: late }, data: { address: 'ささえ市本町2番' } })
  await give(early, 300)
  const again = await workOff(runId)
  expect((await ofYear()).length).toBe(howMany - 2)
  expect(again.problems.filter(({ message }) => message.includes('発行したあとに記帳された寄附が1件'))).toHaveLength(1)
  const { runs, issued } = await readAnnualOutlook(council.deps, calendarYear)
  expect([runs.length, runs[0]?.count, issued.count]).toEqual([1, howMany - 2, howMany - 2])
  const file = await done(exportAnnualRuns(council.deps, { calendarYear, format: 'csv' }))
  expect(Buffer.from(file.content, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1).map((line) => line.split(',').slice(2, 4))).toEqual([[String(howMany - 2), String(issued.yen)]])
})

test('the register tells every number of a series, why it is void or spoiled, and what was done with its paper', async () => {
  const { deps, actors, fiscalYear } = council
  const seriesId = (await listReceiptSeries(database.db)).find(({ subject }) => subject === 'annual')?.id ?? id('')
  const [receipt, other] = (await readRegister(deps, { fiscalYear, seriesId, cursor: 0, limit: 2 })).rows
  const [receiptId, otherId] = [receipt?.receiptId ?? id<'ReceiptId'>(''), other?.receiptId ?? id<'ReceiptId'>('')]
  expect(await recordDeeds(deps, actors.receptionist, { of: { receiptIds: [receiptId] }, kind: 'posted', doneOn: localDate('2027-01-22'), note: '普通郵便' })).toEqual({ ok: true, value: { count: 1 } })
  expect(await recordDeeds(deps, actors.receptionist, { of: { receiptIds: [id(deps.newId())] }, kind: 'posted', doneOn: localDate('2027-01-22'), note: '' })).toMatchObject({ code: 'receipt_not_found' })
  // From here on it is an hour later.
  const postedUntil = new Date(deps.now().getTime() + 1_800_000).toISOString()
  const then = await readWholeRegister(deps, { fiscalYear, seriesId })
  const later = { ...deps, now: () => new Date(deps.now().getTime() + 3_600_000) }
  await voidReceipt(later, actors.accountant, { receiptId: otherId, reason: '宛名の誤り' })
  expect(await spoilNumber(later, actors.accountant, { seriesId, reason: '用紙を汚したため' })).toMatchObject({ ok: true, value: { number: `年間08-${String(howMany - 1).padStart(5, '0')}` } })
  const { rows, counts } = await readWholeRegister(deps, { fiscalYear, seriesId })
  expect(counts).toEqual({ last: howMany - 1, live: howMany - 3, voided: 1, spoiled: 1, gaps: 0, liveYen: expect.any(Number) })
  expect(await readWholeRegister(deps, { fiscalYear, seriesId, postedUntil })).toEqual(then)
  expect(then.counts).toEqual({ last: howMany - 2, live: howMany - 2, voided: 0, spoiled: 0, gaps: 0, liveYen: counts.liveYen + Number(other?.amountYen) })
  expect(rows[0]).toMatchObject({ number: 1, state: 'live', deed: 'posted', deedOn: '2027-01-22' })
  expect(rows[1]).toMatchObject({ number: 2, state: 'void', reason: '宛名の誤り' })
  expect(rows.at(-1)).toMatchObject({ number: howMany - 1, state: 'spoiled', reason: '用紙を汚したため', payer: '', amountYen: null })
  const first = await readRegister(deps, { fiscalYear, seriesId, cursor: 0, limit: 100 })
  const second = await readRegister(deps, { fiscalYear, seriesId, cursor: first.next ?? 0, limit: 100 })
  expect([first.rows.length, first.next, second.rows.length, second.next]).toEqual([100, 100, howMany - 101, null])
  const desk = { deps, day: localDate('2027-02-01'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await receiptRegisterMaker.make(desk, { kind: 'receipt_register', fiscalYear, seriesId })
  const { pages } = await drawPdf(paper?.bytes ?? new Uint8Array())
  const printed = pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
  for (const said of ['有効117＋無効1＋書損1＋不明0＝119', '無効：宛名の誤り', '書損：用紙を汚したため', '郵送']) expect(printed).toContain(said)
  const past = await receiptRegisterMaker.make(desk, { kind: 'receipt_register', fiscalYear, seriesId, postedUntil })
  const { pages: pastPages } = await drawPdf(past?.bytes ?? new Uint8Array(), [0])
  expect(pastPages[0]?.text.replaceAll(/\s/g, '')).toContain('までに記帳した分1番から118番まで：有効118＋無効0＋書損0＋不明0＝118')
  expect(await exportRegister(deps, actors.auditor, { fiscalYear, seriesId, format: 'xlsx' })).toMatchObject({ ok: true })
  const log = await readReceiptLog(deps, receiptId)
  expect([log.deeds, log.papers.map(({ copy }) => copy), log.entries.length]).toMatchObject([[{ kind: 'posted', note: '普通郵便', byName: '受付担当' }], [0], 2])
  // Of a statement that is void the giver may have another one.
  const runId = await start()
  await workOff(runId)
  expect((await ofYear()).filter(({ supporterId }) => supporterId === givers[1])).toHaveLength(1)
})

test('what is left on a filtered list is receipted with one press, and nobody’s trouble keeps the others', async () => {
  const { deps, actors } = council
  const span = { from: localDate('2026-10-01'), to: localDate('2026-10-31') }
  const left = await listUnreceipted(deps, { ...span, cursor: null, limit: 50 })
  // Two without an address, who may have single receipts, and the gift that came late.
  expect(left.rows.map(({ amountYen }) => amountYen).toSorted((a, b) => a - b)).toEqual([300, 1_000, 1_000])
  const file = await done(exportUnreceipted(deps, actors.auditor, { ...span, format: 'csv' }))
  const lines = Buffer.from(file.content, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1)
  expect(lines.map((line) => [line.split(',')[2], Number(line.split(',').at(-1))])).toEqual(left.rows.map(({ name, amountYen }) => [name, amountYen]))
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'receipt_list.export' } })).toMatchObject({ after: { rows: 3 } })
  const page = await listUnreceipted(deps, { ...span, cursor: null, limit: 1 })
  expect([page.rows.length, page.next === null]).toEqual([1, false])
  expect((await listUnreceipted(deps, { ...span, cursor: page.next, limit: 50 })).rows).toHaveLength(2)
  await database.db.prisma.receiptSeries.updateMany({ where: { subject: 'donation' }, data: { closedOn: new Date('2026-10-01') } })
  expect((await issueUnreceipted(deps, actors.accountant, span)).value.problems).toHaveLength(3)
  await database.db.prisma.receiptSeries.updateMany({ where: { subject: 'donation' }, data: { closedOn: null } })
  const batch = await issueUnreceipted(deps, actors.accountant, span)
  expect([batch.value.receiptIds.length, batch.value.problems, batch.value.hasMore]).toEqual([3, [], false])
  expect((await listUnreceipted(deps, { ...span, cursor: null, limit: 50 })).rows).toEqual([])
})
