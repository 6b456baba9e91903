import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { correctGiftSchema, giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import { giftScheduleDetailsSchema } from '@sasaeai/domain/donation/schedule/gift-schedule-input'
import { differenceYen } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import { askedScheduledGiftsSchema, scheduledGiftsSchema, scheduledSubsidiesSchema, subsidyDetailsSchema } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { anAllocation, anAllocationReceipt } from '@sasaeai/testing/an-allocation'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { receiveAllocation } from '../../community-chest/allocation/receive-allocation.ts'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { correctGift } from '../../donation/gift/correct-gift.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { readGiftScheduleNote } from '../../donation/schedule/read-gift-schedule-note.ts'
import { saveGiftSchedule } from '../../donation/schedule/save-gift-schedule.ts'
import { ofNow, readPageMoment, readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { exportScheduledGifts } from './export-scheduled-gifts.ts'
import { exportScheduledSubsidies } from './export-scheduled-subsidies.ts'
import { exportStatutoryPapers } from './export-statutory-papers.ts'
import { listScheduledGifts } from './list-scheduled-gifts.ts'
import { listScheduledSubsidies } from './list-scheduled-subsidies.ts'
import { readGiftSchedule } from './read-gift-schedule.ts'
import { readSubsidySchedule } from './read-subsidy-schedule.ts'
import { saveSubsidy } from './save-subsidy.ts'
import { giftSheet, type ScheduleSheet, subsidySheet } from './schedule-tables.ts'
import { statutorySchedulesMaker } from './statutory-schedules-maker.ts'

let database: TestDatabase
let council: ACouncil
const of2026 = { fiscalYear: fiscalYear(2026) }

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

async function aGiver(name: string, attribute: string): Promise<SupporterId> {
  return (await done(createSupporter(council.deps, council.actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name, kana: 'キフ', attribute })))).supporterId
}

async function give(supporterId: SupporterId | null, amountYen: number, receivedOn = '2026-06-10'): Promise<JournalEntryId> {
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: aGift(council, { supporterId, receivedOn, shares: [[null, amountYen]] }) }))).id
}

async function say(entryId: JournalEntryId, said: { attribute?: string; section: string; capitalYen?: number }): Promise<void> {
  const [note] = (await readGiftScheduleNote(council.deps, entryId)).notes
  const details = giftScheduleDetailsSchema.parse({ attribute: null, capitalYen: 0, ...said })
  await done(saveGiftSchedule(council.deps, council.actors.receptionist, { entryId, replacesId: note?.id ?? null, details }))
}

/** A schedule as its form has it. */
function printed({ wordHeadings, figureHeadings, sites, lines }: ScheduleSheet): string {
  return printedTable(
    [...wordHeadings.map((heading) => ({ heading })), ...[...figureHeadings, ...sites].map((heading) => ({ heading, isRight: true }))],
    lines.map(({ words, figures }) => [...words, ...figures.map((figure) => formatYenDelta(yen(figure)))]),
  )
}

/** What the entries behind a figure of 別紙3③ come to. */
async function subsidiesListed(asked: object): Promise<number> {
  const { rows, total } = await listScheduledSubsidies(council.deps, scheduledSubsidiesSchema.parse({ ...of2026, ...asked }), ofNow)
  expect(rows.reduce((sum, { amountYen }) => sum + amountYen, 0)).toBe(total.amountYen)
  return total.amountYen
}

const gifts = async () => readGiftSchedule(council.deps, of2026, ofNow)
const subsidies = async () => (await readSubsidySchedule(council.deps, of2026, ofNow)).schedule

/** What the ledger itself says of an account in 令和8年度. */
async function ledgerYen(account: string): Promise<number> {
  const { rows } = await database.db.pool.query<{ sum: number }>(
    'SELECT coalesce(-sum(amount_yen), 0)::bigint AS sum FROM posting WHERE account_id = $1 AND fiscal_year = 2026', [council.account(account)],
  )
  return rows[0]?.sum ?? 0
}

test('寄附金収益明細書 counts goods, takes off what was undone, follows a correction, and equals the ledger to the yen', async () => {
  await done(openFiscalYear(council.deps, council.actors.administrator, { year: fiscalYear(2025), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }))
  const [officer, family, vendor] = [await aGiver('役員 一郎', 'officer'), await aGiver('家族 二子', 'family'), await aGiver('取引商事', 'business_partner')]
  await give(officer, 30_000)
  await give(officer, 20_000)
  const building = await give(family, 500_000)
  await give(null, 1_200)
  const mistaken = await give(vendor, 8_000)
  const lastYears = await give(vendor, 3_000, '2026-03-10')
  const goods = giftSchema.parse({
    receivedOn: '2026-06-12', supporterId: vendor, fundingSourceId: council.source('寄附金'),
    given: { form: 'goods', expenseAccountId: council.account('事業費支出'), fundId: null, fairValueYen: 40_000 }, details: { kind: 'in_kind', goods: '米 60kg' },
  })
  await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: goods }))
  await say(building, { section: 'facility', capitalYen: 500_000 })
  await say(mistaken, { section: 'current', attribute: 'other' })
  const moment = (await database.db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]?.now ?? new Date()

  for (const entryId of [mistaken, lastYears]) await done(reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: localDate('2026-10-12'), reason: '二重の記帳' }))
  await done(correctGift(council.deps, council.actors.accountant, correctGiftSchema.parse({
    entryId: building, reversalDate: '2026-10-12', reason: '金額の誤り', gift: aGift(council, { supporterId: family, receivedOn: '2026-06-10', shares: [[null, 450_000]] }),
  })))

  const schedule = await gifts()
  expect(printed(giftSheet(schedule))).toMatchInlineSnapshot(`
    寄附者の属性  区分  件数  寄附金額  うち基本金組入額  拠点の指定なし
    役員・職員    経常     2    50,000                 0          50,000
    取引業者      経常     0    37,000                 0          37,000
    その他        経常     1     1,200                 0           1,200
    区分小計      経常     3    88,200                 0          88,200
    利用者の家族  施設     1   450,000           450,000         450,000
    区分小計      施設     1   450,000           450,000         450,000
    合計                   4   538,200           450,000         538,200
  `)
  expect(schedule.total.amountYen).toBe(await ledgerYen('寄附金収入'))
  expect(schedule.controls.map((control) => [control.name, control.ledgerYen, differenceYen(control), control.leftOut])).toEqual([['寄附金収入', await ledgerYen('寄附金収入'), 0, []]])
  // Every line adds up to the entries behind it.
  const listed = (asked: object, at: ReportMoment = ofNow) => listScheduledGifts(council.deps, scheduledGiftsSchema.parse({ ...of2026, ...asked }), at)
  for (const { section, rows } of schedule.sections) {
    for (const { attribute, amountYen, capitalYen } of rows) {
      const page = await listed({ section, attribute })
      expect(page.total.amountYen).toBe(amountYen)
      expect(page.rows.reduce((sum, row) => sum + row.amountYen, 0)).toBe(amountYen)
      const withCapital = await listed({ section, attribute, hasCapital: true })
      expect(withCapital.rows.reduce((sum, row) => sum + row.capitalYen, 0)).toBe(capitalYen)
      expect(withCapital.rows).toHaveLength(capitalYen === 0 ? 0 : 3)
    }
  }
  for (const { accountId, scheduleYen } of schedule.controls) expect((await listed({ accountId, limit: 1 })).total.amountYen).toBe(scheduleYen)
  // Nothing was said of these, and nothing of what was undone is left to be said; page by page, the largest first.
  const unnoted = { isUnnoted: true, limit: 2 }
  const first = await listed(unnoted)
  const rest = await listed({ ...unnoted, cursor: first.next })
  expect([...first.rows, ...rest.rows].map(({ amountYen }) => amountYen)).toEqual([40_000, 30_000, 20_000, 1_200])
  expect([first.total, rest.next]).toEqual([{ entries: 4, amountYen: 91_200 }, null])
  const whole = await listed({})
  const file = await done(exportScheduledGifts(council.deps, council.actors.executive, { ...askedScheduledGiftsSchema.parse(of2026), format: 'csv' }))
  const lines = Buffer.from(file.content, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1)
  expect([lines.length, lines.reduce((sum, line) => sum + Number(line.split(',').at(-2)), 0)]).toEqual([whole.total.entries, Number(whole.total.amountYen)])
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'donation_list.export', actorId: council.actors.executive.userId } })).toBe(1)
  expect(whole.total.amountYen).toBe(schedule.total.amountYen)
  // As it stood before the 取消 and the 訂正, with what had been said by then.
  const before = await readGiftSchedule(council.deps, of2026, await readReportMoment(council.deps, moment.toISOString()))
  expect(before.total).toMatchObject({ count: 6, amountYen: 599_200, capitalYen: 500_000 })
  expect(before.controls.map(differenceYen)).toEqual([0])
  // The page says the same as the paper, whether the council's own tables have changed since or not.
  const onPage = await readPageMoment(council.deps, moment.toISOString())
  expect(await readGiftSchedule(council.deps, of2026, onPage)).toEqual(before)
  const atMoment = await readReportMoment(council.deps, moment.toISOString())
  expect(await readSubsidySchedule(council.deps, of2026, onPage)).toEqual(await readSubsidySchedule(council.deps, of2026, atMoment))
  expect(await listed({}, onPage)).toEqual(await listed({}, atMoment))
})

test('money of another source in the account of gifts is shown as a difference, with what it is', async () => {
  await database.db.prisma.fundingSource.update({ where: { id: council.source('負担金') }, data: { accountId: council.account('寄附金収入') } })
  await give(null, 5_000)
  await bookSlip(council, { ...aSlip(council, { fundingSourceId: council.source('負担金'), amountYen: yen(700), count: 1 }), duesKindId: undefined, areaId: undefined })
  const [control] = (await gifts()).controls
  expect(control).toMatchObject({ name: '寄附金収入', ledgerYen: 5_700, scheduleYen: 5_000, leftOut: [{ sourceName: '負担金', amountYen: 700 }] })
})

test('補助金事業等収益明細書 prints 配分金 and subsidies by who granted them, with what users paid, and equals the ledger', async () => {
  const { deps, actors } = council
  const subsidy = (name: string, amountYen: number) => bookSlip(council, { ...aSlip(council, { fundingSourceId: council.source(name), cashAccountId: council.account('普通預金'), amountYen: yen(amountYen), count: 1 }), duesKindId: undefined, areaId: undefined })
  await done(receiveAllocation(deps, actors.accountant, anAllocationReceipt(council, { allocationId: await anAllocation(council) })))
  await subsidy('市補助金', 300_000)
  await subsidy('事業収入', 12_000)
  await subsidy('助成金', 80_000)
  await database.db.prisma.ledgerAccount.update({ where: { id: council.account('市区町村補助金収入') }, data: { siteCode: '01' } })

  const list = (name: string, details: object, replacesId: string | null = null) =>
    saveSubsidy(deps, actors.accountant, { fiscalYear: council.fiscalYear, sourceId: council.source(name), replacesId: replacesId as never, details: subsidyDetailsSchema.parse({ isListed: true, grantor: '', purpose: '', section: '', userIncomeSourceId: null, reserveYen: 0, ...details }) })
  const said = await done(list('市補助金', { grantor: 'ささえ市', purpose: '地域福祉活動推進事業', section: '社協事業', userIncomeSourceId: council.source('事業収入'), reserveYen: 50_000 }))
  expect(await list('市補助金', {})).toMatchObject({ ok: false, code: 'subsidy_changed_meanwhile' })
  expect(await list('助成金', { userIncomeSourceId: council.source('事業収入') })).toMatchObject({ ok: false, code: 'subsidy_users_taken', about: '事業収入' })
  expect(await list('共同募金', {})).toMatchObject({ ok: false, code: 'subsidy_source_held' })

  const schedule = await subsidies()
  expect(printed(subsidySheet(schedule))).toMatchInlineSnapshot(`
    交付団体及び交付の目的          区分                 交付金額  補助金事業に係る利用者からの収益  交付金額等合計  うち国庫補助金等特別積立金積立額  拠点の指定なし  拠点 01
    ささえ市　地域福祉活動推進事業  社協事業              300,000                            12,000         312,000                            50,000          12,000  300,000
    区分小計                        社協事業              300,000                            12,000         312,000                            50,000          12,000  300,000
    一般募金配分金                  一般募金配分金収入  1,000,000                                 0       1,000,000                                 0       1,000,000        0
    区分小計                        一般募金配分金収入  1,000,000                                 0       1,000,000                                 0       1,000,000        0
    合計                                                1,300,000                            12,000       1,312,000                            50,000       1,012,000  300,000
  `)
  for (const { section, rows, sum } of [...schedule.sections, { section: undefined, rows: [], sum: schedule.total }]) {
    for (const figures of [...rows, sum]) {
      const line = { section, ...('sourceId' in figures ? { sourceId: figures.sourceId } : {}) }
      for (const [of, amountYen] of [['granted', figures.grantedYen], ['users', figures.userIncomeYen], ['total', figures.totalYen]] as const) expect(await subsidiesListed({ ...line, of })).toBe(amountYen)
      for (const [place, site] of schedule.sites.entries()) expect(await subsidiesListed({ ...line, site })).toBe(figures.siteYen[place])
    }
  }
  for (const { accountId, scheduleYen } of schedule.controls) expect(await subsidiesListed({ accountId })).toBe(scheduleYen)
  const file = await done(exportScheduledSubsidies(deps, actors.auditor, { ...of2026, of: 'total', format: 'csv' }))
  const lines = Buffer.from(file.content, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1)
  expect([file.fileName, lines.map((line) => Number(line.split(',').at(-1))).toSorted((left, right) => left - right)]).toEqual(['補助金事業等収益明細書の内訳_令和8年度.csv', [12_000, 300_000, 1_000_000]])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'ledger.export', actorId: actors.auditor.userId } })).toMatchObject({ after: { rows: 3 } })
  const accounts = ['市区町村補助金収入', '一般募金配分金収入', '事業収入']
  let whole = 0
  for (const account of accounts) whole += await ledgerYen(account)
  expect(schedule.total.totalYen).toBe(whole)
  expect(schedule.controls.map(differenceYen)).toEqual(accounts.map(() => 0))
  expect(schedule.controls.map(({ name }) => name).toSorted()).toEqual(accounts.toSorted())

  // What was set aside is of its year alone; all else holds for the next.
  const next = await readSubsidySchedule(deps, { fiscalYear: fiscalYear(2027) }, ofNow)
  expect(next.sources.find(({ sourceId }) => sourceId === council.source('市補助金'))).toMatchObject({ grantor: 'ささえ市', reserveYen: 0, noteId: null })
  await expect(database.db.pool.query('UPDATE subsidy_schedule_note SET reserve_yen = 0 WHERE id = $1', [said.noteId])).rejects.toMatchObject({ code: '42501' })

  await give(null, 5_000)
  const desk = { deps, day: localDateInTokyo(deps.now()), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await statutorySchedulesMaker.make(desk, { kind: 'statutory_schedules', ...of2026 })
  const { pageCount, pages } = await drawPdf(paper?.bytes ?? new Uint8Array())
  expect(pageCount).toBe(2)
  for (const words of ['寄附金収益明細書', '別紙3（②）', '経常', '5,000', '区分小計']) expect(pages[0]?.text).toContain(words)
  for (const words of ['補助金事業等収益明細書', 'ささえ市', '312,000', '50,000', '拠点']) expect(pages[1]?.text).toContain(words)
  const value = await done(exportStatutoryPapers(deps, { ...of2026, format: 'xlsx' }))
  expect(value.fileName).toBe('附属明細書_令和8年度.xlsx')
  expect(JSON.stringify(await readTableFile(Buffer.from(value.content, 'base64')))).toContain('5000')
})
