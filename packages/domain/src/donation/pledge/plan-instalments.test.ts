import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { sumYen, yen } from '../../money/yen.ts'
import { planInstalments, pledgeRhythms } from './plan-instalments.ts'

const aPlan = { firstOn: localDate('2026-10-31'), rhythm: 'monthly', times: 5, amountYen: yen(1_000), amountIs: 'each' } as const

test('every month on the same day, or on its last one where the month is shorter', () => {
  expect(planInstalments(aPlan).map(({ plannedOn }) => plannedOn)).toEqual(['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'])
  expect(planInstalments({ ...aPlan, rhythm: 'yearly', times: 2 }).map(({ plannedOn }) => plannedOn)).toEqual(['2026-10-31', '2027-10-31'])
  expect(planInstalments({ ...aPlan, rhythm: 'once' })).toEqual([{ plannedOn: '2026-10-31', plannedYen: 1_000 }])
})

test('a total is shared out to the yen, in days that rise', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pledgeRhythms), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 10_000_000 }), (rhythm, times, amount) => {
      const planned = planInstalments({ ...aPlan, rhythm, times, amountYen: yen(amount), amountIs: 'total' })
      expect(sumYen(planned.map(({ plannedYen }) => plannedYen))).toBe(amount)
      const days = planned.map(({ plannedOn }) => plannedOn)
      expect(days).toEqual([...new Set(days)].toSorted())
    }),
  )
})
