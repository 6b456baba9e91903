import { localDate } from '@sasaeai/domain/calendar/local-date'
import { grantApplicationDetailsSchema } from '@sasaeai/domain/grant/application/grant-application-input'
import { type GrantReportDetails, grantReportDetailsSchema } from '@sasaeai/domain/grant/application/grant-report-input'
import { grantCallDetailsSchema } from '@sasaeai/domain/grant/call/grant-call-input'
import { type GrantApplicationId, type GrantCallId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGrantApplication, aGrantCall, aGrantCommittee, aGroup, award, done, payGrant } from '@sasaeai/testing/a-grant'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveGrantApplication } from '../application/save-grant-application.ts'
import { removeGrantReport, saveGrantReport } from '../application/save-grant-report.ts'
import { withdrawGrantApplication } from '../application/withdraw-grant-application.ts'
import { listGrantCommittees } from '../committee/list-grant-committees.ts'
import { removeGrantCommittee } from '../committee/save-grant-committee.ts'
import { saveGrantDecisions } from '../committee/save-grant-decisions.ts'
import { exportGrantList } from '../export/export-grant-list.ts'
import { listGrantCalls } from './list-grant-calls.ts'
import { listGrantChoices } from './list-grant-choices.ts'
import { readGrantCall } from './read-grant-call.ts'
import { removeGrantCall, saveGrantCall } from './save-grant-call.ts'

let database: TestDatabase
let council: ACouncil
let callId: GrantCallId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  callId = await aGrantCall(council)
})
afterEach(() => database.drop())

async function readCall() {
  const call = await readGrantCall(council.deps, callId)
  if (call === null) throw new Error('the call is gone')
  return call
}

async function revisionOf(applicationId: GrantApplicationId): Promise<number> {
  return (await readCall()).applications.find((each) => each.applicationId === applicationId)?.revision ?? 0
}

const detailsOf = (change: Record<string, unknown> = {}) =>
  grantCallDetailsSchema.parse({
    fiscalYear: council.fiscalYear, grantKindId: '01900000-0000-7000-8000-000000000001', name: '助成', payer: 'campaign', campaignId: council.campaign('歳末たすけあい'),
    budgetYen: 1, opensOn: '2026-10-01', closesOn: '2026-11-30', ...change,
  })
const collect = (amountYen: number) =>
  bookSlip(council, aChestSlip(council, { fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい'), amountYen: yen(amountYen) }))

test('a new council finds kinds of grants and classes of 見舞金', async () => {
  expect((await database.db.prisma.grantKind.findMany({ orderBy: { code: 'asc' } })).map(({ name }) => name)).toEqual(['団体助成', '地域福祉事業', 'サロン活動', '見舞金'])
  expect(await database.db.prisma.reliefClass.count()).toBe(6)
})

test('a drive that remits all it collects pays no grant, nor does an account that is no spending', async () => {
  const { deps, actors } = council
  const save = (change: Record<string, unknown>) => saveGrantCall(deps, actors.accountant, { change: null, details: detailsOf(change) })
  expect(await save({ campaignId: council.campaign('赤い羽根共同募金') })).toMatchObject({ code: 'grant_campaign_unusable', field: 'campaignId' })
  expect(await save({ payer: 'council', expenseAccountId: council.account('現金') })).toMatchObject({ code: 'grant_expense_unusable', field: 'expenseAccountId' })
  expect(await save({})).toMatchObject({ code: 'reference_gone' })
  expect((await listGrantChoices(deps, council.fiscalYear)).campaigns.map(({ name }) => name)).toEqual(['歳末たすけあい'])
})

test('the form tells what is missing at its field', () => {
  const issuesOf = (change: Record<string, unknown>) =>
    grantCallDetailsSchema.safeParse({ ...detailsOf(), ...change }).error?.issues.map(({ path, message }) => [path.join('.'), message])
  expect(issuesOf({ payer: 'council' })).toEqual([['expenseAccountId', '支出の科目を選んでください。']])
  expect(issuesOf({ campaignId: '' })).toEqual([['campaignId', '支払う運動を選んでください。']])
  expect(issuesOf({ closesOn: '2026-09-30' })).toEqual([['closesOn', '締切日は受付開始日以後の日付にしてください。']])
})

test('of two who change one call the second is told; whose money it is stays once something was paid', async () => {
  const { deps, actors } = council
  const { grantKindId, revision } = await readCall()
  const save = (seen: number, change: Record<string, unknown>) =>
    saveGrantCall(deps, actors.accountant, { change: { callId, revision: seen }, details: detailsOf({ grantKindId, ...change }) })
  expect(await save(revision, { name: '歳末 団体助成', budgetYen: 200_000 })).toMatchObject({ ok: true })
  expect(await save(revision, { name: '別の名' })).toMatchObject({ code: 'changed_meanwhile' })
  await collect(50_000)
  const applicationId = await aGrantApplication(council, callId)
  await award(council, { callId, applicationId, awardedYen: 50_000 })
  await payGrant(council, { callId, applicationId, amountYen: 50_000 })
  const moved = { payer: 'council', expenseAccountId: council.account('助成金支出') }
  expect(await save(revision + 1, moved)).toMatchObject({ code: 'grant_call_paid' })
  expect(await save(revision + 1, { name: '歳末たすけあい 団体助成' })).toMatchObject({ ok: true })
  expect(await removeGrantCall(deps, actors.accountant, { callId, revision: revision + 2 })).toMatchObject({ code: 'in_use' })
})

test('applications are numbered without gaps, however many come at once, and a withdrawn one keeps its number', async () => {
  const { deps, actors } = council
  const supporterId = await aGroup(council)
  const details = grantApplicationDetailsSchema.parse({ supporterId, projectName: '餅つき会', requestedYen: 80_000, receivedOn: '2026-10-10' })
  const answers = await Promise.all(Array.from({ length: 8 }, () => done(saveGrantApplication(deps, actors.receptionist, { callId, change: null, details }))))
  expect(answers.map(({ number }) => number).toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const nobody = { ...details, supporterId: id<'SupporterId'>(deps.newId()) }
  expect(await saveGrantApplication(deps, actors.receptionist, { callId, change: null, details: nobody })).toMatchObject({ code: 'reference_gone' })
  const [first] = (await readCall()).applications
  if (first === undefined) throw new Error('no application')
  const { applicationId, revision } = first
  expect(await withdrawGrantApplication(deps, actors.receptionist, { applicationId, revision, withdrawnOn: localDate('2026-10-20') })).toMatchObject({ ok: true })
  expect((await done(saveGrantApplication(deps, actors.receptionist, { callId, change: null, details }))).number).toBe(9)
  expect(await listGrantCalls(deps, council.fiscalYear)).toMatchObject([{ applications: 8, requestedYen: 640_000, undecided: 8 }])
  expect(await withdrawGrantApplication(deps, actors.receptionist, { applicationId, revision: revision + 1, withdrawnOn: null })).toMatchObject({ ok: true })
})

test('a meeting decides many applications at once, all of them or none; nobody overwrites unseen', async () => {
  const { deps, actors } = council
  const one = await aGrantApplication(council, callId)
  const two = await aGrantApplication(council, callId, { supporterId: await aGroup(council, '篠山子ども会') })
  const committeeId = await aGrantCommittee(council)
  const decide = (decisions: [GrantApplicationId, number | null, number | null][]) =>
    saveGrantDecisions(deps, actors.accountant, {
      callId, committeeId,
      decisions: decisions.map(([applicationId, revision, awardedYen]) => ({ applicationId, revision, awardedYen: awardedYen === null ? null : yen(awardedYen), reason: '' })),
    })
  expect(await decide([[one, null, 50_000], [two, null, 0]])).toEqual({ ok: true, value: { saved: 2 } })
  expect(await decide([[one, 1, 60_000], [two, null, 10_000]])).toMatchObject({ code: 'changed_meanwhile' })
  expect((await readCall()).applications.map(({ decision }) => decision?.awardedYen)).toEqual([50_000, 0])
  expect(await listGrantCommittees(deps, council.fiscalYear)).toMatchObject([{ awards: 1, refusals: 1, awardedYen: 50_000 }])
  expect(await removeGrantCommittee(deps, actors.accountant, { committeeId, revision: 1 })).toMatchObject({ code: 'in_use' })
  await collect(50_000)
  await payGrant(council, { callId, applicationId: one, amountYen: 30_000 })
  expect(await decide([[one, 1, 29_999]])).toMatchObject({ code: 'grant_below_paid', about: '第1号' })
  expect(await decide([[one, 1, null]])).toMatchObject({ code: 'grant_below_paid' })
  expect(await decide([[one, 1, 30_000], [two, 1, null]])).toMatchObject({ ok: true })
  expect((await readCall()).applications.map(({ decision }) => decision?.awardedYen)).toEqual([30_000, undefined])
  const seen = { applicationId: one, revision: await revisionOf(one) }
  expect(await withdrawGrantApplication(deps, actors.receptionist, { ...seen, withdrawnOn: localDate('2026-12-20') })).toMatchObject({ code: 'grant_application_paid' })
})

test('a report is taken in once something was paid, and what was not spent is told', async () => {
  const { deps, actors } = council
  const applicationId = await aGrantApplication(council, callId)
  await award(council, { callId, applicationId, awardedYen: 50_000 })
  const details: GrantReportDetails = grantReportDetailsSchema.parse({ receivedOn: '2027-02-01', spentYen: 48_000, activity: '餅つき', message: 'ありがとうございました', beneficiaries: '６０' })
  const report = (revision: number | null) => saveGrantReport(deps, actors.receptionist, { applicationId, revision, details })
  expect(await report(null)).toMatchObject({ code: 'grant_not_paid' })
  await collect(50_000)
  await payGrant(council, { callId, applicationId, amountYen: 50_000 })
  expect(await listGrantCalls(deps, council.fiscalYear)).toMatchObject([{ reports: 0, reportsToCome: 1 }])
  expect(await report(null)).toMatchObject({ ok: true })
  expect(await report(null)).toMatchObject({ code: 'changed_meanwhile' })
  expect(await report(1)).toMatchObject({ ok: true })
  expect((await readCall()).applications[0]?.report).toMatchObject({ spentYen: 48_000, beneficiaries: 60, message: 'ありがとうございました' })
  expect(await removeGrantReport(deps, actors.receptionist, { applicationId, revision: 1 })).toMatchObject({ ok: true })
  expect(await listGrantCalls(deps, council.fiscalYear)).toMatchObject([{ reports: 0, reportsToCome: 1, paidYen: 50_000 }])
})

test('every list goes out as Excel; the one that names groups leaves a trace', async () => {
  const { deps, actors } = council
  const { fiscalYear } = council
  await aGrantApplication(council, callId)
  for (const input of [
    { list: 'calls', fiscalYear }, { list: 'committees', fiscalYear }, { list: 'applications', callId }, { list: 'relief', callId },
    { list: 'review', fiscalYear, years: 3, drive: null },
  ] as const) {
    const { fileName, content } = await done(exportGrantList(deps, actors.receptionist, { ...input, format: 'xlsx' }))
    expect(fileName).toMatch(/\.xlsx$/)
    expect(content.length).toBeGreaterThan(1_000)
  }
  expect(await database.db.prisma.auditEvent.findMany({ where: { action: 'grant_list.export' } })).toMatchObject([{ after: { title: '申請_歳末 団体助成_令和8年度', count: 1 } }])
})
