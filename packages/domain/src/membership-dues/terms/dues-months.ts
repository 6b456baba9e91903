/** The months of a fiscal year in their order, 1 to 12: April first, March last. */
export const monthsOfFiscalYear: readonly number[] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]

/**
 * Whether 納入月 from one month to another lie within one fiscal year: May to July do, November to February do (over
 * the new year), February to May do not, because the year of the dues would end in between.
 */
export function areWithinFiscalYear(firstMonth: number, lastMonth: number): boolean {
  return monthsOfFiscalYear.indexOf(firstMonth) <= monthsOfFiscalYear.indexOf(lastMonth)
}

/** 納入月 as people say them: `5月〜7月`, `11月〜翌2月`, `6月`; the whole fiscal year is `通年`. */
export function formatDuesMonths({ firstMonth, lastMonth }: { firstMonth: number; lastMonth: number }): string {
  if (firstMonth === 4 && lastMonth === 3) return '通年'
  if (firstMonth === lastMonth) return `${firstMonth}月`
  const isOverNewYear = firstMonth >= 4 && lastMonth <= 3
  return `${firstMonth}月〜${isOverNewYear ? '翌' : ''}${lastMonth}月`
}
