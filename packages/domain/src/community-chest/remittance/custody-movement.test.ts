import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { id } from '../../ids.ts'
import { sumYen, yen } from '../../money/yen.ts'
import { type CustodyMovement, custodyMovementKinds, withBalances } from './custody-movement.ts'
import { settlementDeadline } from './settlement-deadline.ts'

const movement = (day: string, kind: CustodyMovement['kind'], changeYen: number): CustodyMovement => ({
  day: localDate(day), kind, entries: 1, entry: null, changeYen: yen(changeYen),
})
const ofEntry = (entryNumber: number) => ({ entry: { entryId: id<'JournalEntryId'>('01930000-0000-7000-8000-000000000000'), entryNumber, description: '', isReversed: false } })

test('what came in on a day stands before what went out on it, and each line says what is held after it', () => {
  const told = [
    { ...movement('2026-12-10', 'remitted', -60_000), ...ofEntry(7) },
    movement('2026-10-05', 'received', 62_500),
    movement('2026-12-10', 'received', 1_000),
    { ...movement('2026-12-11', 'payment_undone', 60_000), ...ofEntry(8) },
  ]
  expect(withBalances(told).map(({ day, kind, heldYen }) => [day, kind, heldYen])).toEqual([
    ['2026-10-05', 'received', 62_500],
    ['2026-12-10', 'received', 63_500],
    ['2026-12-10', 'remitted', 3_500],
    ['2026-12-11', 'payment_undone', 63_500],
  ])
})

test('the last balance is the sum of all movements, in whichever order they are told', () => {
  const movements = fc.array(
    fc.record({
      day: fc.constantFrom('2026-10-05', '2026-10-06', '2026-12-31'),
      kind: fc.constantFrom(...custodyMovementKinds),
      changeYen: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    }).map(({ day, kind, changeYen }) => movement(day, kind, changeYen)),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(movements, (told) => {
      const balanced = withBalances(told)
      expect(balanced).toHaveLength(told.length)
      expect(balanced.at(-1)?.heldYen).toBe(sumYen(told.map(({ changeYen }) => changeYen)))
      expect(balanced.map(({ day }) => day)).toEqual(balanced.map(({ day }) => day).toSorted())
    }),
  )
})

test('a drive is settled one month after its last day, however short that month is', () => {
  expect(settlementDeadline(localDate('2026-12-31'))).toBe('2027-01-31')
  expect(settlementDeadline(localDate('2027-01-31'))).toBe('2027-02-28')
  expect(settlementDeadline(localDate('2028-01-31'))).toBe('2028-02-29')
  expect(settlementDeadline(localDate('2027-03-15'))).toBe('2027-04-15')
})
