import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDayOf, fiscalYear, fiscalYearOf } from './fiscal-year.ts'
import { formatLocalDate, formatLocalDateShort } from './japanese-era.ts'
import { addDays, localDate, partsOf, type LocalDate } from './local-date.ts'
import { dateRefusalMessage, parseDate, type DateRefusal } from './parse-date.ts'

const today = localDate('2026-11-21')
const days = fc.integer({ min: 0, max: 120_000 }).map((offset) => addDays(localDate('1868-10-23'), offset))

const explicitFormats: ((date: LocalDate) => string)[] = [
  formatLocalDate,
  formatLocalDateShort,
  (date) => date,
  (date) => date.replaceAll('-', ''),
  (date) => date.replaceAll('-', '/'),
  (date) => `${partsOf(date).year}/${partsOf(date).month}/${partsOf(date).day}`,
  (date) => `${partsOf(date).year}年${partsOf(date).month}月${partsOf(date).day}日`,
  (date) => formatLocalDateShort(date).toLowerCase(),
  (date) => formatLocalDateShort(date).replaceAll('.', '/'),
]

const monthDayFormats: ((date: LocalDate) => string)[] = [
  (date) => `${partsOf(date).month}/${partsOf(date).day}`,
  (date) => `${partsOf(date).month}月${partsOf(date).day}日`,
  (date) => date.slice(5).replace('-', ''),
  (date) => `${partsOf(date).month}${date.slice(8)}`,
]

describe('parseDate', () => {
  it.each([
    ['R8.4.1', '2026-04-01'],
    ['r8.4.1', '2026-04-01'],
    ['Ｒ８．４．１', '2026-04-01'],
    ['R08.04.01', '2026-04-01'],
    ['R080401', '2026-04-01'],
    ['R8/4/1', '2026-04-01'],
    ['R 8. 4. 1', '2026-04-01'],
    ['R8 4 1', '2026-04-01'],
    ['令和8年4月1日', '2026-04-01'],
    ['令和８年　４月　１日', '2026-04-01'],
    ['㋿8年4月1日', '2026-04-01'],
    ['令8.4.1', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['平成31年4月30日', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['T15.12.24', '1926-12-24'],
    ['M45.7.29', '1912-07-29'],
    ['20260401', '2026-04-01'],
    ['２０２６０４０１', '2026-04-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['２０２６／４／１', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['2026ー4ー1', '2026-04-01'],
    ['8.4.1', '2026-04-01'],
    ['8年4月1日', '2026-04-01'],
    ['元.5.1', '2019-05-01'],
    ['2024/2/29', '2024-02-29'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseDate(text, { today })).toEqual({ ok: true, date: expected })
  })

  it.each(['0401', '401', '4/1', '4.1', '4-1', '4月1日', '０４０１', '４／１', '4・1'])(
    'reads %s inside the fiscal year, whatever today is',
    (text) => {
      expect(parseDate(text, { today, fiscalYear: fiscalYear(2024) })).toEqual({ ok: true, date: '2024-04-01' })
    },
  )

  it('puts January to March at the end of the fiscal year', () => {
    expect(parseDate('3/31', { today, fiscalYear: fiscalYear(2026) })).toEqual({ ok: true, date: '2027-03-31' })
  })

  it('reads a month and day without a fiscal year as the nearest one that does not lie ahead', () => {
    expect(parseDate('1121', { today })).toEqual({ ok: true, date: '2026-11-21' })
    expect(parseDate('1122', { today })).toEqual({ ok: true, date: '2025-11-22' })
    expect(parseDate('12/25', { today })).toEqual({ ok: true, date: '2025-12-25' })
  })

  it('takes a date without era a year ahead, and asks about one that lies further', () => {
    expect(parseDate('9.3.31', { today })).toEqual({ ok: true, date: '2027-03-31' })
    expect(parseDate('26/4/1', { today })).toEqual({ ok: false, reason: 'unclear_year' })
    expect(parseDate('31.4.30', { today })).toEqual({ ok: false, reason: 'unclear_year' })
  })

  it.each<[string, DateRefusal]>([
    ['', 'empty'],
    ['　 ', 'empty'],
    ['2/30', 'no_such_day'],
    ['0230', 'no_such_day'],
    ['R8.2.29', 'no_such_day'],
    ['2026/2/29', 'no_such_day'],
    ['20261301', 'no_such_day'],
    ['4/31', 'no_such_day'],
    ['0/1', 'no_such_day'],
    ['令和0年1月1日', 'outside_era'],
    ['H31.5.1', 'outside_era'],
    ['R1.4.30', 'outside_era'],
    ['令和元年4月30日', 'outside_era'],
    ['S64.1.8', 'outside_era'],
    ['S1.12.24', 'outside_era'],
    ['T15.12.25', 'outside_era'],
    ['H0.1.1', 'outside_era'],
    ['M1.10.22', 'outside_era'],
    ['18680331', 'out_of_range'],
    ['3026/4/1', 'out_of_range'],
    ['0026/4/1', 'out_of_range'],
    ['260401', 'unreadable'],
    ['2026/4', 'unreadable'],
    ['4', 'unreadable'],
    ['X8.4.1', 'unreadable'],
    ['今日', 'unreadable'],
    ['2026-04-01T00:00', 'unreadable'],
  ])('refuses "%s" as %s', (text, reason) => {
    expect(parseDate(text, { today })).toEqual({ ok: false, reason })
  })

  it('refuses February 29 in a fiscal year that has none', () => {
    expect(parseDate('2/29', { today, fiscalYear: fiscalYear(2026) })).toEqual({ ok: false, reason: 'no_such_day' })
    expect(parseDate('2/29', { today, fiscalYear: fiscalYear(2027) })).toEqual({ ok: true, date: '2028-02-29' })
  })

  it('reads back every date in every format that names its year', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...explicitFormats), fc.boolean(), (date, format, wide) => {
        const text = format(date)
        expect(parseDate(wide ? inFullWidth(text) : text, { today })).toEqual({ ok: true, date })
      }),
      { numRuns: 1000 },
    )
  })

  it('reads back every month and day of the fiscal year at work', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...monthDayFormats), fc.boolean(), (date, format, wide) => {
        const text = format(date)
        const context = { today, fiscalYear: fiscalYearOf(date) }
        expect(parseDate(wide ? inFullWidth(text) : text, context)).toEqual({ ok: true, date })
      }),
      { numRuns: 1000 },
    )
  })

  it('reads back days of the present era up to today without the era', () => {
    const sinceReiwa = fc.integer({ min: 0, max: 2761 }).map((offset) => addDays(localDate('2019-05-01'), offset))
    fc.assert(
      fc.property(sinceReiwa, (date) => {
        expect(parseDate(formatLocalDateShort(date).slice(1), { today })).toEqual({ ok: true, date })
      }),
    )
  })

  it('never places a month and day after today when no fiscal year is given', () => {
    fc.assert(
      fc.property(days, days, (someToday, date) => {
        fc.pre(someToday > firstDayOf(fiscalYear(1870)))
        const { month, day } = partsOf(date)
        const parsed = parseDate(`${month}/${day}`, { today: someToday })
        expect(parsed.ok ? parsed.date <= someToday : parsed.reason === 'no_such_day').toBe(true)
      }),
    )
  })

  it('answers with a date or a reason to anything typed, and never throws', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789R平成令和元年月日./-ー　 '), maxLength: 12 })
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseDate(text, { today })
        expect(parsed.ok || dateRefusalMessage(parsed.reason).includes('例：')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

function inFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
}
