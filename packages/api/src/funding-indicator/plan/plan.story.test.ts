import { readFile } from 'node:fs/promises'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatAttained, formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { countDistrictsByState } from '@sasaeai/domain/funding-indicator/plan/district-plan-counts'
import { districtPlanDetailsSchema } from '@sasaeai/domain/funding-indicator/plan/district-plan-details'
import { planDetailsSchema, yearsOfPlan } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { countPlanYears, pillarsOf, wayToGoal } from '@sasaeai/domain/funding-indicator/plan/plan-progress'
import { planReviewDetailsSchema } from '@sasaeai/domain/funding-indicator/plan/plan-review-details'
import { id, type PlanId, type PlanReviewId } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { giveToFund } from '@sasaeai/testing/a-fund-use'
import { aGrantApplication, aGrantCall, award, done } from '@sasaeai/testing/a-grant'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { applyIndicatorImport, previewIndicatorImport } from '../indicator/import-indicators.ts'
import { sayIndicatorYear } from '../indicator/say-indicator-year.ts'
import { districtPlanTable } from './district-plan-table.ts'
import { exportDistrictPlans } from './export-district-plans.ts'
import { exportPlan } from './export-plan.ts'
import { exportPlans } from './export-plans.ts'
import { listDistrictPlans, lookUpGrants } from './list-district-plans.ts'
import { listPlans } from './list-plans.ts'
import { planReviewTable } from './plan-review-table.ts'
import { planTable } from './plan-table.ts'
import { type PlanInFull, readPlan } from './read-plan.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const pillars = ['全体', '関係を豊かにする', '寄り添う体制を整える', '地域をともに創る人を育む', '地域をともに創る人を育む']

/** The five indicators of a plan, taken in from its file into 令和8年度, and a plan of three years that is measured by them. */
async function planOfFive(): Promise<PlanId> {
  const input = { file: (await readFile(new URL('../../../../../prisma/seed/plan-indicators.csv', import.meta.url))).toString('base64'), fiscalYear: fiscalYear(2026) }
  const { fingerprint } = await done(previewIndicatorImport(council.deps, input))
  await done(applyIndicatorImport(council.deps, council.actors.accountant, { ...input, fingerprint }))
  const indicators = await database.db.prisma.fundingIndicator.findMany({ where: { kind: 'manual' }, orderBy: [{ displayOrder: 'asc' }, { code: 'asc' }] })
  const details = planDetailsSchema.parse({
    code: '1', name: '第4次地域福祉活動計画', kind: 'community_welfare', firstYear: 2024, lastYear: 2026, policy: '支え合うまちへ。',
    indicators: indicators.map((indicator, place) => ({ indicatorId: indicator.id, pillar: pillars[place] })),
  })
  return id((await done(saveGroundItem(council.deps, council.actors.accountant, { table: planTable, id: null, revision: null, details }))).id)
}

async function inFull(planId: PlanId, asOf?: string): Promise<PlanInFull> {
  const full = await readPlan(council.deps, { planId, at: await readReportMoment(council.deps, asOf) })
  if (full === null) throw new Error('the plan is gone')
  return full
}

async function aReview(planId: PlanId, change: Record<string, unknown> = {}): Promise<PlanReviewId> {
  const details = planReviewDetailsSchema.parse({
    planId, fiscalYear: 2025, committeeName: '計画推進委員会', heldOn: '2026-02-20', attendeeNames: '委員10名', minutes: '', comment: '担い手を増やしてほしい。', ...change,
  })
  return id((await done(saveGroundItem(council.deps, council.actors.accountant, { table: planReviewTable, id: null, revision: null, details }))).id)
}

/** Says target, actual and 評価 of one of the plan's indicators, as the form that was opened just now would. */
async function say(planId: PlanId, place: number, { year, target, actual, grade, planReviewId = null }: { year: number; target: number; actual: number; grade: 'nearly' | 'behind'; planReviewId?: PlanReviewId | null }) {
  const indicator = (await inFull(planId)).indicators[place]
  const before = indicator?.values.find((each) => each.fiscalYear === year)
  if (indicator === undefined || before === undefined) throw new Error('no such year')
  return sayIndicatorYear(council.deps, council.actors.accountant, {
    indicatorId: indicator.indicatorId, fiscalYear: fiscalYear(year), seen: before.seen, planReviewId,
    sayings: {
      target: { value: target, note: '' }, actual: { value: actual, asOfLabel: `R${year - 2018}実績`, source: '', note: '' },
      review: { grade, assessment: '訪問が増えた。', nextIssue: '担い手の養成。' },
    },
  })
}

test('a plan over three years: what was aimed at and reached each year, and the way to the goal', async () => {
  const planId = await planOfFive()
  const reviewId = await aReview(planId)
  expect(await say(planId, 1, { year: 2024, target: 220_000, actual: 231_480, grade: 'nearly' })).toEqual({ ok: true, value: null })
  expect(await say(planId, 1, { year: 2025, target: 260_000, actual: 240_915, grade: 'behind', planReviewId: reviewId })).toEqual({ ok: true, value: null })
  expect(printedProgress(await inFull(planId))).toMatchInlineSnapshot(`
    柱                        成果指標                         令和6年度       目標  達成率         令和7年度       目標  達成率         令和8年度       目標  達成率  到達度
    全体                      地域での支え合いや助け合                 —          —       —                 —          —       —      61.3% R7調査      70.0%   87.5%   87.5%
    関係を豊かにする          地域での見守り訪問活動件  231,480件 R6実績  220,000件  105.2%  240,915件 R7実績  260,000件   92.6%  248,933件 R6実績  296,000件   84.0%   84.0%
    寄り添う体制を整える      生活自立支援センターの新                 —          —       —                 —          —       —    1,181件 R6実績    1,020件  115.7%  115.7%
    地域をともに創る人を育む  助けを求めることができる                 —          —       —                 —          —       —      75.4% R7調査      87.0%   86.6%   86.6%
    地域をともに創る人を育む  困っている人の相談にのる                 —          —       —                 —          —       —      23.8% R4調査      29.0%   82.0%   82.0%
    目標に届いた指標                                                 1/1                                  0/1                                  1/5
  `)
  expect(await listPlans(database.db)).toMatchObject([{ name: '第4次地域福祉活動計画', indicatorCount: 5, reviewedYears: [2025] }])
  const file = await done(exportPlan(council.deps, { planId, format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(file.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect(table.lines.find(({ cells }) => cells[0] === '関係を豊かにする')?.cells).toEqual(expect.arrayContaining(['220000', '231480', '84']))
  const csv = await done(exportPlan(council.deps, { planId, format: 'csv' }))
  const text = Buffer.from(csv.content, 'base64').toString('utf8')
  expect([csv.fileName, text.split('\r\n')[2]]).toEqual(['計画_第4次地域福祉活動計画.csv', '進みぐあい'])
  expect(text).toContain('\r\n点検・評価\r\n年度,委員会,開催日,出席,委員会の意見,成果指標,評価の区分,評価,次期への課題\r\n')
})

test('what is said in a 点検・評価 belongs to it, only of its year and its plan; said again without it, the newest counts', async () => {
  const planId = await planOfFive()
  const reviewId = await aReview(planId)
  const said = { year: 2025, target: 260_000, actual: 240_915, grade: 'behind' } as const
  expect(await say(planId, 1, said)).toMatchObject({ ok: true })
  expect((await inFull(planId)).reviews).toMatchObject([{ indicators: [] }])
  // The committee makes its own what was said before, word for word.
  expect(await say(planId, 1, { ...said, planReviewId: reviewId })).toMatchObject({ ok: true })
  expect((await inFull(planId)).reviews).toMatchObject([{ committeeName: '計画推進委員会', indicators: [{ grade: 'behind', assessment: '訪問が増えた。' }] }])
  expect(await say(planId, 1, { ...said, planReviewId: reviewId })).toMatchObject({ code: 'indicator_nothing_said' })
  expect(await say(planId, 1, { ...said, year: 2024, planReviewId: reviewId })).toMatchObject({ code: 'plan_review_mismatch' })

  expect(await say(planId, 1, { ...said, grade: 'nearly' })).toMatchObject({ ok: true })
  const full = await inFull(planId)
  expect(full.indicators[1]?.values[1]?.review).toMatchObject({ grade: 'nearly' })
  expect(full.reviews[0]?.indicators).toMatchObject([{ grade: 'behind' }])

  const review = await database.db.prisma.$transaction((tx) => planReviewTable.read(tx, reviewId))
  if (review === null) throw new Error('the review is gone')
  const save = (change: object, revision = review.revision) => saveGroundItem(council.deps, council.actors.accountant, {
    table: planReviewTable, id: reviewId, revision, details: planReviewDetailsSchema.parse({ ...review.details, ...change }),
  })
  expect(await save({ fiscalYear: 2024 })).toMatchObject({ code: 'plan_review_fixed' })
  expect(await save({ fiscalYear: 2030 })).toMatchObject({ code: 'plan_review_out_of_years' })
  expect(await save({ minutes: '全員で確かめた。' })).toMatchObject({ ok: true })
  expect(await save({ minutes: '遅れた保存' })).toMatchObject({ code: 'changed_meanwhile' })
  expect(await deleteGroundItem(council.deps, council.actors.accountant, { table: planReviewTable, id: reviewId })).toMatchObject({ code: 'in_use' })
  expect(await deleteGroundItem(council.deps, council.actors.accountant, { table: planTable, id: planId })).toMatchObject({ code: 'in_use' })
})

test('who chose indicators on an older picture is told; a year that was reviewed stays a year of the plan', async () => {
  const planId = await planOfFive()
  await aReview(planId)
  const row = await database.db.prisma.$transaction((tx) => planTable.read(tx, planId))
  if (row === null) throw new Error('the plan is gone')
  const save = (change: object, revision: number) => saveGroundItem(council.deps, council.actors.accountant, { table: planTable, id: planId, revision, details: planDetailsSchema.parse({ ...row.details, ...change }) })
  const turned = row.details.indicators.toReversed()
  expect(await save({ indicators: turned }, row.revision)).toMatchObject({ ok: true })
  expect((await inFull(planId)).indicators.map(({ indicatorId }) => indicatorId)).toEqual(turned.map(({ indicatorId }) => indicatorId))
  expect(await save({ indicators: [] }, row.revision)).toMatchObject({ code: 'changed_meanwhile' })
  const { revision } = (await inFull(planId)).plan
  expect(await save({ firstYear: fiscalYear(2026) }, revision)).toEqual({ ok: false, code: 'plan_years_reviewed', field: 'firstYear', about: '令和7年度' })
  expect(await save({ indicators: [] }, revision)).toMatchObject({ ok: true })
  expect((await inFull(planId)).indicators).toEqual([])
})

test('every 校区 is listed with its plans, the money behind them, and where it stands', async () => {
  await giveToFund(council, ['子ども食堂応援', 50_000])
  const callId = await aGrantCall(council)
  const applicationId = await aGrantApplication(council, callId)
  await award(council, { callId, applicationId, awardedYen: 60_000 })
  expect(await lookUpGrants(council.deps, { text: '餅つき' })).toMatchObject([{ applicationId, projectName: '餅つき会', awardedYen: 60_000, applicantName: '日吉ふれあいサロン' }])
  expect(await lookUpGrants(council.deps, { text: 'ない言葉' })).toEqual([])

  const details = districtPlanDetailsSchema.parse({
    areaId: council.area('日吉校区'), name: '日吉校区福祉活動計画', planState: 'adopted', firstYear: 2024, lastYear: 2028, summary: '見守りと居場所', note: '',
    fundIds: [council.fund('子ども食堂応援')], grantApplicationIds: [applicationId],
  })
  const save = (given: typeof details, row: { id: string; revision: number } | null = null) =>
    saveGroundItem(council.deps, council.actors.accountant, { table: districtPlanTable, id: row?.id ?? null, revision: row?.revision ?? null, details: given })
  const { id: planId } = await done(save(details))
  expect(await save(details)).toMatchObject({ code: 'district_plan_taken', field: 'name' })

  const { districts, funds } = await listDistrictPlans(council.deps)
  expect(districts).toMatchObject([
    { name: '日吉校区', plans: [{ planState: 'adopted', firstYear: 2024, fundIds: details.fundIds, grants: [{ projectName: '餅つき会', awardedYen: 60_000 }] }] }, { name: '篠山校区', plans: [] },
  ])
  expect(funds.find(({ name }) => name === '子ども食堂応援')).toMatchObject({ balanceYen: 50_000, isClosed: false })
  expect(countDistrictsByState(districts)).toEqual({ none: 1, preparing: 0, adopted: 1, revising: 0 })

  const at = await readReportMoment(council.deps, await momentOfBooks(database.db))
  // How often somebody saved it is of now.
  const told = (all: Awaited<ReturnType<typeof listDistrictPlans>>) => ({ ...all, districts: all.districts.map(({ plans, ...district }) => ({ ...district, plans: plans.map((plan) => ({ ...plan, revision: 0 })) })) })
  const revision = districts[0]?.plans[0]?.revision ?? 0
  expect(await save({ ...details, fundIds: [] }, { id: planId, revision })).toMatchObject({ ok: true })
  expect(await save({ ...details, grantApplicationIds: [] }, { id: planId, revision })).toMatchObject({ code: 'changed_meanwhile' })
  await giveToFund(council, ['子ども食堂応援', 7_000])
  await award(council, { callId, applicationId: await aGrantApplication(council, callId), awardedYen: 1_000 })
  // As it was at the moment, whatever was linked, decided and given since. The balance is of the year of the moment, for which the council's clock stands in.
  const past = await listDistrictPlans(council.deps, { ...at, moment: council.deps.now(), groundMoment: at.moment })
  expect(told(past)).toEqual(told({ districts, funds }))
  expect((await listDistrictPlans(council.deps)).districts[0]?.plans[0]?.fundIds).toEqual([])

  const value = await done(exportDistrictPlans(council.deps, { format: 'xlsx' }))
  const table = await readTableFile(Buffer.from(value.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect(table.lines.map(({ cells }) => cells.slice(1, 6))).toEqual([['校区', '計画の名称', '策定の状況', '初年度', '最終年度'], ['日吉校区', '日吉校区福祉活動計画', '策定済', '令和6年度', '令和10年度'], ['篠山校区', '', '未策定', '', '']])
  const csv = await done(exportPlans(council.deps, { format: 'csv_cp932' }))
  const text = new TextDecoder('shift_jis').decode(Buffer.from(csv.content, 'base64'))
  expect(text).toContain('\r\n計画の一覧\r\nコード,計画,種類,')
  expect(text).toContain('\r\n校区福祉活動計画\r\nコード,校区,計画の名称,')
  expect(text).toContain('\r\n状況別\r\n策定の状況,校区の数\r\n')
  expect(await deleteGroundItem(council.deps, council.actors.accountant, { table: districtPlanTable, id: planId })).toMatchObject({ ok: true })
})

function printedProgress({ plan, indicators }: PlanInFull): string {
  const years = yearsOfPlan(plan)
  const rows = pillarsOf(indicators).flatMap(({ pillar, indicators: ofPillar }) => ofPillar.map((indicator) => [
    pillar, indicator.name.slice(0, 12),
    ...indicator.values.flatMap(({ value, target, attainment, asOfLabel }) => [`${formatIndicatorValue(value, indicator)} ${asOfLabel}`.trim(), formatIndicatorValue(target, indicator), formatAttained(attainment)]),
    formatAttained(wayToGoal(indicator).attainment),
  ]))
  const met = countPlanYears(indicators, years).flatMap(({ met: reached, judged }) => [`${reached}/${judged}`, '', ''])
  const right = (heading: string) => ({ heading, isRight: true })
  return printedTable(
    [{ heading: '柱' }, { heading: '成果指標' }, ...years.flatMap((year) => [right(formatFiscalYear(year)), right('目標'), right('達成率')]), right('到達度')],
    [...rows, ['目標に届いた指標', '', ...met, '']],
  )
}
