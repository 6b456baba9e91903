import type { Tx } from '@sasaeai/db/in-transaction'
import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, IntakeBatchId, JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import { survivorOf } from '../supporter/merged-supporter-sql.ts'

/** One entry of dues, and whose receipt it would be. */
export interface DuesPayment {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly batchId: IntakeBatchId | null
  /** The association that handed it in; null for what a supporter pays by name, or where nobody noted it. */
  readonly areaId: AreaId | null
  readonly areaName: string | null
  /** Who pays by name; null for an association. */
  readonly supporterId: SupporterId | null
  readonly supporterName: string | null
  readonly supporterKind: SupporterKind | null
  readonly address: string
  readonly duesKindName: string
  readonly duesYear: FiscalYear
  /** In yen. */
  readonly amountYen: number
  readonly isReversed: boolean
  /** The receipt that stands for it now. */
  readonly receiptId: string | null
}

export type PaymentsAsked =
  | { readonly batchId: IntakeBatchId }
  | { readonly areaId: AreaId; readonly fiscalYear: FiscalYear }
  /** One slip, with those of its batch. */
  | { readonly entryId: JournalEntryId }

/** The dues of a posted batch, of one slip, or those of one year that an area handed in, in the order of the books. */
export async function readDuesPayments({ pool }: Db, asked: PaymentsAsked): Promise<DuesPayment[]> {
  const { condition, values } = conditionOf(asked)
  const { rows } = await pool.query<DuesPayment>(
    `SELECT ${paymentColumns} FROM ${paymentTables}
     WHERE ${isIncomeOfDues} AND ${condition}
     ORDER BY e.entry_date, e.fiscal_year, e.entry_number`,
    values,
  )
  return rows
}

function conditionOf(asked: PaymentsAsked): { condition: string; values: (string | number)[] } {
  if ('batchId' in asked) return { condition: 'e.intake_batch_id = $1', values: [asked.batchId] }
  if ('areaId' in asked) return { condition: `p.dues_year = $2 AND p.area_id = $1 AND NOT ${isByName}`, values: [asked.areaId, asked.fiscalYear] }
  const batchOfSlip = '(SELECT b.intake_batch_id FROM journal_entry b WHERE b.id = $1)'
  return { condition: `(e.id = $1 OR e.intake_batch_id = ${batchOfSlip})`, values: [asked.entryId] }
}

/** The same for entries that are named one by one, in the order of the codes of their kinds; what is no dues is left out. */
export function readNamedPayments(tx: Tx, entryIds: readonly JournalEntryId[]): Promise<DuesPayment[]> {
  return tx.$queryRawUnsafe<DuesPayment[]>(
    `SELECT ${paymentColumns} FROM ${paymentTables} WHERE ${isIncomeOfDues} AND e.id = ANY($1::uuid[])
     ORDER BY k.code, e.entry_date, e.entry_number`,
    entryIds,
  )
}

/**
 * Whoever is named on a slip has a receipt of his own, whatever area is noted beside him, unless he is a member through
 * an association: then the association handed the money in, and gave him its own.
 */
const isByName = `(p.supporter_id IS NOT NULL AND (p.area_id IS NULL OR NOT EXISTS (SELECT 1 FROM membership m
  WHERE m.supporter_id = ${survivorOf('p.supporter_id')} AND m.dues_kind_id = p.dues_kind_id AND m.route = 'association'
    AND m.joined_on <= make_date(p.dues_year + 1, 3, 31) AND (m.left_on IS NULL OR m.left_on >= make_date(p.dues_year, 4, 1)))))`

/** Money that came in as dues; what is shared back of it, reversals and money held for others are none. */
const isIncomeOfDues = `e.kind = 'receipt' AND p.dues_kind_id IS NOT NULL AND p.funding_source_id IS NOT NULL AND p.amount_yen < 0
  AND NOT EXISTS (SELECT 1 FROM posting c WHERE c.entry_id = e.id AND c.campaign_id IS NOT NULL)`

const paymentTables = `posting p JOIN journal_entry e ON e.id = p.entry_id JOIN dues_kind k ON k.id = p.dues_kind_id
  LEFT JOIN area a ON a.id = p.area_id LEFT JOIN supporter s ON s.id = ${survivorOf('p.supporter_id')}
  LEFT JOIN receipt_entry r ON r.entry_id = e.id AND r.is_live`

const paymentColumns = `e.id AS "entryId", e.entry_number AS "entryNumber", to_char(e.entry_date, 'YYYY-MM-DD') AS "entryDate",
  e.intake_batch_id AS "batchId",
  CASE WHEN NOT ${isByName} THEN a.id END AS "areaId", CASE WHEN NOT ${isByName} THEN a.name END AS "areaName",
  CASE WHEN ${isByName} THEN s.id END AS "supporterId", CASE WHEN ${isByName} THEN s.name END AS "supporterName",
  CASE WHEN ${isByName} THEN s.kind END AS "supporterKind", CASE WHEN ${isByName} THEN s.address ELSE '' END AS address,
  k.name AS "duesKindName", p.dues_year AS "duesYear", (-p.amount_yen)::float8 AS "amountYen",
  EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id) AS "isReversed", r.receipt_id AS "receiptId"`
