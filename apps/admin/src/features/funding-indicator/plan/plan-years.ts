import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'

/** The years of a plan as they are written: 令和6年度〜令和10年度; — where there are none. */
export function planYearsText({ firstYear, lastYear }: { readonly firstYear: FiscalYear | null; readonly lastYear: FiscalYear | null }): string {
  if (firstYear === null || lastYear === null) return '—'
  return firstYear === lastYear ? formatFiscalYear(firstYear) : `${formatFiscalYear(firstYear)}〜${formatFiscalYear(lastYear)}`
}
