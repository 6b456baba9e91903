import { type FiscalYear, fiscalYear, fiscalYearOf, sameDayOfFiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { momentOf, type PostingMoment } from '../../ledger/posting-moment.ts'

/** A year's dues up to a day, and the dues of the year before up to the same day (去年同日), both days included. */
export interface DuesCut {
  /** 会費年度: whose year's dues, whenever they came in. */
  readonly fiscalYear: FiscalYear
  readonly until: LocalDate
  readonly lastYear: FiscalYear
  readonly lastUntil: LocalDate
  /** As the books stood at this moment, if it is not now. */
  readonly postedUntil?: PostingMoment | undefined
}

interface AskedDuesCut {
  readonly fiscalYear: FiscalYear
  readonly until?: LocalDate | undefined
  readonly postedUntil?: PostingMoment | undefined
}

/**
 * The cut asked for; without a day it is today's. The day may lie after March 31: late slips of the year count then,
 * and last year's late slips beside them.
 */
export function duesCut({ postedUntil, ...asked }: AskedDuesCut, today: LocalDate): DuesCut {
  const until = asked.until ?? today
  return {
    fiscalYear: asked.fiscalYear,
    until,
    lastYear: fiscalYear(asked.fiscalYear - 1),
    lastUntil: sameDayOfFiscalYear(until, fiscalYear(fiscalYearOf(until) - 1)),
    ...momentOf({ postedUntil }),
  }
}
