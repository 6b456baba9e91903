import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { unitsSchema } from './membership-input.ts'
import { unitsFromJoining, unitsOn } from './membership-units.ts'

const origin = localDate('2026-04-01')
const history = [
  { effectiveOn: localDate('2026-10-01'), units: 4 },
  { effectiveOn: localDate('2026-04-01'), units: 2 },
]
const anyHistory = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 900 }), units: fc.integer({ min: 1, max: 99 }) }), {
    selector: ({ day }) => day,
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => rows.map(({ day, units }) => ({ effectiveOn: addDays(origin, day), units })))

test('the newest number that is not after the day counts', () => {
  const days = ['2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01', '2030-01-01']
  expect(days.map((day) => unitsOn(history, localDate(day)))).toEqual([null, 2, 2, 4, 4])
})

test('with another day of joining the history begins on it and stays as it was afterwards', () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: -300, max: 1_200 }), fc.integer({ min: 0, max: 900 }), (rows, joined, later) => {
      const joinedOn = addDays(origin, joined)
      const moved = unitsFromJoining(rows, joinedOn)
      expect(moved[0]?.effectiveOn).toBe(joinedOn)
      expect(unitsOn(moved, addDays(joinedOn, -1))).toBeNull()
      const first = rows.reduce((best, each) => (each.effectiveOn < best.effectiveOn ? each : best))
      const day = addDays(joinedOn, later)
      expect(unitsOn(moved, day)).toBe(unitsOn(rows, day) ?? first.units)
    }),
  )
})

test('口 are typed in any width, and what is no number is told so', () => {
  expect(['３', ' 12口 ', '1,000', 4].map((typed) => unitsSchema.parse(typed))).toEqual([3, 12, 1_000, 4])
  expect(['', '二', '1.5', '-1'].map((typed) => unitsSchema.safeParse(typed).error?.issues[0]?.message)).toEqual(
    Array.from({ length: 4 }, () => '口数は数字で入力してください。例：2'),
  )
  expect(unitsSchema.safeParse('0').error?.issues[0]?.message).toBe('口数は1以上で入力してください。例：2')
})
