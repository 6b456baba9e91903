import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import type { Contribution } from '@sasaeai/domain/ledger/contribution'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { printedBalances, printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from './check-ledger.ts'
import { correctEntry } from './correct-entry.ts'
import { postContribution } from './post-contribution.ts'
import { postEntryAlone } from './post-entries.ts'
import { reverseEntry } from './reverse-entry.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(async () => {
  // Whatever a story did, the books must be sound when it ends.
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

test('a mistyped amount is corrected the next day: undone in red and booked again, the mistake stays in sight', async () => {
  const dues = { ...householdDues, entryDate: localDate('2026-06-10'), amountYen: yen(51_000) }
  const { id } = await booked(dues)
  const corrected = await correctEntry(council.deps, council.actors.accountant, {
    entryId: id,
    reversalDate: localDate('2026-06-11'),
    reason: '金額の入力誤り',
    contribution: { ...slip(dues), entryDate: localDate('2026-06-11'), amountYen: yen(15_000) },
  })
  expect(corrected.ok).toBe(true)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目  借方金額  貸方科目  貸方金額   件数  財源・運動・方法・地域      摘要
       1  R8.6.10  現金        51,000  会費収入    51,000    102  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       2  R8.6.11  会費収入    51,000  現金        51,000  △102  社協会費・日吉一丁目自治会  取消 社協会費 一般会費 日吉一丁目自治会（金額の入力誤り）
       3  R8.6.11  現金        15,000  会費収入    15,000    102  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会（金額の入力誤り）
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目      借方残高  貸方残高
    現金        15,000
    会費収入              15,000
  `)
})

test('a reversal across a month: refused in the month that is closed, booked in the one that is open', async () => {
  const { id } = await booked({ ...householdDues, entryDate: localDate('2026-09-28'), amountYen: yen(20_000) })
  await database.db.prisma.fiscalPeriod.update({
    where: { fiscalYear_firstDay: { fiscalYear: council.fiscalYear, firstDay: toDateColumn(localDate('2026-09-01')) } },
    data: { closedAt: council.deps.now(), closedById: council.actors.accountant.userId },
  })
  const undo = { entryId: id, reason: '二重の受付' }
  const refused = await reverseEntry(council.deps, council.actors.accountant, {
    ...undo,
    reversalDate: localDate('2026-09-30'),
  })
  expect(refused).toEqual({ ok: false, code: 'period_closed', field: 'reversalDate', about: '令和8年9月30日' })
  if (!refused.ok) expect(failureMessage(refused)).toContain('令和8年9月30日の月は締め済み')
  const reversed = await reverseEntry(council.deps, council.actors.accountant, {
    ...undo,
    reversalDate: localDate('2026-10-01'),
  })
  expect(reversed.ok).toBe(true)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付     借方科目  借方金額  貸方科目  貸方金額   件数  財源・運動・方法・地域      摘要
       1  R8.9.28  現金        20,000  会費収入    20,000    102  社協会費・日吉一丁目自治会  社協会費 一般会費 日吉一丁目自治会
       2  R8.10.1  会費収入    20,000  現金        20,000  △102  社協会費・日吉一丁目自治会  取消 社協会費 一般会費 日吉一丁目自治会（二重の受付）
  `)
})

test('共同募金 is held in custody: a liability, never income, and nothing is left once it has been remitted', async () => {
  const chest = { source: '共同募金', campaign: '赤い羽根共同募金' }
  await booked({ ...chest, method: '戸別募金', area: '日吉一丁目自治会', entryDate: localDate('2026-10-05'), amountYen: yen(62_500), count: 125 })
  await booked({ ...chest, method: '街頭募金', entryDate: localDate('2026-10-10'), amountYen: yen(18_437), count: 2 })
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                借方残高  貸方残高
    現金                  80,937
    預り金（共同募金）              80,937
  `)
  await remitted('赤い羽根共同募金', 80_937)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目            借方金額  貸方科目            貸方金額  件数  財源・運動・方法・地域                                  摘要
       1  R8.10.5   現金                  62,500  預り金（共同募金）    62,500   125  共同募金・赤い羽根共同募金・戸別募金・日吉一丁目自治会  赤い羽根共同募金 戸別募金 日吉一丁目自治会
       2  R8.10.10  現金                  18,437  預り金（共同募金）    18,437     2  共同募金・赤い羽根共同募金・街頭募金                    赤い羽根共同募金 街頭募金
       3  R9.1.15   預り金（共同募金）    80,937  現金                  80,937        赤い羽根共同募金                                        赤い羽根共同募金 県共同募金会へ送金
  `)
  expect(await printedBalances(database.db)).toMatchInlineSnapshot(`
    科目                借方残高  貸方残高
    現金
    預り金（共同募金）
  `)
})

/** A slip with the names that a clerk reads. */
interface NamedSlip extends Pick<Contribution, 'entryDate' | 'amountYen' | 'count'> {
  readonly source: string
  readonly campaign?: string
  readonly method?: string
  readonly duesKind?: string
  readonly area?: string
}

const householdDues = { source: '社協会費', duesKind: '一般会費', area: '日吉一丁目自治会', count: 102 }

function slip({ source, campaign, method, duesKind, area, ...money }: NamedSlip): Contribution {
  return {
    ...money,
    note: '',
    cashAccountId: council.account('現金'),
    fundingSourceId: council.source(source),
    campaignId: campaign === undefined ? undefined : council.campaign(campaign),
    collectionMethodId: method === undefined ? undefined : council.method(method),
    duesKindId: duesKind === undefined ? undefined : council.duesKind(duesKind),
    areaId: area === undefined ? undefined : council.area(area),
  }
}

async function booked(named: NamedSlip) {
  const slipId = council.deps.newId()
  const posted = await postContribution(council.deps, council.actors.accountant, { ...slip(named), slipId })
  if (!posted.ok) throw new Error(`not booked: ${posted.code}`)
  return posted.value
}

/** 送金: the whole of a drive goes to the prefectural 共同募金会. It is no receipt, so it carries no funding source. */
async function remitted(campaign: string, amountYen: number): Promise<void> {
  const id = journalEntryIdSchema.parse(council.deps.newId())
  const entry = {
    id,
    entryDate: localDate('2027-01-15'),
    kind: 'payment',
    description: `${campaign} 県共同募金会へ送金`,
    sourceKind: 'desk',
    sourceId: id,
    postedById: council.actors.accountant.userId,
    searchText: '',
    postings: [
      { accountId: council.account('預り金（共同募金）'), amountYen: yen(amountYen), campaignId: council.campaign(campaign) },
      { accountId: council.account('現金'), amountYen: yen(-amountYen) },
    ],
  } as const
  const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: id }
  await postEntryAlone(council.deps, council.actors.accountant, { entry, audit })
}
