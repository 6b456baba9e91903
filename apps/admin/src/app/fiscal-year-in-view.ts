import { type FiscalYear, fiscalYearOf, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { useSearch } from '@tanstack/react-router'

/** What the shell keeps in every address: the fiscal year that the reader has chosen, if another than the present. */
export interface YearSearch {
  readonly fiscalYear?: FiscalYear
}

/** Reads the year out of an address; what is no fiscal year is left out rather than refused. */
export function yearOfSearch(search: Readonly<Record<string, unknown>>): YearSearch {
  const { fiscalYear } = search
  return isFiscalYear(fiscalYear) ? { fiscalYear } : {}
}

/** The fiscal year whose money the page shows: the chosen one, or else the present one. */
export function useFiscalYearInView(): FiscalYear {
  return fiscalYearInView(useSearch({ from: '/staff' }))
}

/** The same for what is not a component: the year of the address, or else the one of today in Tokyo. */
export function fiscalYearInView({ fiscalYear }: YearSearch): FiscalYear {
  return fiscalYear ?? fiscalYearOf(localDateInTokyo(new Date()))
}
