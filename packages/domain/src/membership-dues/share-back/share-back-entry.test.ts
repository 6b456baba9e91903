import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { id } from '../../ids.ts'
import { isBalanced } from '../../ledger/entry-draft.ts'
import { yen } from '../../money/yen.ts'
import { entryOfShareBack, type PaidShareBackRun } from './share-back-entry.ts'
import { payableYen, type ShareBackLine } from './share-back.ts'

const uuid = (place: number) => `01900000-0000-7000-8000-0000000000${place}`
const areaId = id<'AreaId'>(uuid(10))
const run: PaidShareBackRun = {
  runId: id(uuid(11)), fiscalYear: fiscalYear(2026), sequence: 2, paidOn: localDate('2027-03-20'),
  expenseAccountId: id(uuid(12)), cashAccountId: id(uuid(13)), postedById: id(uuid(14)),
}
const line = (kind: number, earnedYen: number, alreadyYen: number): ShareBackLine => ({
  areaId, duesKindId: id(uuid(kind)), receivedYen: yen(0), earnedYen: yen(earnedYen), alreadyYen: yen(alreadyYen), parts: [],
})
const paid = (lines: readonly ShareBackLine[]) => entryOfShareBack(id(uuid(15)), { areaId, name: '日吉校区', lines }, run)

test('spending is booked gross and kind by kind, for the year whose dues it is of', () => {
  expect(paid([line(21, 12_000, 2_000), line(22, 500, 500), line(23, 0, 300)])).toMatchObject({
    entryDate: '2027-03-20', kind: 'payment', description: '令和8年度還元金 第2回 日吉校区', sourceKind: 'share_back', sourceId: `${run.runId}/${areaId}`,
    postings: [
      { accountId: run.expenseAccountId, amountYen: 10_000, areaId, duesKindId: uuid(21), duesYear: 2026 },
      { accountId: run.expenseAccountId, amountYen: -300, duesKindId: uuid(23) },
      { accountId: run.cashAccountId, amountYen: -9_700 },
    ],
  })
})

test('whoever has had too much gets no entry', () => {
  expect(paid([line(21, 1_000, 2_000), line(22, 500, 0)])).toBeNull()
})

test('what is booked is balanced, and its cash is what was to be paid', () => {
  const amounts = fc.record({ earned: fc.nat(9_000_000), already: fc.nat(9_000_000) })
  fc.assert(fc.property(fc.array(amounts, { minLength: 1, maxLength: 5 }), (each) => {
    const lines = each.map(({ earned, already }, place) => line(30 + place, earned, already))
    const entry = paid(lines)
    expect(entry === null).toBe(payableYen(lines) === 0)
    if (entry === null) return
    expect(isBalanced(entry.postings)).toBe(true)
    expect(entry.postings.at(-1)?.amountYen).toBe(-payableYen(lines))
  }))
})
