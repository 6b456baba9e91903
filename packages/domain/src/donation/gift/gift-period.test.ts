import { expect, test } from 'vitest'
import { addDays } from '../../calendar/local-date.ts'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { daysOfGiftPeriod, giftPeriodName, giftPeriods } from './gift-period.ts'

const year = fiscalYear(2027)

test('the halves and the months of a year follow each other from its first day to its last, leap days included', () => {
  const days = (period: (typeof giftPeriods)[number]) => daysOfGiftPeriod(year, period)
  expect(days('year')).toEqual({ from: '2027-04-01', to: '2028-03-31' })
  expect([days('first_half'), days('second_half')]).toEqual([{ from: '2027-04-01', to: '2027-09-30' }, { from: '2027-10-01', to: '2028-03-31' }])
  const months = giftPeriods.slice(3).map(days)
  expect(months).toHaveLength(12)
  months.forEach(({ from }, place) => expect(from).toBe(place === 0 ? '2027-04-01' : addDays(months[place - 1]?.to ?? from, 1)))
  expect(days('m2')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(months.at(-1)?.to).toBe('2028-03-31')
})

test('every period has a name of its own', () => {
  expect(new Set(giftPeriods.map(giftPeriodName)).size).toBe(giftPeriods.length)
  expect(giftPeriodName('m10')).toBe('10月')
})
