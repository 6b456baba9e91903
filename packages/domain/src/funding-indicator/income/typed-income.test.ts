import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { largestTypedYen } from '../../money/parse-amount.ts'
import { yen } from '../../money/yen.ts'
import { amountInCell, readAmountInCell, readTypedIncome, usualSaid } from './typed-income.ts'

const said = usualSaid({ name: '令和7年度', firstDay: localDate('2025-04-01'), lastDay: localDate('2026-03-31') })
const lineId = '01990000-0000-7000-8000-000000000001'
const replacesId = '01990000-0000-7000-8000-000000000002'

test('what stands in a cell is read back as it is, and nothing stays nothing', () => {
  fc.assert(fc.property(fc.integer({ min: -largestTypedYen, max: largestTypedYen }), (amount) => {
    expect(readAmountInCell(amountInCell(yen(amount)))).toEqual({ ok: true, amountYen: amount === 0 ? 0 : amount })
  }))
  expect(readAmountInCell(amountInCell(null))).toEqual({ ok: true, amountYen: null })
})

test('amounts are typed in any width, below zero with △ or −, and an empty cell takes back', () => {
  const typed = {
    [`budget/${lineId}`]: { text: '１６５，０００，０００', replacesId: null },
    [`settled/${lineId}`]: { text: '△1,200', replacesId },
    'figure/total_expense': { text: '', replacesId },
  }
  expect(readTypedIncome(typed, said)).toEqual({
    ok: true,
    totals: [
      { lineId, kind: 'budget', amountYen: 165_000_000, source: '令和7年度 資金収支予算書', asOf: '2025-04-01', note: '', replacesId: null },
      { lineId, kind: 'settled', amountYen: -1_200, source: '令和7年度 資金収支計算書', asOf: '2026-03-31', note: '', replacesId },
    ],
    figures: [{ figure: 'total_expense', amountYen: null, source: '令和7年度 資金収支計算書', asOf: '2026-03-31', note: '', replacesId }],
  })
})

test('the first cell that cannot be read is named, and a cost is never below zero', () => {
  expect(readTypedIncome({ [`settled/${lineId}`]: { text: '12万', replacesId: null } }, said)).toMatchObject({ ok: false, key: `settled/${lineId}` })
  expect(readTypedIncome({ 'figure/fundraising_cost': { text: '△5', replacesId: null } }, said)).toMatchObject({ ok: false, key: 'figure/fundraising_cost' })
})
