import type { Tx } from '@sasaeai/db/in-transaction'
import type { Failure } from '@sasaeai/domain/outcome/outcome'
import type { AuditValue } from '../user/record-audit-event.ts'

/** What the form of a ground table edits, in plain JSON, as it also goes into the audit trail; most rows have a code that is typed. */
export type GroundDetails = { readonly code?: string } & Readonly<Record<string, AuditValue>>

/**
 * A table of ground data (勘定科目, 財源, 会員種別, 募金方法, 運動, 基金). They all have the same verbs: save, close,
 * reopen, delete. The verbs stand once beside this file; what differs between the tables is this and the next.
 */
export interface SavedTable<Details extends GroundDetails, Problem extends string = never> {
  /** Names the rows in the audit trail: `fund`, with actions such as `fund.update`. */
  readonly subjectKind: string
  /** The row as its form knows it, or null when it is gone. */
  readonly read: (tx: Tx, id: string) => Promise<GroundRow<Details> | null>
  readonly insert: (tx: Tx, id: string, details: Details) => Promise<unknown>
  readonly update: (tx: Tx, id: string, details: Details) => Promise<unknown>
  readonly remove: (tx: Tx, id: string) => Promise<unknown>
  /** The table's own rule across rows; `before` is null for a new row. */
  readonly problemOfSaving?: (tx: Tx, change: GroundChange<Details>) => Promise<Failure<Problem> | null>
  /** What a refusal of the database's own means for this table, or null when it is none of the table's. */
  readonly refusalOf?: (error: unknown) => Failure<Problem> | null
}

/** One whose rows are taken out of use and back. A 運動 is not: it is closed by its own rule (close-campaign.ts). */
export interface GroundTable<Details extends GroundDetails, Problem extends string = never> extends SavedTable<Details, Problem> {
  readonly setClosedOn: (tx: Tx, id: string, closedOn: Date | null) => Promise<unknown>
  /** What still needs the row, so that it cannot be taken out of use yet. */
  readonly problemOfClosing?: (tx: Tx, id: string) => Promise<Failure<Problem> | null>
}

/** A row, and how often it had been changed when it was read. */
export interface GroundRow<Details> {
  readonly details: Details
  readonly revision: number
}

/** Splits what the form knows of a row from its revision. */
export function groundRowOf<Row extends { readonly revision: number }>(row: Row | null): GroundRow<Omit<Row, 'revision'>> | null {
  if (row === null) return null
  const { revision, ...details } = row
  return { details, revision }
}

export interface GroundChange<Details> {
  readonly id: string
  readonly before: Details | null
  readonly after: Details
}
