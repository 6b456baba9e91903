import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { yen } from '../../money/yen.ts'
import { oldestHeldSince } from './oldest-held.ts'

const october = (day: number) => localDate(`2026-10-${String(day).padStart(2, '0')}`)
const received = [
  { day: october(5), receivedYen: yen(62_500) },
  { day: october(10), receivedYen: yen(18_437) },
  { day: october(20), receivedYen: yen(1) },
]

test('the oldest money goes first: what is left is the last that came in', () => {
  expect(oldestHeldSince(received, yen(80_938))).toBe('2026-10-05')
  expect(oldestHeldSince(received, yen(18_439))).toBe('2026-10-05')
  expect(oldestHeldSince(received, yen(18_438))).toBe('2026-10-10')
  expect(oldestHeldSince(received, yen(1))).toBe('2026-10-20')
})

test('nothing held, or less than nothing, is not held since any day', () => {
  expect(oldestHeldSince(received, yen(0))).toBeNull()
  expect(oldestHeldSince(received, yen(-500))).toBeNull()
  expect(oldestHeldSince([], yen(100))).toBeNull()
})

/** The same yen by yen: a queue from whose front everything is paid. */
function queueSince(days: readonly { day: string; receivedYen: number }[], paidYen: number): string | null {
  const queue = days.toSorted((left, right) => left.day.localeCompare(right.day)).flatMap(({ day, receivedYen }) => Array.from({ length: receivedYen }, () => day))
  return queue.slice(paidYen)[0] ?? null
}

test('is what a queue of single yen answers, in whichever order the days are told', () => {
  const days = fc.uniqueArray(fc.record({ offset: fc.integer({ min: 0, max: 60 }), receivedYen: fc.integer({ min: 0, max: 30 }) }), {
    selector: ({ offset }) => offset, maxLength: 12,
  })
  fc.assert(
    fc.property(days, fc.nat({ max: 400 }), (offsets, wanted) => {
      const told = offsets.map(({ offset, receivedYen }) => ({ day: addDays(october(1), offset), receivedYen: yen(receivedYen) }))
      const total = told.reduce((sum, { receivedYen }) => sum + receivedYen, 0)
      const paidYen = Math.min(wanted, total)
      expect(oldestHeldSince(told, yen(total - paidYen))).toBe(queueSince(told, paidYen))
    }),
  )
})
