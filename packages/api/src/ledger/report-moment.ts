import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { Deps } from '../deps.ts'
import { type BooksPosition, readBooksPosition } from './books-position.ts'

/** Of when a report is: of now, or as the books stood at a past moment. Made once for all figures of a request. */
export interface ReportMoment {
  /** Null for now. */
  readonly moment: Date | null
  /** Null for now. */
  readonly position: BooksPosition | null
  /**
   * Of which moment the council's own tables are read (groundAt), where that is another: null where they have not changed
   * since, so that those of now are those of the moment, and so is all that is kept of them.
   */
  readonly groundMoment?: Date | null
}

export const ofNow: ReportMoment = { moment: null, position: null }

/** For `groundAt`. */
export function groundMomentOf({ moment, groundMoment = moment }: Pick<ReportMoment, 'moment' | 'groundMoment'>): Date | null {
  return groundMoment
}

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

/**
 * The same for a page that is read at once: it looks first whether the council's own tables have changed since at all. What is
 * kept for good, as a paper is, is made of the tables of the moment themselves, lest one of them is changed while it is made.
 */
export async function readPageMoment(deps: Pick<Deps, 'db'>, asOf?: string): Promise<ReportMoment> {
  if (asOf === undefined) return ofNow
  const [at, { rows: [ground] }] = await Promise.all([
    readReportMoment(deps, asOf),
    deps.db.pool.query<{ hasChanged: boolean }>({ name: 'ground-has-changed', text: hasChangedSql, values: [new Date(asOf)] }),
  ])
  return { ...at, groundMoment: ground?.hasChanged === false ? null : at.moment }
}

/** By the same changes as the tables of the past are made from (migration ground_history), table by table, as these are indexed. */
const hasChangedSql = `
  SELECT EXISTS (
    SELECT FROM pg_views v CROSS JOIN LATERAL (SELECT FROM ground_history h WHERE h.table_name = v.viewname AND h.recorded_at > $1 LIMIT 1) later
      WHERE v.schemaname = 'past') AS "hasChanged"`
