import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { addYen, yen } from '../../money/yen.ts'
import { grantApplicationState, type GrantProgress, isReportOverdue, owesReport, remainingBudgetYen, unpaidYen, unspentYen } from './grant-application-state.ts'

const fresh: GrantProgress = { withdrawnOn: null, awardedYen: null, paidYen: yen(0), spentYen: null }
const stateOf = (change: Partial<GrantProgress>) => grantApplicationState({ ...fresh, ...change })

test('an application goes from 決定待ち to 報告済み, and zero awarded is 不採択', () => {
  expect(stateOf({})).toBe('applied')
  expect(stateOf({ withdrawnOn: localDate('2026-11-01') })).toBe('withdrawn')
  expect(stateOf({ awardedYen: yen(0) })).toBe('declined')
  expect(stateOf({ awardedYen: yen(50_000) })).toBe('awarded')
  expect(stateOf({ awardedYen: yen(50_000), paidYen: yen(30_000) })).toBe('partly_paid')
  expect(stateOf({ awardedYen: yen(50_000), paidYen: yen(50_000) })).toBe('paid')
  expect(stateOf({ awardedYen: yen(50_000), paidYen: yen(50_000), spentYen: yen(48_000) })).toBe('reported')
})

test('what is paid and what is to be paid make the award, to the yen', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000_000 }), fc.nat({ max: 10_000_000 }), (awarded, wanted) => {
      const paidYen = yen(Math.min(awarded, wanted))
      const left = unpaidYen({ ...fresh, awardedYen: yen(awarded), paidYen })
      expect(left).toBeGreaterThanOrEqual(0)
      expect(addYen(left, paidYen)).toBe(awarded)
    }),
  )
  expect(unpaidYen({ ...fresh, withdrawnOn: localDate('2026-11-01'), awardedYen: yen(9) })).toBe(0)
})

test('who spends more than the grant has nothing left over', () => {
  expect(unspentYen({ paidYen: yen(50_000), spentYen: yen(48_000) })).toBe(2_000)
  expect(unspentYen({ paidYen: yen(50_000), spentYen: yen(70_000) })).toBe(0)
  expect(unspentYen({ paidYen: yen(50_000), spentYen: null })).toBeNull()
})

test('a report is waited for only where something was paid, and from the day after its term', () => {
  const due = localDate('2027-03-31')
  const paid = { ...fresh, awardedYen: yen(1), paidYen: yen(1) }
  expect(isReportOverdue(paid, due, due)).toBe(false)
  expect(isReportOverdue(paid, due, localDate('2027-04-01'))).toBe(true)
  expect(isReportOverdue({ ...paid, spentYen: yen(1) }, due, localDate('2027-04-01'))).toBe(false)
  expect(isReportOverdue(fresh, due, localDate('2027-04-01'))).toBe(false)
  expect(isReportOverdue(paid, null, localDate('2027-04-01'))).toBe(false)
  expect([owesReport(paid), owesReport({ ...paid, withdrawnOn: due }), owesReport({ ...paid, spentYen: yen(0) }), owesReport(fresh)]).toEqual([true, false, false, false])
})

test('a budget that is given away twice over is told as less than nothing', () => {
  expect(remainingBudgetYen(yen(100), [yen(70), yen(20)])).toBe(10)
  expect(remainingBudgetYen(yen(100), [yen(70), yen(80)])).toBe(-50)
})
