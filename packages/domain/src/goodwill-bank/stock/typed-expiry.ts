import { daysInMonth, localDateOfParts, partsOf, type LocalDate } from '../../calendar/local-date.ts'
import { type DateContext, parseDate } from '../../calendar/parse-date.ts'

/**
 * Reads a 期限 as it is printed on goods and typed from them: a day as everywhere else, or year and month alone (`2027.3`,
 * `R9.3`, `27/03` as tins say it), which is good to the end of that month. Month and day alone are the next such day: a
 * 期限 lies ahead. Null when it is neither.
 */
export function readTypedExpiry(text: string, context: DateContext): LocalDate | null {
  const typed = text.normalize('NFKC').trim().toUpperCase()
  const month = /^(R|20)?(\d{1,2})[./\-年](\d{1,2})月?$/.exec(typed)
  if (month?.[1] !== undefined) return endOfMonth(yearOf(month[1], Number(month[2])), Number(month[3]))
  const ahead = /^(\d{1,2})[./\-月](\d{1,2})日?$/.exec(typed)
  if (ahead !== null) return Number(ahead[1]) > 12 ? endOfMonth(2_000 + Number(ahead[1]), Number(ahead[2])) : nextSuchDay(Number(ahead[1]), Number(ahead[2]), context.today)
  const read = parseDate(text, context)
  return read.ok ? read.date : null
}

function yearOf(mark: string, digits: number): number {
  return mark === 'R' ? 2018 + digits : 2_000 + digits
}

function endOfMonth(year: number, month: number): LocalDate | null {
  return month < 1 || month > 12 ? null : localDateOfParts({ year, month, day: daysInMonth(year, month) })
}

function nextSuchDay(month: number, day: number, today: LocalDate): LocalDate | null {
  const { year } = partsOf(today)
  const [thisYear, nextYear] = [year, year + 1].map((each) => localDateOfParts({ year: each, month, day }))
  return thisYear != null && thisYear >= today ? thisYear : (nextYear ?? null)
}
