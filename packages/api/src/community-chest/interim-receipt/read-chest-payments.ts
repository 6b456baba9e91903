import type { Tx } from '@sasaeai/db/in-transaction'
import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { AreaId, CampaignId, IntakeBatchId, InterimReceiptId, JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** One entry of a drive's money, and whose 預り証 it would be. */
export interface ChestPayment {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly batchId: IntakeBatchId | null
  readonly campaignId: CampaignId
  readonly campaignName: string
  readonly campaignYear: FiscalYear
  readonly drive: DriveKind
  readonly methodName: string
  /** Who is named on the slip gave it; else the association that handed it in. Both null for a street collection. */
  readonly supporterId: SupporterId | null
  readonly areaId: AreaId | null
  readonly payerName: string | null
  readonly supporterKind: SupporterKind | null
  /** 敬称 chosen for the supporter; empty for that of the kind. */
  readonly honorific: string
  readonly address: string
  /** In yen. */
  readonly amountYen: number
  readonly isReversed: boolean
  /** The live 預り証. */
  readonly interimReceiptId: InterimReceiptId | null
}

export type ChestPaymentsAsked = { readonly batchId: IntakeBatchId } | { readonly entryId: JournalEntryId }

/** Money of drives that came in with a batch, or on a slip and those of its batch, in the order of the books. */
export async function readChestPayments({ pool }: Db, asked: ChestPaymentsAsked): Promise<ChestPayment[]> {
  const condition = 'batchId' in asked
    ? 'e.intake_batch_id = $1'
    : '(e.id = $1 OR e.intake_batch_id = (SELECT b.intake_batch_id FROM journal_entry b WHERE b.id = $1))'
  const { rows } = await pool.query<ChestPayment>(`${paymentSql} AND ${condition} ORDER BY e.entry_date, e.fiscal_year, e.entry_number`, [
    'batchId' in asked ? asked.batchId : asked.entryId,
  ])
  return rows
}

/** The same for entries that are named one by one, in the order of the codes of their methods; what is no drive's is left out. */
export function readNamedChestPayments(tx: Tx, entryIds: readonly JournalEntryId[]): Promise<ChestPayment[]> {
  return tx.$queryRawUnsafe<ChestPayment[]>(`${paymentSql} AND e.id = ANY($1::uuid[]) ORDER BY m.code, e.entry_date, e.entry_number`, entryIds)
}

/** Money that came in for a drive; what is handed on carries no funding source. */
const paymentSql = `
  SELECT e.id AS "entryId", e.entry_number AS "entryNumber", to_char(e.entry_date, 'YYYY-MM-DD') AS "entryDate", e.intake_batch_id AS "batchId",
    c.id AS "campaignId", c.name AS "campaignName", c.fiscal_year AS "campaignYear", c.drive::text AS drive, m.name AS "methodName",
    s.id AS "supporterId", CASE WHEN s.id IS NULL THEN a.id END AS "areaId", coalesce(s.name, a.name) AS "payerName", s.kind::text AS "supporterKind", coalesce(s.honorific, '') AS honorific,
    coalesce(s.address, '') AS address, (-p.amount_yen)::float8 AS "amountYen",
    EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id) AS "isReversed", i.interim_receipt_id AS "interimReceiptId"
  FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN campaign c ON c.id = p.campaign_id
  JOIN collection_method m ON m.id = p.collection_method_id
  LEFT JOIN supporter s ON s.id = ${survivorOf('p.supporter_id')} LEFT JOIN area a ON a.id = p.area_id
  LEFT JOIN interim_receipt_entry i ON i.entry_id = e.id AND i.is_live
  WHERE e.kind = 'receipt' AND p.funding_source_id IS NOT NULL AND p.amount_yen < 0`
