import { compareLocalDate, localDate, partsOf, type LocalDate } from './local-date.ts'
import type { FiscalYear } from './fiscal-year.ts'

/** A Japanese era: until the next one begins. Years count from 1 (元年) in the calendar year of its first day. */
export interface JapaneseEra {
  readonly name: '令和' | '平成' | '昭和' | '大正' | '明治'
  readonly letter: 'R' | 'H' | 'S' | 'T' | 'M'
  readonly firstDay: LocalDate
}

/**
 * The eras since 1868, the present one first. First days are those of the edicts (改元の詔書, 元号を改める政令): the
 * day itself belongs to the new era, so that every day has exactly one.
 */
export const japaneseEras: readonly JapaneseEra[] = [
  { name: '令和', letter: 'R', firstDay: localDate('2019-05-01') },
  { name: '平成', letter: 'H', firstDay: localDate('1989-01-08') },
  { name: '昭和', letter: 'S', firstDay: localDate('1926-12-25') },
  { name: '大正', letter: 'T', firstDay: localDate('1912-07-30') },
  { name: '明治', letter: 'M', firstDay: localDate('1868-10-23') },
]

/** The era of a day, or null before 明治. */
export function eraOf(date: LocalDate): JapaneseEra | null {
  return japaneseEras.find((era) => compareLocalDate(era.firstDay, date) <= 0) ?? null
}

/** The calendar year of a year of an era: 令和8年 is 2026. Says nothing about whether the era reached that year. */
export function calendarYearOfEra(era: JapaneseEra, eraYear: number): number {
  return partsOf(era.firstDay).year + eraYear - 1
}

/** `令和8年4月1日`, `令和元年5月1日`; days before 明治 in the western calendar, `1868年4月1日`. */
export function formatLocalDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date)
  const era = eraOf(date)
  return `${era ? eraYearText(era, year) : year}年${month}月${day}日`
}

/** `R8.4.1`, for narrow columns; days before 明治 as `1868.4.1`. */
export function formatLocalDateShort(date: LocalDate): string {
  const { year, month, day } = partsOf(date)
  const era = eraOf(date)
  return `${era ? `${era.letter}${eraYearOf(era, year)}` : year}.${month}.${day}`
}

/** `令和8年4月`: the month of a day, named by the era of that day. */
export function formatLocalMonth(date: LocalDate): string {
  const { year, month } = partsOf(date)
  const era = eraOf(date)
  return `${era ? eraYearText(era, year) : year}年${month}月`
}

/**
 * `令和8年度`. Named by the era that stands on December 31 of its first calendar year, as public bodies did: 2019 is
 * 令和元年度 from its first day, and 昭和64年 gave its name to no fiscal year.
 */
export function formatFiscalYear(year: FiscalYear): string {
  const era = eraOf(localDate(`${year}-12-31`))
  return `${era ? eraYearText(era, year) : year}年度`
}

/** The year that an era counts in a fiscal year, as `formatFiscalYear` prints it: 8 for 令和8年度; the western year before 明治. */
export function eraYearOfFiscalYear(year: FiscalYear): number {
  const era = eraOf(localDate(`${year}-12-31`))
  return era === null ? year : eraYearOf(era, year)
}

function eraYearText(era: JapaneseEra, calendarYear: number): string {
  const eraYear = eraYearOf(era, calendarYear)
  return `${era.name}${eraYear === 1 ? '元' : eraYear}`
}

function eraYearOf(era: JapaneseEra, calendarYear: number): number {
  return calendarYear - partsOf(era.firstDay).year + 1
}
