import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'

/** The fiscal year that the real clock stands in: the running product has no other clock. */
export function presentFiscalYear(): number {
  return fiscalYearOf(localDateInTokyo(new Date()))
}
