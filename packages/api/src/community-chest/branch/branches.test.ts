import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { SaveBranchOfficerInput } from '@sasaeai/domain/community-chest/branch/branch-officer-input'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { type BranchOfficerId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { lastYearsDrives, setGoals } from '@sasaeai/testing/a-drive'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { done } from '@sasaeai/testing/a-grant'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { openIntakeBatch } from '../../intake/open-intake-batch.ts'
import { postIntakeBatch } from '../../intake/post-intake-batch.ts'
import { listPostings } from '../../ledger/posting-list-queries.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { paperMakers } from '../../paper-makers.ts'
import { branchSheet } from './branch-queries.ts'
import { exportBranches } from './export-branches.ts'
import { copyBranchOfficers, removeBranchOfficer, saveBranchOfficer } from './save-branch-officer.ts'

let database: TestDatabase
let council: ACouncil
let officerId: BranchOfficerId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  officerId = id(council.deps.newId())
})
afterEach(() => database.drop())

const details = (change: Partial<SaveBranchOfficerInput['details']> = {}) => ({
  fiscalYear: council.fiscalYear, areaId: council.area('日吉校区'), role: '分会長', name: '髙橋 一郎', kana: 'タカハシ イチロウ', phone: '0942-00-0001', note: '', ...change,
})
const save = (revision: number | null, change: Partial<SaveBranchOfficerInput['details']> = {}, who = officerId) =>
  saveBranchOfficer(council.deps, council.actors.receptionist, { officerId: who, revision, details: details(change) })
const sheet = (year = 2026) => branchSheet(council.deps, { fiscalYear: fiscalYear(year) })
const names = async (year = 2026) => (await sheet(year)).branches.map(({ name, officers }) => [name, ...officers.map((each) => each.name)])

test('a branch shows goal, money, bundles and officers of its area and of all below it', async () => {
  await bookSlip(council, aChestSlip(council))
  await bookSlip(council, aChestSlip(council, { areaId: council.area('日吉校区'), amountYen: yen(1_000), collectionMethodId: council.method('街頭募金') }))
  await bookSlip(council, aChestSlip(council, { campaignId: council.campaign('歳末たすけあい'), fundingSourceId: council.source('歳末たすけあい') }))
  const goal = { campaignId: council.campaign('赤い羽根共同募金'), collectionMethodId: council.method('戸別募金') }
  await database.db.prisma.campaignGoal.createMany({
    data: [
      { ...goal, areaId: council.area('日吉一丁目自治会'), targetYen: 60_000n },
      { ...goal, areaId: council.area('日吉二丁目自治会'), targetYen: 40_000n },
    ],
  })
  await save(null)
  expect((await sheet()).campaign?.name).toBe('赤い羽根共同募金')
  expect((await sheet()).branches.map(({ name, goalYen, collectedYen, towardsGoalYen, batches, officers }) => [name, goalYen, collectedYen, towardsGoalYen, batches, officers.length])).toEqual([
    ['日吉校区', 100_000, 63_500, 62_500, 0, 1],
    ['篠山校区', null, 0, 0, 0, 0],
  ])
})

test('a branch is as it was at a moment, whatever is handed in, undone, planned, counted and renamed since; its officers are of now', async () => {
  const { deps, fiscalYear: year, actors: { accountant, receptionist } } = council
  const { prisma } = database.db
  const campaign = council.campaign('赤い羽根共同募金')
  const handIn = async (amount: string) => {
    const batchId = intakeBatchIdSchema.parse(deps.newId())
    const draft = anIntakeDraft(deps, { receivedOn: '10/15', bearer: '会長', area: '0101', controlCount: '1', controlTotal: amount }, [{ kind: '2', method: '1', householdsPaid: '10', amount }])
    await openIntakeBatch(deps, receptionist, { batchId, draft })
    expect(await postIntakeBatch(deps, receptionist, { batchId, revision: 1 })).toMatchObject({ ok: true })
  }
  const lastYears = await lastYearsDrives(council)
  const inLastYear = () => bookSlip(council, aChestSlip(council, { campaignId: lastYears('赤い羽根共同募金'), entryDate: localDate('2025-10-05'), amountYen: yen(7_000) }))
  await inLastYear()
  await handIn('5,000')
  const mistaken = await bookSlip(council, aChestSlip(council))
  await setGoals(council, [{ campaign, method: '戸別募金', area: '日吉校区', targetYen: 60_000 }])
  const households = { areaId: council.area('日吉校区'), fiscalYear: year, basis: 'resident_register' as const }
  await prisma.areaHousehold.deleteMany()
  await prisma.areaHousehold.create({ data: { ...households, households: 900, asOf: new Date('2026-04-01') } })
  await prisma.campaignMaterial.create({ data: { campaignId: campaign, areaId: council.area('日吉一丁目自治会'), item: 'envelope', issued: 50 } })
  const then = await sheet()
  expect(then.branches[0]).toMatchObject({ name: '日吉校区', goalYen: 60_000, collectedYen: 67_500, lastYearYen: 7_000, households: 900, batches: 1, issued: 50, returned: 0 })
  const postedUntil = await momentOfBooks(database.db)
  const seen = async () => branchSheet(deps, { fiscalYear: year }, await readPageMoment(deps, postedUntil))
  expect(await seen()).toEqual(then)

  await handIn('3,000')
  await inLastYear()
  await reverseEntry(deps, accountant, { entryId: mistaken.id, reversalDate: localDate('2026-10-20'), reason: '金額の誤り' })
  await prisma.campaignGoal.updateMany({ data: { targetYen: 80_000n } })
  await setGoals(council, [{ campaign, method: '街頭募金', area: '日吉校区', targetYen: 9_000 }])
  await prisma.areaHousehold.updateMany({ data: { households: 950 } })
  await prisma.campaignMaterial.updateMany({ data: { issued: 60, returned: 20 } })
  await prisma.area.update({ where: { id: council.area('日吉校区') }, data: { name: '新日吉校区' } })
  await prisma.area.update({ where: { id: council.area('日吉一丁目自治会') }, data: { parentId: council.area('篠山校区') } })
  await prisma.campaign.update({ where: { id: campaign }, data: { name: '赤い羽根（改）' } })
  expect(await seen()).toEqual(then)
  const now = await sheet()
  expect(now.campaign?.name).toBe('赤い羽根（改）')
  expect(now.branches[0]).toMatchObject({ name: '新日吉校区', goalYen: 89_000, collectedYen: 0, households: 950, batches: 0, issued: 0 })
  expect(now.branches[1]).toMatchObject({ name: '篠山校区', collectedYen: 8_000, lastYearYen: 14_000, batches: 2, issued: 60, returned: 20 })
  // Its figure opens by the tree of then.
  const opened = async (filter: { readonly postedUntil?: string }) => (await listPostings(deps, { filter: { campaignId: campaign, areaId: council.area('日吉校区'), ...filter } })).totalYen
  expect([await opened({ postedUntil }), await opened({})]).toEqual([67_500, 0])

  await save(null)
  expect((await seen()).branches[0]?.officers).toMatchObject([{ name: '髙橋 一郎' }])
  const file = await done(exportBranches(deps, receptionist, { fiscalYear: year, postedUntil, format: 'xlsx' }))
  expect(await readTableFile(Buffer.from(file.content, 'base64'))).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ cells: ['01', '日吉校区', '900', '60000', '67500', '67500', '7000', '1', '50', '0'] })]),
    unreadSheets: ['役員', '時点'],
  })
})

test('officers are saved, not overwritten unseen, deleted, and put back as the same', async () => {
  expect(await save(null)).toMatchObject({ ok: true })
  expect(await save(1, { name: '髙橋 二郎' })).toMatchObject({ ok: true })
  expect(await save(1, { name: '別の人' })).toEqual({ ok: false, code: 'changed_meanwhile' })
  expect(await removeBranchOfficer(council.deps, council.actors.receptionist, { officerId, revision: 1 })).toMatchObject({ code: 'changed_meanwhile' })
  expect(await removeBranchOfficer(council.deps, council.actors.receptionist, { officerId, revision: 2 })).toMatchObject({ ok: true })
  expect(await names()).toEqual([['日吉校区'], ['篠山校区']])
  expect(await save(2)).toMatchObject({ code: 'row_gone' })
  expect(await save(null, { name: '髙橋 二郎' })).toMatchObject({ ok: true })
  expect(await names()).toEqual([['日吉校区', '髙橋 二郎'], ['篠山校区']])
  expect(await save(null, { areaId: id(council.deps.newId()) }, id(council.deps.newId()))).toMatchObject({ code: 'reference_gone' })
})

test("last year's officers are taken over where there are none yet, as often as one likes", async () => {
  const copy = () => copyBranchOfficers(council.deps, council.actors.receptionist, fiscalYear(2027))
  expect(await copy()).toEqual({ ok: false, code: 'branch_officers_nothing_to_copy' })
  await save(null)
  await save(null, { areaId: council.area('篠山校区'), name: '篠山 花子' }, id(council.deps.newId()))
  expect(await copy()).toEqual({ ok: false, code: 'year_not_open' })
  expect(await openFiscalYear(council.deps, council.actors.administrator, { year: fiscalYear(2027), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false })).toMatchObject({ ok: true })
  await save(null, { fiscalYear: fiscalYear(2027), name: '新任 三郎' }, id(council.deps.newId()))
  expect(await copy()).toEqual({ ok: true, value: { copied: 1 } })
  expect(await copy()).toEqual({ ok: true, value: { copied: 0 } })
  expect(await names(2027)).toEqual([['日吉校区', '新任 三郎'], ['篠山校区', '篠山 花子']])
})

test('whoever takes the names out of the program leaves a trace, and whoever gets no file leaves none', async () => {
  await save(null, { name: '𠮷田 花子' })
  const asked = { fiscalYear: council.fiscalYear, format: 'csv_cp932' } as const
  expect(await exportBranches(council.deps, council.actors.receptionist, asked)).toMatchObject({ code: 'not_in_cp932' })
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'branch_officer.export' } })).toBe(0)
  const file = await done(exportBranches(council.deps, council.actors.receptionist, { fiscalYear: council.fiscalYear, format: 'xlsx' }))
  expect(file.fileName).toBe('校区分会_令和8年度.xlsx')
  expect(await database.db.prisma.auditEvent.findFirstOrThrow({ where: { action: 'branch_officer.export' } })).toMatchObject({
    actorId: council.actors.receptionist.userId, after: { title: '校区分会_令和8年度', rows: 1 },
  })
})

test('取りまとめ書 for one branch or for all: goals of methods and 自治会, the suggestion, officers; one sheet each', async () => {
  const campaignId = council.campaign('赤い羽根共同募金')
  await setGoals(council, [
    { campaign: campaignId, method: '戸別募金', area: '日吉一丁目自治会', targetYen: 60_000 },
    { campaign: campaignId, method: '街頭募金', area: '日吉校区', targetYen: 5_000 },
  ])
  await database.db.prisma.campaign.update({ where: { id: campaignId }, data: { suggestedYen: 500n } })
  await save(null)
  const texts = async (asked: object) => {
    const order = documentOrderSchema.parse({ kind: 'branch_collection_sheets', campaignId, ...asked })
    const desk = { deps: council.deps, day: localDate('2026-09-01'), expect: async () => undefined, advance: async () => undefined, note: () => undefined }
    const paper = await paperMakers[order.kind].make(desk, order)
    return (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map(({ text }) => text.replaceAll(/\s/g, ''))
  }
  const all = await texts({})
  expect(all).toHaveLength(2)
  for (const said of ['日吉校区分会御中', '目標額65,000円', '1世帯当たりの目安500円', '戸別募金60,000世帯', '街頭募金5,000回', '合計65,000', '日吉一丁目自治会60,000', '分会長髙橋一郎']) expect(all[0]).toContain(said)
  expect(all[1]).toContain('篠山校区分会御中')
  expect(all[1]).not.toContain('目標額65,000')
  expect(await texts({ areaId: council.area('篠山校区') })).toHaveLength(1)
})
