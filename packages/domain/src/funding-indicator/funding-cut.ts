import { z } from 'zod'
import { type FiscalYear, fiscalYear, firstDayOf, lastDayOf, sameDayOfFiscalYear } from '../calendar/fiscal-year.ts'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { momentOf, type PostingMoment } from '../ledger/posting-moment.ts'
import { postingMomentSchema } from '../ledger/posting-moment-schema.ts'

/** What the funding page is asked for; without a day it looks at the year as of today. */
export const fundingDashboardSchema = z.object({
  fiscalYear: fiscalYearSchema,
  asOf: localDateSchema.optional(),
  /** As the books stood at a moment; as they stand now without one. */
  postedUntil: postingMomentSchema.optional(),
})
export type FundingDashboardInput = z.infer<typeof fundingDashboardSchema>

/** A year up to a day, and the year before up to the same day (前年同日), both days included. */
export interface FundingCut {
  readonly fiscalYear: FiscalYear
  readonly asOf: LocalDate
  readonly lastYear: FiscalYear
  readonly lastAsOf: LocalDate
  /** As the books stood at this moment, if it is not now. */
  readonly postedUntil?: PostingMoment | undefined
}

/** The cut asked for. A day outside the fiscal year becomes the year's first or last day. */
export function fundingCut({ fiscalYear: year, asOf, postedUntil }: FundingDashboardInput, today: LocalDate): FundingCut {
  const wanted = asOf ?? today
  const until = wanted > lastDayOf(year) ? lastDayOf(year) : wanted < firstDayOf(year) ? firstDayOf(year) : wanted
  const lastYear = fiscalYear(year - 1)
  // A year seen to its end is compared with a whole year: March 31 is March 31.
  return { fiscalYear: year, asOf: until, lastYear, lastAsOf: sameDayOfFiscalYear(until, lastYear), ...momentOf({ postedUntil }) }
}
