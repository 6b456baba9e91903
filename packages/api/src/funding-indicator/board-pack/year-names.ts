import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'

/** How this year's bars and last year's are called. */
export function yearNames({ fiscalYear: now, lastYear }: { readonly fiscalYear: FiscalYear; readonly lastYear: FiscalYear }) {
  return { nowName: formatFiscalYear(now), lastName: `${formatFiscalYear(lastYear)}（同じ日まで）` }
}
