import { type FiscalYear, fiscalMonths, firstDayOf, lastDayOf } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'

const half = 6
const monthPeriods = ['m4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12', 'm1', 'm2', 'm3'] as const

/** 期間: the parts of a fiscal year over which gifts are summed. */
export const giftPeriods = ['year', 'first_half', 'second_half', ...monthPeriods] as const
export type GiftPeriod = (typeof giftPeriods)[number]

export function giftPeriodName(period: GiftPeriod): string {
  switch (period) {
    case 'year':
      return '年度全体'
    case 'first_half':
      return '上半期（4月〜9月）'
    case 'second_half':
      return '下半期（10月〜3月）'
    default:
      return `${period.slice(1)}月`
  }
}

/** The first and the last day of the period, both included. */
export function daysOfGiftPeriod(year: FiscalYear, period: GiftPeriod): { readonly from: LocalDate; readonly to: LocalDate } {
  if (period === 'year') return { from: firstDayOf(year), to: lastDayOf(year) }
  const months = fiscalMonths(year).filter(({ month }, place) =>
    period === 'first_half' ? place < half : period === 'second_half' ? place >= half : period === `m${month}`)
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError(`${period} is no period of a year`)
  return { from: first.firstDay, to: last.lastDay }
}
