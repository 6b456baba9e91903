import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, compareLocalDate, localDate, localDateInTokyo, localDateOfParts, partsOf } from './local-date.ts'
import { localDateSchema } from './local-date-schema.ts'

const days = fc.integer({ min: 0, max: 121_000 }).map((offset) => addDays(localDate('1868-04-01'), offset))

describe('localDate', () => {
  it.each(['2026-04-01', '2024-02-29', '2000-02-29', '1868-04-01', '2200-03-31'])('takes %s', (text) => {
    expect(localDate(text)).toBe(text)
    expect(localDateSchema.safeParse(text).success).toBe(true)
  })

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1868-03-31',
    '2200-04-01',
    '2026-4-1',
    '2026/04/01',
    '2026-04-01T00:00',
    ' 2026-04-01',
    '',
  ])('refuses "%s"', (text) => {
    expect(() => localDate(text)).toThrow(RangeError)
    expect(localDateSchema.safeParse(text).success).toBe(false)
  })

  it('agrees with the calendar of the platform about which days exist', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1869, max: 2199 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    })
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        const rolled = new Date(Date.UTC(year, month - 1, day))
        const exists = rolled.getUTCMonth() === month - 1 && rolled.getUTCDate() === day
        expect(localDateOfParts({ year, month, day }) !== null).toBe(exists)
      }),
    )
  })

  it('is rebuilt from its parts', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(localDateOfParts(partsOf(date))).toBe(date)
      }),
    )
  })
})

describe('addDays', () => {
  it('crosses months, years and February 29', () => {
    expect(addDays(localDate('2026-03-31'), 1)).toBe('2026-04-01')
    expect(addDays(localDate('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(localDate('2026-01-01'), -1)).toBe('2025-12-31')
  })

  it('comes back by the same number of days', () => {
    fc.assert(
      fc.property(days, days, (date, other) => {
        const distance = Math.round((Date.parse(other) - Date.parse(date)) / 86_400_000)
        expect(addDays(date, distance)).toBe(other)
      }),
    )
  })
})

describe('compareLocalDate', () => {
  it('orders days as they follow one another', () => {
    fc.assert(
      fc.property(days, days, (left, right) => {
        expect(Math.sign(compareLocalDate(left, right))).toBe(Math.sign(Date.parse(left) - Date.parse(right)))
      }),
    )
  })
})

describe('localDateInTokyo', () => {
  it('changes the day at midnight in Tokyo, which is 15:00 UTC', () => {
    expect(localDateInTokyo(new Date('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31')
    expect(localDateInTokyo(new Date('2026-03-31T15:00:00.000Z'))).toBe('2026-04-01')
  })
})
