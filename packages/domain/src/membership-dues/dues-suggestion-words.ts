import { formatYen, type Yen } from '../money/yen.ts'
import type { DuesUnit } from './dues-unit.ts'

/** What a year suggests, as letters say it: `1世帯あたり 500円`; where the amount is free, that it is. */
export function duesSuggestionWords({ unit, unitYen }: { readonly unit: DuesUnit; readonly unitYen: Yen | null }): string {
  if (unitYen === null) return '金額は自由です'
  switch (unit) {
    case 'household':
      return `1世帯あたり ${formatYen(unitYen)}円`
    case 'unit':
      return `1口 ${formatYen(unitYen)}円`
    case 'free':
      return `${formatYen(unitYen)}円以上、金額は自由です`
  }
}

/** The months in which the office asks: `5月から7月まで`, `11月から翌年2月まで`, `6月`. */
export function collectionMonthsWords({ firstMonth, lastMonth }: { readonly firstMonth: number; readonly lastMonth: number }): string {
  if (firstMonth === lastMonth) return `${firstMonth}月`
  // A fiscal year begins in April: what lies before it belongs to the next calendar year.
  const isNextYear = (month: number) => month < 4
  return `${firstMonth}月から${isNextYear(lastMonth) && !isNextYear(firstMonth) ? '翌年' : ''}${lastMonth}月まで`
}
