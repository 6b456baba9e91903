import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { bookingDayOf } from './booking-day.ts'

const days = (...texts: string[]) => texts.map(localDate)
const today = localDate('2026-11-22')
const open = days('2026-10-01', '2026-11-01', '2026-12-01')

test('a payment is booked on its day, or in the next open month that has begun', () => {
  expect(bookingDayOf(localDate('2026-10-15'), open, today)).toBe('2026-10-15')
  expect(bookingDayOf(localDate('2026-09-30'), open, today)).toBe('2026-10-01')
  expect(bookingDayOf(localDate('2026-10-31'), days('2026-12-01'), today)).toBeNull()
})

test('what the demo gateway tells of a day to come is booked today', () => {
  expect(bookingDayOf(localDate('2026-12-22'), open, today)).toBe('2026-11-22')
  expect(bookingDayOf(localDate('2027-04-01'), open, today)).toBe('2026-11-22')
  expect(bookingDayOf(localDate('2026-12-22'), days('2026-10-01', '2026-12-01'), today)).toBeNull()
})
