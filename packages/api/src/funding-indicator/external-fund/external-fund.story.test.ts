import { readTableFile } from '@sasaeai/documents/read-table-file'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { localDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { externalApplicationDetailsSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-application-details'
import { externalCallKindNames } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { daysLeftWords, externalDeadlines } from '@sasaeai/domain/funding-indicator/external-fund/external-deadlines'
import { externalSuccess, type SuccessFigures } from '@sasaeai/domain/funding-indicator/external-fund/external-success'
import type { ExternalApplicationId, ExternalCallId } from '@sasaeai/domain/ids'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { anExternalApplication, anExternalCall, anExternalReceipt } from '@sasaeai/testing/an-external-fund'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { listReportsDue } from '../executive/list-reports-due.ts'
import { countExternalDeadlines } from './count-external-deadlines.ts'
import { exportExternalFunds } from './export-external-funds.ts'
import { externalApplicationTable } from './external-application-table.ts'
import { externalCallTable } from './external-call-table.ts'
import { listExternalFunds, readExternalCall } from './list-external-funds.ts'
import { receiveExternalMoney } from './receive-external-money.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const receive = (applicationId: ExternalApplicationId, given = {}) =>
  receiveExternalMoney(council.deps, council.actors.accountant, anExternalReceipt(council, { applicationId, ...given }))

async function inFull(callId: ExternalCallId) {
  const found = await readExternalCall(council.deps, { callId })
  if (found === null) throw new Error('the call is gone')
  return found
}

/** Saves an application as its form would: what it was, with a change. */
async function change(applicationId: ExternalApplicationId, changed: Record<string, unknown>) {
  const row = await database.db.prisma.$transaction((tx) => externalApplicationTable.read(tx, applicationId))
  if (row === null) throw new Error('the application is gone')
  const details = externalApplicationDetailsSchema.parse({ ...row.details, ...changed })
  return saveGroundItem(council.deps, council.actors.receptionist, { table: externalApplicationTable, id: applicationId, revision: row.revision, details })
}

test('a call is applied to, awarded, received once though it was sent twice, and reported; 取消 opens it again', async () => {
  const callId = await anExternalCall(council)
  const applicationId = await anExternalApplication(council, callId, { state: 'preparing' })
  expect(await receive(applicationId)).toMatchObject({ ok: false, code: 'external_not_awarded' })
  const year = council.fiscalYear
  expect(await change(applicationId, { state: 'applied', appliedOn: `${year}-05-20` })).toMatchObject({ ok: true })
  expect(await change(applicationId, { state: 'awarded', decidedOn: `${year}-07-01`, awardedYen: 400_000, reportDueOn: `${year}-10-30` })).toMatchObject({ ok: true })

  const once = anExternalReceipt(council, { applicationId, amountYen: yen(300_000), note: '概算払' })
  const answers = await Promise.all(Array.from({ length: 4 }, () => receiveExternalMoney(council.deps, council.actors.accountant, once)))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true])
  expect(await receive(applicationId, { amountYen: yen(100_001) })).toEqual({ ok: false, code: 'external_over_award', field: 'amountYen', about: '100,000' })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目  借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.10  普通預金   300,000  助成金収入   300,000     1  助成金                  ○○財団 地域福祉活動助成 子ども食堂の開設支援 概算払
  `)
  expect((await inFull(callId)).call.applications).toMatchObject([{ awardedYen: 400_000, receivedYen: 300_000, fundName: '子ども食堂応援' }])

  const { call: then, receipts: thenReceived } = await inFull(callId)
  const at = await readReportMoment(council.deps, await momentOfBooks(database.db))
  // Money that came holds the award.
  expect(await change(applicationId, { state: 'withdrawn' })).toMatchObject({ ok: false, code: 'external_received' })
  expect(await change(applicationId, { awardedYen: 299_999 })).toMatchObject({ ok: false, code: 'external_award_below_received', about: '300,000' })
  await expect(database.db.pool.query(`UPDATE external_application SET state = 'withdrawn', decided_on = NULL, awarded_yen = NULL, report_due_on = NULL`)).rejects.toMatchObject({ code: '23514' })
  await expect(database.db.pool.query('UPDATE external_receipt SET amount_yen = 1')).rejects.toMatchObject({ code: '42501' })

  const atRisk = () => listReportsDue(council.deps, localDateInTokyo(council.deps.now()))
  expect(await countExternalDeadlines(council.deps)).toBe(1)
  expect(await atRisk()).toEqual([{
    kind: 'external', id: callId, externalApplicationId: applicationId, name: '地域福祉活動助成　子ども食堂の開設支援', dueOn: `${year}-10-30`, reports: 1, isLate: false,
  }])
  expect(await change(applicationId, { reportedOn: `${year}-10-14` })).toMatchObject({ ok: true })
  expect(await countExternalDeadlines(council.deps)).toBe(0)
  expect(await atRisk()).toEqual([])

  const [receipt] = (await inFull(callId)).receipts
  if (receipt === undefined) throw new Error('nothing was received')
  await reverseEntry(council.deps, council.actors.accountant, { entryId: receipt.entryId, reversalDate: localDate(`${year}-10-12`), reason: '二重の入金' })
  expect(await inFull(callId)).toMatchObject({ call: { applications: [{ receivedYen: 0 }] }, receipts: [{ isLive: false, amountYen: 300_000 }] })
  expect(await receive(applicationId)).toMatchObject({ ok: true })

  // As it stood when the first money had come: not reported, nothing undone.
  expect(await readExternalCall(council.deps, { callId }, at)).toMatchObject({ call: then, receipts: thenReceived })
  expect((await listExternalFunds(council.deps, at)).calls).toEqual([then])
  expect((await listExternalFunds(council.deps)).calls).not.toEqual([then])
  const file = await done(exportExternalFunds(council.deps, { postedUntil: at.moment?.toISOString(), format: 'csv' }))
  expect(Buffer.from(file.content, 'base64').toString('utf8')).toMatch(/,300000,\d+,\r\n[^]*までに記帳した分/)
})

test('money of an award is no gift, and comes into cash on a day that is open', async () => {
  const applicationId = await anExternalApplication(council, await anExternalCall(council))
  expect(await receive(applicationId, { fundingSourceId: council.source('寄附金') })).toMatchObject({ ok: false, code: 'external_source_unusable' })
  expect(await receive(applicationId, { fundingSourceId: council.source('共同募金') })).toMatchObject({ ok: false, code: 'external_source_unusable' })
  expect(await receive(applicationId, { cashAccountId: council.account('会費収入') })).toMatchObject({ ok: false, code: 'external_cash_unusable' })
  expect(await receive(applicationId, { receivedOn: localDate('2030-04-01') })).toMatchObject({ ok: false, field: 'receivedOn' })
  expect(await database.db.prisma.journalEntry.count()).toBe(0)
})

test('whoever saved an older picture is told; a call that was applied to cannot be deleted', async () => {
  const callId = await anExternalCall(council)
  const applicationId = await anExternalApplication(council, callId)
  await change(applicationId, { note: '先に保存' })
  const row = await database.db.prisma.$transaction((tx) => externalApplicationTable.read(tx, applicationId))
  if (row === null) throw new Error('the application is gone')
  const late = { table: externalApplicationTable, id: applicationId, revision: row.revision - 1, details: row.details }
  expect(await saveGroundItem(council.deps, council.actors.accountant, late)).toMatchObject({ ok: false, code: 'changed_meanwhile' })
  // A receipt changes nothing of what the form edits.
  await receive(applicationId)
  expect(await change(applicationId, { note: '入金のあと' })).toMatchObject({ ok: true })
  expect(await deleteGroundItem(council.deps, council.actors.receptionist, { table: externalCallTable, id: callId })).toMatchObject({ ok: false, code: 'in_use' })
})

test('what is due within 30 days is listed with the days that are left, and the success rate is told by year, kind and funder', async () => {
  const year = council.fiscalYear
  const foundation = await anExternalCall(council, { deadlineOn: `${year}-11-14` })
  await anExternalApplication(council, foundation, { reportDueOn: `${year}-10-12` })
  await anExternalApplication(council, foundation, { projectName: '移動支援', state: 'rejected', decidedOn: `${year - 1}-07-01`, appliedOn: `${year - 1}-05-01` })
  await anExternalCall(council, { name: '歳末の催し助成', funder: '△△銀行', deadlineOn: `${year}-11-14` })
  await anExternalCall(council, { name: '見送ったもの', deadlineOn: `${year}-10-20`, passedOn: `${year}-10-01` })
  const city = await anExternalCall(council, { name: '生活支援の受託', funder: 'ささえ市', kind: 'entrusted', deadlineOn: `${year}-06-30` })
  await anExternalApplication(council, city, { projectName: '見守り', awardedYen: 1_200_000, reportDueOn: null })
  await anExternalApplication(council, city, { projectName: '書類が足りない', state: 'preparing' })
  await anExternalApplication(council, city, { projectName: '出さなかった', state: 'withdrawn', appliedOn: null })

  const { calls, today } = await listExternalFunds(council.deps)
  expect(externalDeadlines(calls, today).map(({ what, daysLeft, call, application }) => [daysLeftWords(daysLeft), what, call.name, application?.projectName ?? ''])).toEqual([
    ['107日過ぎています', 'apply', '生活支援の受託', '書類が足りない'],
    ['3日過ぎています', 'report', '地域福祉活動助成', '子ども食堂の開設支援'],
    ['あと30日', 'apply', '歳末の催し助成', ''],
  ])
  const { years, kinds, funders, total } = externalSuccess(calls.flatMap((call) => call.applications.map((each) => ({ ...each, kind: call.kind, funder: call.funder }))))
  const line = (name: string, { decided, awarded, awardedYen }: SuccessFigures) => `${name} ${awarded}/${decided} ${formatRatio(awarded, decided)} ${formatYen(awardedYen)}`
  expect([
    ...years.map((each) => line(formatFiscalYear(each.key), each)), ...kinds.map((each) => line(externalCallKindNames[each.key], each)),
    ...funders.map((each) => line(each.key, each)), line('計', total),
  ]).toMatchInlineSnapshot(`
    [
      令和8年度 2/2 100.0% 1,600,000,
      令和7年度 0/1 0.0% 0,
      助成金 1/2 50.0% 400,000,
      受託 1/1 100.0% 1,200,000,
      ささえ市 1/1 100.0% 1,200,000,
      ○○財団 1/2 50.0% 400,000,
      計 2/3 66.7% 1,600,000,
    ]
  `)
  const value = await done(exportExternalFunds(council.deps, { format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(value.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect(table.lines.find(({ cells }) => cells[1] === '歳末の催し助成')?.cells).toEqual(expect.arrayContaining(['△△銀行', '助成金', '受付中']))
  expect(table.unreadSheets).toEqual(['申込', '期限の近いもの', '採択率', '入金'])
})
