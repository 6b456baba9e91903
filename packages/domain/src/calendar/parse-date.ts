import { calendarYearOf, type FiscalYear } from './fiscal-year.ts'
import { calendarYearOfEra, eraOf, japaneseEras, type JapaneseEra } from './japanese-era.ts'
import { addDays, daysInMonth, localDateOfParts, partsOf, type DateParts, type LocalDate } from './local-date.ts'

/** Why a typed date is not taken. */
export type DateRefusal = 'empty' | 'unreadable' | 'no_such_day' | 'outside_era' | 'unclear_year' | 'out_of_range'

export type ParsedDate =
  | { readonly ok: true; readonly date: LocalDate }
  | { readonly ok: false; readonly reason: DateRefusal }

export interface DateContext {
  /** Today in Tokyo: decides the era of `8.4.1` and, without a fiscal year, the year of `4/1`. */
  readonly today: LocalDate
  /** The fiscal year being worked on: a month and day alone falls inside it. */
  readonly fiscalYear?: FiscalYear
}

/**
 * Reads a date as staff type it, in full or half width: `R8.4.1`, `R080401`, `令和8年4月1日`, `令和元年5月1日`,
 * `2026-04-01`, `2026/4/1`, `20260401`, `8.4.1` (the era of today), and `4/1`, `4月1日`, `0401`, `401`, whose year is
 * that of the given fiscal year or else the nearest that does not lie ahead of today.
 * The caller echoes what was understood, so that a wrong year is seen at once.
 */
export function parseDate(text: string, context: DateContext): ParsedDate {
  const typed = tidy(text)
  if (typed === '') return refuse('empty')
  return (
    readWithEra(typed) ??
    readWithCalendarYear(typed) ??
    readWithBareEraYear(typed, context.today) ??
    readMonthAndDay(typed, context) ??
    refuse('unreadable')
  )
}

/** What to tell the person who typed it: what is wrong and how it should look. */
export function dateRefusalMessage(reason: DateRefusal): string {
  return messages[reason]
}

const messages: Record<DateRefusal, string> = {
  empty: '日付を入力してください。例：R8.4.1、令和8年4月1日、20260401',
  unreadable: '日付として読み取れません。次のように入力してください。例：R8.4.1、令和8年4月1日、20260401、4/1',
  no_such_day: 'その日付は暦にありません。月と日を確かめて入力し直してください。例：R8.2.28',
  outside_era: 'その元号にない日付です。元号と年を確かめるか、西暦で入力してください。例：平成31年5月1日は R1.5.1 または 2019/5/1',
  unclear_year: '年が元号の年か西暦か分かりません。元号か4桁の西暦を付けてください。例：R8.4.1 または 2026/4/1',
  out_of_range: '扱える年の範囲を外れています。年を確かめて入力し直してください。例：2026/4/1',
}

/** NFKC also opens ㍻ and ㋿. Blanks between digits separate; all others are dropped. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/(\d)\s+(?=\d)/g, '$1.')
    .replace(/\s+/g, '')
}

const eraWord = '(?<era>令和|平成|昭和|大正|明治|令|平|昭|大|明|[RHSTM])'
/** Dots, slashes and dashes, and what those keys type while kana input is on. */
const mark = String.raw`[./\-‐−ー・。、]`
const monthAndDay = `(?<month>\\d{1,2})(?:${mark}|月)(?<day>\\d{1,2})日?`
const eraForms = [
  new RegExp(`^${eraWord}(?<year>元|\\d{1,3})(?:${mark}|年)${monthAndDay}$`),
  new RegExp(`^${eraWord}(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})$`),
]
const calendarYearForms = [
  new RegExp(`^(?<year>\\d{4})(?:${mark}|年)${monthAndDay}$`),
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
]
const bareEraYearForms = [new RegExp(`^(?<year>元|\\d{1,2})(?:${mark}|年)${monthAndDay}$`)]
const monthAndDayForms = [new RegExp(`^${monthAndDay}$`), /^(?<month>\d{1,2})(?<day>\d{2})$/]

function readWithEra(typed: string): ParsedDate | null {
  const fields = firstMatch(eraForms, typed)
  if (!fields) return null
  const word = fields['era'] ?? ''
  const era = japaneseEras.find(({ name, letter }) => name.startsWith(word) || letter === word)
  return era ? dateInEra(era, fields) : null
}

function readWithCalendarYear(typed: string): ParsedDate | null {
  const fields = firstMatch(calendarYearForms, typed)
  return fields && dateOfParts({ year: Number(fields['year']), ...monthAndDayOf(fields) })
}

/** A date more than a year ahead is rather a western year cut short (26/4/1) or another era's (31.4.30): ask. */
function readWithBareEraYear(typed: string, today: LocalDate): ParsedDate | null {
  const fields = firstMatch(bareEraYearForms, typed)
  if (!fields) return null
  const era = eraOf(today)
  const parsed = era ? dateInEra(era, fields) : refuse('unclear_year')
  if (parsed.ok && parsed.date > addDays(today, 366)) return refuse('unclear_year')
  return parsed
}

function readMonthAndDay(typed: string, { today, fiscalYear }: DateContext): ParsedDate | null {
  const fields = firstMatch(monthAndDayForms, typed)
  if (!fields) return null
  const { month, day } = monthAndDayOf(fields)
  if (fiscalYear !== undefined) return dateOfParts({ year: calendarYearOf(fiscalYear, month), month, day })
  const now = partsOf(today)
  const liesAhead = month > now.month || (month === now.month && day > now.day)
  return dateOfParts({ year: liesAhead ? now.year - 1 : now.year, month, day })
}

function dateInEra(era: JapaneseEra, fields: Fields): ParsedDate {
  const eraYear = fields['year'] === '元' ? 1 : Number(fields['year'])
  const parsed = dateOfParts({ year: calendarYearOfEra(era, eraYear), ...monthAndDayOf(fields) })
  if (parsed.ok && eraOf(parsed.date) !== era) return refuse('outside_era')
  return parsed
}

function dateOfParts(parts: DateParts): ParsedDate {
  const { year, month, day } = parts
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return refuse('no_such_day')
  const date = localDateOfParts(parts)
  return date === null ? refuse('out_of_range') : { ok: true, date }
}

type Fields = Record<string, string>

function firstMatch(forms: readonly RegExp[], typed: string): Fields | null {
  for (const form of forms) {
    const groups = form.exec(typed)?.groups
    if (groups) return groups
  }
  return null
}

function monthAndDayOf(fields: Fields): { month: number; day: number } {
  return { month: Number(fields['month']), day: Number(fields['day']) }
}

function refuse(reason: DateRefusal): ParsedDate {
  return { ok: false, reason }
}
