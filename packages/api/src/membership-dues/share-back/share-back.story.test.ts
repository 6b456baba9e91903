import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { id } from '@sasaeai/domain/ids'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { differenceOf } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { printedTable } from '@sasaeai/testing/printed-table'
import { layShareBackTerms } from '@sasaeai/testing/share-back-terms'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { correctEntry } from '../../ledger/correct-entry.ts'
import type { PostedEntry } from '../../ledger/post-entries.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { calculateShareBack } from './calculate-share-back.ts'
import { discardShareBack } from './discard-share-back.ts'
import { listShareBackRuns } from './list-share-back-runs.ts'
import { payShareBack } from './pay-share-back.ts'
import { readShareBackRun } from './read-share-back-run.ts'
import { shareBackPayeeSheets } from './share-back-payee-sheets.ts'
import { shareBackRunSheets } from './share-back-run-sheets.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await layShareBackTerms(council)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

test('share-back after a correction: only the difference is paid, spending stands beside income and is not taken off it', async () => {
  const mistyped = await received('日吉一丁目自治会', 51_000, { entryDate: localDate('2026-06-10') })
  await received('日吉二丁目自治会', 20_000, { entryDate: localDate('2026-06-12') })
  await received('篠山町自治会', 30_000, { entryDate: localDate('2026-06-15') })
  const first = await calculated(localDate('2026-06-30'))
  expect(await printedRun(first)).toMatchInlineSnapshot(`
    渡す先    納入額  還元額  支払済み    差額
    日吉校区  71,000  28,400         0  28,400
    篠山校区  30,000  12,000         0  12,000
  `)
  await paid(first, localDate('2026-07-10'))

  // The next day somebody sees that the envelope held 81,000 yen.
  await corrected(mistyped, { areaId: council.area('日吉一丁目自治会'), amountYen: yen(81_000) }, localDate('2026-07-11'))
  const second = await calculated(localDate('2026-07-31'))
  expect(await printedRun(second)).toMatchInlineSnapshot(`
    渡す先     納入額  還元額  支払済み    差額
    日吉校区  101,000  40,400    28,400  12,000
    篠山校区   30,000  12,000    12,000       0
  `)
  await paid(second, localDate('2026-08-10'))
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目    借方金額  貸方科目  貸方金額   件数  財源・運動・方法・地域      摘要
       1  R8.6.10  現金          51,000  会費収入    51,000    102  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       2  R8.6.12  現金          20,000  会費収入    20,000     40  社協会費・日吉二丁目自治会  社協会費 一般会費 日吉二丁目自治会
       3  R8.6.15  現金          30,000  会費収入    30,000     60  社協会費・篠山町自治会      社協会費 一般会費 篠山町自治会
       4  R8.7.10  助成金支出    28,400  普通預金    28,400         日吉校区                    令和8年度還元金 第1回 日吉校区
       5  R8.7.10  助成金支出    12,000  普通預金    12,000         篠山校区                    令和8年度還元金 第1回 篠山校区
       6  R8.7.11  会費収入      51,000  現金        51,000  △102  社協会費・日吉一丁目自治会  取消 社協会費 一般会費 日吉一丁目自治会（受付の誤り）
       7  R8.7.11  現金          81,000  会費収入    81,000    100  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会（受付の誤り）
       8  R8.8.10  助成金支出    12,000  普通預金    12,000         日吉校区                    令和8年度還元金 第2回 日吉校区
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目        借方残高  貸方残高
    現金         131,000
    普通預金                52,400
    会費収入               131,000
    助成金支出    52,400
  `)
})

test('a 校区 that has had too much waits: nothing is taken back, the next money settles it', async () => {
  const mistaken = await received('日吉一丁目自治会', 50_000, { entryDate: localDate('2026-06-10') })
  await received('篠山町自治会', 10_000, { entryDate: localDate('2026-06-10') })
  await paid(await calculated(localDate('2026-06-30')), localDate('2026-07-10'))
  // It was 篠山町's envelope.
  await corrected(mistaken, { areaId: council.area('篠山町自治会'), amountYen: yen(50_000) }, localDate('2026-07-11'))
  const second = await calculated(localDate('2026-07-31'))
  expect(await printedRun(second)).toMatchInlineSnapshot(`
    渡す先    納入額  還元額  支払済み      差額
    日吉校区       0       0    20,000  △20,000
    篠山校区  60,000  24,000     4,000    20,000
  `)
  await paid(second, localDate('2026-08-10'))
  await received('日吉一丁目自治会', 70_000, { entryDate: localDate('2026-09-01') })
  const third = await calculated(localDate('2026-09-30'))
  expect(await printedRun(third)).toMatchInlineSnapshot(`
    渡す先    納入額  還元額  支払済み   差額
    日吉校区  70,000  28,000    20,000  8,000
    篠山校区  60,000  24,000    24,000      0
  `)
  await paid(third, localDate('2026-10-09'))
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目    借方金額  貸方科目  貸方金額   件数  財源・運動・方法・地域      摘要
       1  R8.6.10  現金          50,000  会費収入    50,000    100  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       2  R8.6.10  現金          10,000  会費収入    10,000     20  社協会費・篠山町自治会      社協会費 一般会費 篠山町自治会
       3  R8.7.10  助成金支出    20,000  普通預金    20,000         日吉校区                    令和8年度還元金 第1回 日吉校区
       4  R8.7.10  助成金支出     4,000  普通預金     4,000         篠山校区                    令和8年度還元金 第1回 篠山校区
       5  R8.7.11  会費収入      50,000  現金        50,000  △100  社協会費・日吉一丁目自治会  取消 社協会費 一般会費 日吉一丁目自治会（受付の誤り）
       6  R8.7.11  現金          50,000  会費収入    50,000    100  社協会費・篠山町自治会      社協会費 一般会費 篠山町自治会（受付の誤り）
       7  R8.8.10  助成金支出    20,000  普通預金    20,000         篠山校区                    令和8年度還元金 第2回 篠山校区
       8  R8.9.1   現金          70,000  会費収入    70,000    140  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       9  R8.10.9  助成金支出     8,000  普通預金     8,000         日吉校区                    令和8年度還元金 第3回 日吉校区
  `)
})

test('a slip that comes in April for the year before adds to the share-back of that year', async () => {
  await received('日吉一丁目自治会', 25_500, { entryDate: localDate('2026-06-10') })
  await paid(await calculated(localDate('2027-03-25')), localDate('2027-03-30'))
  const opened = await openFiscalYear(council.deps, council.actors.administrator, {
    year: fiscalYear(2027), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: true,
  })
  expect(opened.ok).toBe(true)
  await received('日吉一丁目自治会', 2_500, { entryDate: localDate('2027-04-05'), duesYear: fiscalYear(2026), count: 5 })
  await received('日吉一丁目自治会', 1_000, { entryDate: localDate('2027-04-06'), count: 2 })
  const late = await calculated(localDate('2027-04-30'))
  expect(await printedRun(late)).toMatchInlineSnapshot(`
    渡す先    納入額  還元額  支払済み   差額
    日吉校区  28,000  11,200    10,200  1,000
  `)
  await paid(late, localDate('2027-05-10'))
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目    借方金額  貸方科目  貸方金額  件数  財源・運動・方法・地域      摘要
       1  R8.6.10  現金          25,500  会費収入    25,500    51  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       2  R9.3.30  助成金支出    10,200  普通預金    10,200        日吉校区                    令和8年度還元金 第1回 日吉校区
       1  R9.4.5   現金           2,500  会費収入     2,500     5  社協会費・日吉一丁目自治会  社協会費 一般会費 令和8年度分 日吉一丁目自治会
       2  R9.4.6   現金           1,000  会費収入     1,000     2  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       3  R9.5.10  助成金支出     1,000  普通預金     1,000        日吉校区                    令和8年度還元金 第2回 日吉校区
  `)
})

test('a payment that is undone is owed again', async () => {
  await received('日吉一丁目自治会', 25_500, { entryDate: localDate('2026-06-10') })
  const first = await calculated(localDate('2026-06-30'))
  await paid(first, localDate('2026-07-10'))
  const payment = (await readShareBackRun(council.deps, first))?.payees[0]?.payment
  const undone = await reverseEntry(council.deps, council.actors.accountant, {
    entryId: id(payment?.entryId ?? ''), reversalDate: localDate('2026-07-13'), reason: '振込先の口座が違った',
  })
  expect(undone.ok).toBe(true)
  const second = await calculated(localDate('2026-06-30'))
  expect(await printedRun(second)).toMatchInlineSnapshot(`
    渡す先    納入額  還元額  支払済み    差額
    日吉校区  25,500  10,200         0  10,200
  `)
  await paid(second, localDate('2026-07-15'))
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域      摘要
       1  R8.6.10  現金          25,500  会費収入      25,500    51  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       2  R8.7.10  助成金支出    10,200  普通預金      10,200        日吉校区                    令和8年度還元金 第1回 日吉校区
       3  R8.7.13  普通預金      10,200  助成金支出    10,200        日吉校区                    取消 令和8年度還元金 第1回 日吉校区（振込先の口座が違った）
       4  R8.7.15  助成金支出    10,200  普通預金      10,200        日吉校区                    令和8年度還元金 第2回 日吉校区
  `)
})

test('what had been calculated and paid at a moment stays as it was then, whatever is paid, undone, calculated anew and thrown away since', async () => {
  // By the clock that entries are posted by; the council's stands still.
  const deps = { ...council.deps, now: () => new Date() }
  const { fiscalYear: year, actors: { accountant }, deps: { db: { prisma } } } = council
  const seen = async (postedUntil?: string) => {
    const at = await readPageMoment(deps, postedUntil)
    return { year: await listShareBackRuns(deps, year, at), runs: await Promise.all([first, second].map((runId) => readShareBackRun(deps, runId, at))) }
  }
  await received('日吉一丁目自治会', 25_500, { entryDate: localDate('2026-06-10') })
  await received('ささえ市', 1_000, { entryDate: localDate('2026-06-10') })
  const first = await calculated(localDate('2026-06-30'), deps)
  await paid(first, localDate('2026-07-10'), deps)
  await received('篠山町自治会', 5_000, { entryDate: localDate('2026-07-05') })
  const second = await calculated(localDate('2026-07-31'), deps)
  const then = await seen()
  const postedUntil = await momentOfBooks(database.db)
  expect(await seen(postedUntil)).toEqual(then)

  const payment = await prisma.journalEntry.findFirstOrThrow({ where: { sourceKind: 'share_back' } })
  await reverseEntry(deps, accountant, { entryId: id(payment.id), reversalDate: localDate('2026-07-13'), reason: '振込先の口座が違った' })
  await received('篠山町自治会', 10_000, { entryDate: localDate('2026-07-12') })
  await received('ささえ市', 3_000, { entryDate: localDate('2026-06-20') })
  await prisma.shareBackRate.create({ data: { areaId: council.area('篠山校区'), duesKindId: council.duesKind('一般会費'), fiscalYear: year, basisPoints: 5_000 } })
  await prisma.duesRules.update({ where: { id: 1 }, data: { shareBackStepYen: 1_000, shareBackExpenseAccountId: council.account('事業費支出') } })
  await prisma.area.update({ where: { id: council.area('日吉校区') }, data: { name: '新日吉校区' } })
  expect(await calculated(localDate('2026-07-31'), deps)).toBe(second)
  await paid(second, localDate('2026-08-10'), deps)
  const third = await calculated(localDate('2026-08-31'), deps)
  expect(await seen(postedUntil)).toEqual(then)
  expect(await readShareBackRun(deps, third, await readPageMoment(deps, postedUntil))).toBeNull()
  expect(then).toMatchObject({
    year: { runs: [{ sequence: 2, status: 'draft', paidOn: null, payableYen: 2_000 }, { sequence: 1, status: 'posted', payableYen: 10_200 }], paid: [{ paidYen: 10_200 }] },
    runs: [
      { payees: [{ name: '日吉校区', payment: { isReversed: false } }], unshared: [{ receivedYen: 1_000 }] },
      { isOutdated: false, payees: [{ payment: null }, { payment: null, lines: [{ receivedYen: 5_000, earnedYen: 2_000 }] }], unshared: [{ receivedYen: 1_000 }] },
    ],
  })
  expect(await seen()).toMatchObject({
    year: { runs: [{ sequence: 3, status: 'draft' }, { sequence: 2, status: 'posted', payableYen: 17_000 }, { sequence: 1 }] },
    runs: [
      { payees: [{ name: '新日吉校区', payment: { isReversed: true } }], unshared: [{ receivedYen: 4_000 }] },
      { payees: [{ lines: [{ earnedYen: 10_000 }] }, { payment: { isReversed: false }, lines: [{ receivedYen: 15_000, earnedYen: 7_000 }] }] },
    ],
  })
  const payees = await shareBackPayeeSheets(deps, { runId: second, postedUntil })
  const sheets = [...await shareBackRunSheets(deps, { fiscalYear: year, postedUntil }), ...payees?.sheets ?? []].map(({ name, rows }) => [name, rows.length])
  expect(sheets).toEqual([['還元金の計算', 2], ['時点', 1], ['渡す先ごと', 2], ['会員種別ごと', 2], ['時点', 1]])
  expect(payees?.sheets[0]?.total).toEqual(['', '計', '', 30_500, 12_200, 10_200, 2_000, 2_000, null, ''])
  // What is thrown away was there until then.
  const beforeDiscarding = { alone: await readShareBackRun(deps, third), postedUntil: await momentOfBooks(database.db) }
  expect(await discardShareBack(deps, accountant, { runId: third, revision: 1 })).toMatchObject({ ok: true })
  expect(await readShareBackRun(deps, third)).toBeNull()
  expect(await readShareBackRun(deps, third, await readPageMoment(deps, beforeDiscarding.postedUntil))).toEqual(beforeDiscarding.alone)
})

async function received(area: string, amountYen: number, change: Parameters<typeof aSlip>[1]): Promise<PostedEntry> {
  return bookSlip(council, aSlip(council, { areaId: council.area(area), amountYen: yen(amountYen), count: amountYen / 500, ...change }))
}

async function corrected({ id: entryId }: PostedEntry, change: Parameters<typeof aSlip>[1], reversalDate: LocalDate): Promise<void> {
  const { slipId: _, ...contribution } = aSlip(council, { entryDate: reversalDate, count: 100, ...change })
  const outcome = await correctEntry(council.deps, council.actors.accountant, { entryId, reversalDate, reason: '受付の誤り', contribution })
  if (!outcome.ok) throw new Error(outcome.code)
}

async function calculated(cutOffOn: LocalDate, deps = council.deps) {
  const outcome = await calculateShareBack(deps, council.actors.accountant, { fiscalYear: council.fiscalYear, cutOffOn })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.runId
}

async function paid(runId: Awaited<ReturnType<typeof calculated>>, paidOn: LocalDate, deps = council.deps): Promise<void> {
  const run = await readShareBackRun(deps, runId)
  const outcome = await payShareBack(deps, council.actors.accountant, { runId, paidOn, revision: run?.revision ?? 0 })
  if (!outcome.ok) throw new Error(outcome.code)
}

async function printedRun(runId: Awaited<ReturnType<typeof calculated>>): Promise<string> {
  const run = await readShareBackRun(council.deps, runId)
  const rows = run?.payees.flatMap(({ name, lines }) =>
    lines.map((line) => [name, ...[line.receivedYen, line.earnedYen, line.alreadyYen, differenceOf(line)].map(formatYenDelta)]),
  )
  const figures = ['納入額', '還元額', '支払済み', '差額'].map((heading) => ({ heading, isRight: true }))
  return printedTable([{ heading: '渡す先' }, ...figures], rows ?? [])
}
