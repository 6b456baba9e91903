import { readFile } from 'node:fs/promises'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import type { IncomeCell } from '@sasaeai/domain/funding-indicator/income/income-input'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listIncomeLines } from '../income/list-income-lines.ts'
import { saveIncomeYear } from '../income/save-income-year.ts'
import { addIndicatorVersion } from './add-indicator-version.ts'
import { createIndicator } from './create-indicator.ts'
import { exportIndicator } from './export-indicator.ts'
import { applyIndicatorImport, previewIndicatorImport } from './import-indicators.ts'
import { layIndicators } from './lay-indicators.ts'
import { type IndicatorValues, readIndicatorValues } from './read-indicator-values.ts'
import { previewVersion, readIndicator } from './read-indicator.ts'
import { sayIndicatorYear } from './say-indicator-year.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const plan = { first: fiscalYear(2024), last: fiscalYear(2026) }

test('a definition changed in the middle of a plan: the years before keep the old one, and so does a report of before', async () => {
  await enter(2024, { 会費: 20_000_000, 共同募金配分金: 6_000_000, 寄附金: 4_000_000, 市区町村補助金: 70_000_000, 介護保険サービス: 300_000_000 })
  await enter(2025, { 会費: 19_000_000, 共同募金配分金: 6_500_000, 寄附金: 5_500_000, 市区町村補助金: 69_000_000, 介護保険サービス: 310_000_000 })
  await enter(2026, { 会費: 18_000_000, 共同募金配分金: 6_000_000, 寄附金: 6_000_000, 市区町村補助金: 70_000_000, 介護保険サービス: 320_000_000 })
  const before = await moment()
  const { indicatorId } = await indicatorNamed('自主財源比率（桶川式）')
  const content = {
    definition: '会費・配分金・寄附金・事業収入を自主財源とする。', formula: '（会費＋配分金＋寄附金＋事業収入）÷（収入全体 − 介護・障害サービス）× 100', computation: 'income_ratio' as const,
    parameters: { numerator: { categories: ['membership_dues', 'allocation', 'donation', 'business'] }, excluded: { categories: ['care_service'] } },
  }
  const asked = { indicatorId, content, fromFiscalYear: fiscalYear(2026) }
  expect((await previewVersion(council.deps, { ...asked, until: fiscalYear(2026) }))?.slice(-2)).toEqual([
    { fiscalYear: 2025, before: 25.5, after: 25.5, isNew: false },
    { fiscalYear: 2026, before: 24, after: 30, isNew: true },
  ])
  const reason = '評議員会の意見により、寄附金を自主財源に数えることにした。'
  expect(await addIndicatorVersion(council.deps, council.actors.accountant, { ...asked, seenVersion: 1, reason })).toEqual({ ok: true, value: { version: 2 } })
  expect(await addIndicatorVersion(council.deps, council.actors.accountant, { ...asked, seenVersion: 1, reason })).toMatchObject({ code: 'indicator_version_meanwhile' })

  const ratios = ['自主財源比率（桶川式）', '自主財源比率（長崎県社協式）', '自主財源比率（山陽小野田式）']
  expect(await printedYears(ratios)).toMatchInlineSnapshot(`
    成果指標                        令和6年度    令和7年度      令和8年度
    自主財源比率（桶川式）        26.0% 第1版  25.5% 第1版  30.0% 第2版｜
    自主財源比率（長崎県社協式）  24.0% 第1版  24.5% 第1版    24.0% 第1版
    自主財源比率（山陽小野田式）  20.0% 第1版  19.0% 第1版    18.0% 第1版
  `)
  expect(await printedYears(ratios, before)).toMatchInlineSnapshot(`
    成果指標                        令和6年度    令和7年度    令和8年度
    自主財源比率（桶川式）        26.0% 第1版  25.5% 第1版  24.0% 第1版
    自主財源比率（長崎県社協式）  24.0% 第1版  24.5% 第1版  24.0% 第1版
    自主財源比率（山陽小野田式）  20.0% 第1版  19.0% 第1版  18.0% 第1版
  `)
})

test('the five indicators of the plan come in as they are written, each with its own 時点; the same file again changes nothing', async () => {
  const file = await sampleFile()
  const input = { file, fiscalYear: fiscalYear(2026) }
  const preview = await previewIndicatorImport(council.deps, input)
  if (!preview.ok) throw new Error(preview.code)
  const take = { ...input, fingerprint: preview.value.fingerprint }
  expect(await applyIndicatorImport(council.deps, council.actors.accountant, take)).toEqual({ ok: true, value: { added: 5, changed: 0 } })
  expect(await printedTableOfPlan()).toMatchInlineSnapshot(`
    分類                      成果指標                                                         目標       実績  時点    達成率
    全体                      地域での支え合いや助け合いが充実していると感じる市民の割合      70.0%      61.3%  R7調査   87.5%
    関係を豊かにする          地域での見守り訪問活動件数(ふれあいの会による訪問活動件数)  296,000件  248,933件  R6実績   84.0%
    寄り添う体制を整える      生活自立支援センターの新規相談受付件数                        1,020件    1,181件  R6実績  115.7%
    地域をともに創る人を育む  助けを求めることができる人がいる市民の割合                      87.0%      75.4%  R7調査   86.6%
    地域をともに創る人を育む  困っている人の相談にのることができる市民の割合                  29.0%      23.8%  R4調査   82.0%
  `)

  const again = await previewIndicatorImport(council.deps, input)
  expect(again).toMatchObject({ ok: true, value: { lines: Array.from({ length: 5 }, () => ({ status: 'unchanged' })) } })
  expect(await applyIndicatorImport(council.deps, council.actors.accountant, { ...take, fingerprint: again.ok ? again.value.fingerprint : '' })).toMatchObject({ code: 'import_nothing_to_do' })
  expect(await applyIndicatorImport(council.deps, council.actors.accountant, take)).toMatchObject({ code: 'import_preview_outdated' })
})

test('one faulty line keeps a whole file out', async () => {
  const text = 'indicator,target,actual,as_of\n新しい指標,10,5,R7調査\n会員加入率（住基世帯）,60,55,R7実績\n'
  const input = { file: Buffer.from(text).toString('base64'), fiscalYear: fiscalYear(2026) }
  const preview = await previewIndicatorImport(council.deps, input)
  expect(preview).toMatchObject({ ok: true, value: { lines: [{ status: 'new' }, { status: 'error', errors: ['計算で求める指標なので、実績は取り込めません。目標だけを入れてください。'] }] } })
  const fingerprint = preview.ok ? preview.value.fingerprint : ''
  expect(await applyIndicatorImport(council.deps, council.actors.accountant, { ...input, fingerprint })).toMatchObject({ code: 'import_has_errors' })
  expect((await values()).some(({ name }) => name === '新しい指標')).toBe(false)
})

test('what is said of a year is kept, said anew and taken back, and reads as it was at any moment', async () => {
  const created = await createIndicator(council.deps, council.actors.accountant, {
    details: { code: 'S1', name: 'サロンの数', category: '地域づくり', unit: '箇所', direction: 'higher', decimals: 0, owner: '地域福祉課', displayOrder: 5, kind: 'manual' },
    first: { definition: '年度末に活動しているサロン', formula: '', computation: null, parameters: {} },
  })
  if (!created.ok) throw new Error(created.code)
  const { indicatorId } = created.value
  const say = (actual: number | null, seen: { target: string | null; actual: string | null; review: string | null }) =>
    sayIndicatorYear(council.deps, council.actors.accountant, {
      indicatorId, fiscalYear: fiscalYear(2026), seen, planReviewId: null,
      sayings: {
        target: { value: 80, note: '' }, actual: { value: actual, asOfLabel: actual === null ? '' : 'R7実績', source: '', note: '' },
        review: { grade: 'behind', assessment: '担い手が足りない。', nextIssue: '担い手の養成。' },
      },
    })
  const nothing = { target: null, actual: null, review: null }
  expect(await say(64, nothing)).toEqual({ ok: true, value: null })
  const first = await moment()
  expect(await say(65, nothing)).toMatchObject({ code: 'indicator_said_meanwhile' })
  expect(await say(64, (await yearOf('サロンの数')).seen)).toMatchObject({ code: 'indicator_nothing_said' })
  expect(await say(65, (await yearOf('サロンの数')).seen)).toEqual({ ok: true, value: null })
  expect(await yearOf('サロンの数')).toMatchObject({ value: 65, target: 80, attainment: 81.2, isMet: false, asOfLabel: 'R7実績', review: { grade: 'behind' } })
  expect(await say(null, (await yearOf('サロンの数')).seen)).toEqual({ ok: true, value: null })
  expect(await yearOf('サロンの数')).toMatchObject({ value: null, attainment: null, asOfLabel: '' })
  expect(await yearOf('サロンの数', first)).toMatchObject({ value: 64, target: 80 })

  const page = await readIndicator(council.deps, { indicatorId, fiscalYear: fiscalYear(2026), at: await readReportMoment(council.deps) })
  expect(page?.history.map(({ kind, value, recordedBy }) => `${kind} ${value ?? '—'} ${recordedBy}`)).toEqual([
    'actual — 会計担当', 'actual 65 会計担当', ...['review —', 'actual 64', 'target 80', 'version —'].map((said) => `${said} 会計担当`),
  ])
  const { fileName, content } = await done(exportIndicator(council.deps, { indicatorId, fiscalYear: fiscalYear(2026), postedUntil: first, format: 'csv' }))
  const lines = Buffer.from(content, 'base64').toString('utf8').split('\r\n')
  expect([fileName, lines[2], lines[13]]).toEqual(['指標_サロンの数_令和8年度.csv', '年度ごと', '令和8年度,80,64,R7実績,,,80,1,やや遅れ,担い手が足りない。,担い手の養成。,,,'])
  expect(lines.slice(lines.indexOf('入力の履歴') + 2).map((line) => line.split(',').slice(1, 4).join(' ')).slice(0, 4)).toEqual([
    '評価 令和8年度 ', '実績 令和8年度 64', '目標 令和8年度 80', '定義 すべて ',
  ])
})

test('what is computed opens exactly its entries, and nothing stands where there is nothing to divide by', async () => {
  await bookSlip(council, aSlip(council))
  // Read once before, so that what comes next is added to sums that are kept.
  expect(await yearOf('会員加入率（住基世帯）')).toMatchObject({ numerator: 51 })
  const before = await moment()
  await bookSlip(council, aSlip(council, { areaId: council.area('篠山町自治会'), amountYen: yen(10_000), count: 20 }))
  expect(await yearOf('会員加入率（住基世帯）')).toMatchObject({ value: null, numerator: 71, denominator: null })
  await database.db.pool.query(`INSERT INTO area_household (area_id, fiscal_year, basis, households, as_of) VALUES ($1, 2026, 'resident_register', 142, '2026-04-01')`, [council.area('日吉校区')])
  expect(await yearOf('会員加入率（住基世帯）')).toMatchObject({ value: 50, numerator: 71, denominator: 142, openTo: { duesYear: 2026 } })
  // By then nobody had counted the households.
  expect(await yearOf('会員加入率（住基世帯）', before)).toMatchObject({ value: null, numerator: 51, denominator: null })
  const counted = await moment()
  await database.db.pool.query(`UPDATE area_household SET households = 284 WHERE area_id = $1`, [council.area('日吉校区')])
  expect(await yearOf('会員加入率（住基世帯）')).toMatchObject({ value: 25, denominator: 284 })
  expect(await yearOf('会員加入率（住基世帯）', counted)).toMatchObject({ value: 50, denominator: 142 })
  expect(await yearOf('自主財源比率（山陽小野田式）')).toMatchObject({ value: 100, numerator: 35_500, denominator: 35_500 })
  expect(await yearOf('社協会費の前年比')).toMatchObject({ value: null, numerator: 35_500 })
  expect(await yearOf('寄附の平均額')).toMatchObject({ value: null, denominator: 0 })
})

test('the standard indicators are made once', async () => {
  expect(await layIndicators(council.deps, council.actors.accountant)).toEqual({ ok: true, value: { added: 0 } })
})

async function enter(year: number, amounts: Readonly<Record<string, number>>): Promise<void> {
  const lines = await listIncomeLines(database.db)
  const totals = Object.entries(amounts).map(([name, amount]): IncomeCell => {
    const line = lines.find((each) => each.name === name)
    if (line === undefined) throw new Error(`no line ${name}`)
    return { lineId: line.id, kind: 'settled', amountYen: yen(amount), source: '決算書', asOf: null, note: '', replacesId: null }
  })
  const saved = await saveIncomeYear(council.deps, council.actors.accountant, { fiscalYear: fiscalYear(year), totals, figures: [] })
  if (!saved.ok) throw new Error(saved.code)
}

/** The present of the database, after everything that was said, and before whatever comes next. */
async function moment(): Promise<string> {
  const { rows } = await database.db.pool.query<{ at: Date }>(`SELECT clock_timestamp() AS at, pg_sleep(0.005)`)
  return (rows[0]?.at ?? new Date()).toISOString()
}

async function values(asOf?: string): Promise<IndicatorValues[]> {
  return readIndicatorValues(council.deps, { years: plan, at: await readReportMoment(council.deps, asOf) })
}

async function indicatorNamed(name: string, asOf?: string): Promise<IndicatorValues> {
  const found = (await values(asOf)).find((indicator) => indicator.name === name)
  if (found === undefined) throw new Error(`no indicator ${name}`)
  return found
}

async function yearOf(name: string, asOf?: string) {
  const year = (await indicatorNamed(name, asOf)).values.at(-1)
  if (year === undefined) throw new Error('no year')
  return year
}

async function printedYears(names: readonly string[], asOf?: string): Promise<string> {
  const rows = (await values(asOf)).filter(({ name }) => names.includes(name)).map((indicator) => [
    indicator.name, ...indicator.values.map(({ value, versionNumber, isBreak }) => `${formatIndicatorValue(value, indicator)} 第${versionNumber}版${isBreak ? '｜' : ''}`),
  ])
  return printedTable([{ heading: '成果指標' }, ...['令和6年度', '令和7年度', '令和8年度'].map((heading) => ({ heading, isRight: true }))], rows)
}

async function printedTableOfPlan(): Promise<string> {
  const rows = (await values()).filter(({ kind }) => kind === 'manual').map((indicator) => {
    const now = indicator.values.at(-1)
    const shown = (value: number | null | undefined) => formatIndicatorValue(value ?? null, indicator)
    return [indicator.category, indicator.name, shown(now?.target), shown(now?.value), now?.asOfLabel ?? '', formatIndicatorValue(now?.attainment ?? null, { decimals: 1, unit: '%' })]
  })
  const columns = [{ heading: '分類' }, { heading: '成果指標' }, { heading: '目標', isRight: true }, { heading: '実績', isRight: true }, { heading: '時点' }, { heading: '達成率', isRight: true }]
  return printedTable(columns, rows)
}

async function sampleFile(): Promise<string> {
  return (await readFile(new URL('../../../../../prisma/seed/plan-indicators.csv', import.meta.url))).toString('base64')
}
