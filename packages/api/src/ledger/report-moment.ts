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
  /** Which of the tables whose past is kept have changed since; undefined where nobody has looked. */
  readonly changedTables?: ReadonlySet<string>
}

/** Tables by which readers say what they read, lest a change of another one sends them into the past. */
type GroundTableName =
  | 'area' | 'area_household' | 'area_type' | 'campaign' | 'campaign_goal_total' | 'dues_kind' | 'dues_terms' | 'funding_source' | 'funding_target' | 'membership'
  | 'membership_units'

export const ofNow: ReportMoment = { moment: null, position: null }

/** For `groundAt`, of what reads these tables and no others; of what reads any where none is named. */
export function groundMomentOf({ moment, groundMoment = moment, changedTables }: Omit<ReportMoment, 'position'>, ...tables: readonly GroundTableName[]): Date | null {
  const areAsNow = tables.length > 0 && changedTables !== undefined && !tables.some((table) => changedTables.has(table))
  return areAsNow ? null : groundMoment
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
 * The same for a page that is read at once: it looks first which of the council's own tables have changed since. What is
 * kept for good, as a paper is, is made of the tables of the moment themselves, lest one of them is changed while it is made.
 */
export async function readPageMoment(deps: Pick<Deps, 'db'>, asOf?: string): Promise<ReportMoment> {
  if (asOf === undefined) return ofNow
  const [at, { rows: [ground] }] = await Promise.all([
    readReportMoment(deps, asOf),
    deps.db.pool.query<{ changed: string[] }>({ name: 'ground-changed', text: changedSql, values: [new Date(asOf)] }),
  ])
  const changedTables = new Set(ground?.changed)
  return { ...at, groundMoment: changedTables.size === 0 ? null : at.moment, changedTables }
}

/** By the same changes as the tables of the past are made from (migration ground_history), table by table, as these are indexed. */
const changedSql = `
  SELECT coalesce(array_agg(v.viewname::text), '{}') AS changed FROM pg_views v
    WHERE v.schemaname = 'past' AND EXISTS (SELECT FROM ground_history h WHERE h.table_name = v.viewname AND h.recorded_at > $1)`
