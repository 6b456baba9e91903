import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { Deps } from '../deps.ts'
import { type BooksPosition, readBooksPosition } from './books-position.ts'

/** Of when a report is: of now, or as the books stood at a past moment. Made once for all figures of a request. */
export interface ReportMoment {
  /** Null for now. */
  readonly moment: Date | null
  /** Null for now. */
  readonly position: BooksPosition | null
}

export const ofNow: ReportMoment = { moment: null, position: null }

/** The last entry of the year that counts; null for all of them, 0 where there was none by then. */
export function lastEntryOf({ position }: Pick<ReportMoment, 'position'>, fiscalYear: FiscalYear): number | null {
  return position === null ? null : (position.get(fiscalYear)?.number ?? 0)
}

/** Of which moment a report is asked for: an ISO instant, or now where none is named. */
export async function readReportMoment({ db }: Pick<Deps, 'db'>, asOf?: string): Promise<ReportMoment> {
  if (asOf === undefined) return ofNow
  const moment = new Date(asOf)
  return { moment, position: await readBooksPosition(db.pool, moment) }
}
