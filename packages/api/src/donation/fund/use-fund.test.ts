import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aFundUse, giveToFund } from '@sasaeai/testing/a-fund-use'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeGroundItem } from '../../council/close-ground-item.ts'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { fundTable } from './fund-table.ts'
import { useFund } from './use-fund.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await giveToFund(council, ['子ども食堂応援', 50_000])
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const use = (change: Parameters<typeof aFundUse>[1] = {}) => useFund(council.deps, council.actors.accountant, aFundUse(council, change))
const uses = () => database.db.prisma.journalEntry.count({ where: { sourceKind: 'fund_use' } })

test('money is spent from a fund, undone when mistaken, and spent anew: the books tell it all', async () => {
  expect(await use()).toMatchObject({ ok: true })
  const mistaken = await use({ amountYen: yen(38_000), description: '冷蔵庫' })
  if (!mistaken.ok) throw new Error(mistaken.code)
  expect(await use({ amountYen: yen(1) })).toEqual({ ok: false, code: 'fund_exceeded', field: 'amountYen', about: '0円' })
  await reverseEntry(council.deps, council.actors.accountant, { entryId: mistaken.value.id, reversalDate: localDate('2026-10-21'), reason: '金額の誤り' })
  expect(await use({ amountYen: yen(38_000), usedOn: localDate('2026-10-21'), description: '冷蔵庫' })).toMatchObject({ ok: true })
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.15  普通預金      50,000  寄附金収入    50,000     1  寄附金                  寄附金 子ども食堂応援
       2  R8.10.20  事業費支出    12,000  普通預金      12,000                                子ども食堂応援 食材 10月分
       3  R8.10.20  事業費支出    38,000  普通預金      38,000                                子ども食堂応援 冷蔵庫
       4  R8.10.21  普通預金      38,000  事業費支出    38,000                                取消 子ども食堂応援 冷蔵庫（金額の誤り）
       5  R8.10.21  事業費支出    38,000  普通預金      38,000                                子ども食堂応援 冷蔵庫
  `)
})

test('never more is spent than the fund holds on that day and on every day after it', async () => {
  await giveToFund(council, ['子ども食堂応援', 30_000, '2026-11-01'])
  expect(await use({ amountYen: yen(50_001) })).toMatchObject({ code: 'fund_exceeded', about: '50,000円' })
  expect(await use({ amountYen: yen(70_000), usedOn: localDate('2026-11-02') })).toMatchObject({ ok: true })
  // The 50,000 of October are there no more, though the fund still held them then.
  expect(await use({ amountYen: yen(10_001) })).toMatchObject({ code: 'fund_exceeded', about: '10,000円' })
  expect(await use({ fundId: council.fund('移送サービス'), amountYen: yen(1) })).toMatchObject({ code: 'fund_exceeded', about: '0円' })
})

test('what is sent again is booked once, in parallel too', async () => {
  const once = aFundUse(council)
  const answers = await Promise.all(Array.from({ length: 8 }, () => useFund(council.deps, council.actors.accountant, once)))
  expect(new Set(answers.map((answer) => answer.ok && answer.value.id)).size).toBe(1)
  expect(await uses()).toBe(1)
})

test('of sixteen uses at once as many go through as the fund holds', async () => {
  const answers = await Promise.all(Array.from({ length: 16 }, () => use({ amountYen: yen(7_000) })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(7)
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])))).toEqual(new Set(['fund_exceeded']))
})

test('a server killed between any two statements books nothing, and the next try books it once', async () => {
  const once = aFundUse(council)
  let cutAt = 1
  for (; cutAt < 40; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await useFund({ ...council.deps, db: broken.db }, council.actors.accountant, once).catch(() => null)
    if (answer !== null) break
    expect(await uses()).toBe(0)
  }
  expect(cutAt).toBeGreaterThan(5)
  expect(await uses()).toBe(1)
})

test('a closed fund, an account that is no spending, cash of nowhere and a closed month are refused', async () => {
  expect(await use({ expenseAccountId: council.account('会費収入') })).toMatchObject({ code: 'fund_expense_unusable', field: 'expenseAccountId' })
  expect(await use({ cashAccountId: council.account('現金預金') })).toMatchObject({ code: 'fund_cash_unusable', field: 'cashAccountId' })
  await database.db.prisma.fiscalPeriod.update({
    where: { fiscalYear_firstDay: { fiscalYear: council.fiscalYear, firstDay: toDateColumn(localDate('2026-11-01')) } },
    data: { closedAt: council.deps.now(), closedById: council.actors.accountant.userId },
  })
  expect(await use({ usedOn: localDate('2026-11-20') })).toMatchObject({ code: 'period_closed', field: 'usedOn' })
  await closeGroundItem(council.deps, council.actors.accountant, { table: fundTable, id: council.fund('子ども食堂応援') })
  expect(await use()).toMatchObject({ code: 'fund_unusable', field: 'fundId' })
  expect(await uses()).toBe(0)
})
