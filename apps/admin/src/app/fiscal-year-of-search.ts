import { type FiscalYear, fiscalYearOf, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'

/** What the shell keeps in every address: the fiscal year that the reader has chosen, if another than the present. */
export interface YearSearch {
  readonly fiscalYear?: FiscalYear
}

/** Reads the year out of an address; what is no fiscal year is left out rather than refused. */
export function yearOfSearch(search: Readonly<Record<string, unknown>>): YearSearch {
  const { fiscalYear } = search
  return isFiscalYear(fiscalYear) ? { fiscalYear } : {}
}

/** The fiscal year that an address shows: the one that it names, or else the one of today in Tokyo. */
export function fiscalYearInView({ fiscalYear }: { readonly fiscalYear?: FiscalYear | undefined }): FiscalYear {
  return fiscalYear ?? fiscalYearOf(localDateInTokyo(new Date()))
}
