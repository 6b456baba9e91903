import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { useSearch } from '@tanstack/react-router'
import { fiscalYearInView } from './fiscal-year-of-search.ts'

/** The fiscal year whose money the page shows: the chosen one, or else the present one. */
export function useFiscalYearInView(): FiscalYear {
  return fiscalYearInView(useSearch({ from: '/staff' }))
}
