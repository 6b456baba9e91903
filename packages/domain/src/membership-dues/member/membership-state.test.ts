import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDayOf, fiscalYear, fiscalYearOf, lastDayOf } from '../../calendar/fiscal-year.ts'
import { addDays, localDate, type LocalDate } from '../../calendar/local-date.ts'
import { dayInYear, membershipMovement, type MembershipPeriod, membershipStateOn } from './membership-state.ts'

const origin = localDate('2023-04-01')

/** One supporter's memberships of one kind: joins, leaves, rejoins …, each some days after the one before. */
const anyCareer = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 500 }), length: fc.integer({ min: 0, max: 700 }) }), { maxLength: 4 })
  .chain((spans) => fc.boolean().map((staysOn) => careerOf(spans, staysOn)))

function careerOf(spans: readonly { gap: number; length: number }[], staysOn: boolean): MembershipPeriod[] {
  const periods: MembershipPeriod[] = []
  let free = origin
  for (const { gap, length } of spans) {
    const joinedOn = addDays(free, gap)
    const leftOn = addDays(joinedOn, length)
    periods.push({ joinedOn, leftOn, isRejoined: periods.length > 0 })
    free = addDays(leftOn, 1)
  }
  const last = periods.at(-1)
  return staysOn && last !== undefined ? [...periods.slice(0, -1), { ...last, leftOn: null }] : periods
}

const anyDay = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(origin, days))

/** Counted by hand: members once the day is over. */
const remains = ({ joinedOn, leftOn }: MembershipPeriod, day: LocalDate) => joinedOn <= day && (leftOn === null || leftOn > day)

test('whoever is a member on a day is in exactly one state, and nobody else is', () => {
  fc.assert(
    fc.property(anyCareer, anyDay, (career, day) => {
      const states = career.map((period) => membershipStateOn(period, day))
      const present = states.filter((state) => state === 'new' || state === 'rejoined' || state === 'continuing')
      expect(present).toHaveLength(career.filter((period) => remains(period, day)).length)
      expect(present.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('continuing, new and rejoined less those who left are the continuing members of the next year', () => {
  fc.assert(
    fc.property(fc.array(anyCareer, { maxLength: 6 }), fc.integer({ min: 2023, max: 2029 }), (careers, year) => {
      const periods = careers.flat()
      const thisYear = membershipMovement(periods, lastDayOf(fiscalYear(year)))
      const nextYear = membershipMovement(periods, firstDayOf(fiscalYear(year + 1)))
      expect(nextYear.atStart).toBe(thisYear.now)
    }),
  )
})

test('the counts of a day agree with the states of that day', () => {
  fc.assert(
    fc.property(fc.array(anyCareer, { maxLength: 6 }), anyDay, (careers, day) => {
      const periods = careers.flat()
      const states = periods.map((period) => membershipStateOn(period, day))
      const movement = membershipMovement(periods, day)
      expect(movement.left).toBe(states.filter((state) => state === 'left').length)
      expect(movement.now).toBe(periods.filter((period) => remains(period, day)).length)
    }),
  )
})

test('the last day of a membership counts as left, the first as new', () => {
  const period = { joinedOn: localDate('2026-04-01'), leftOn: localDate('2027-03-31'), isRejoined: false }
  expect(membershipStateOn(period, localDate('2026-03-31'))).toBe('upcoming')
  expect(membershipStateOn(period, localDate('2026-04-01'))).toBe('new')
  expect(membershipStateOn(period, localDate('2027-03-30'))).toBe('new')
  expect(membershipStateOn(period, localDate('2027-03-31'))).toBe('left')
  expect(membershipStateOn(period, localDate('2027-04-01'))).toBeNull()
  expect(membershipStateOn({ ...period, leftOn: null, isRejoined: true }, localDate('2027-04-01'))).toBe('continuing')
})

test('a year is looked at on today, or on its nearer end', () => {
  const today = localDate('2026-10-15')
  expect([2025, 2026, 2027].map((year) => dayInYear(fiscalYear(year), today))).toEqual(['2026-03-31', '2026-10-15', '2027-04-01'])
  fc.assert(fc.property(anyDay, (day) => dayInYear(fiscalYearOf(day), day) === day))
})
