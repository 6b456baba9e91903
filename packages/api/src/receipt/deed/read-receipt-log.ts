import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, ReceiptId } from '@sasaeai/domain/ids'
import type { ReceiptDeedKind } from '@sasaeai/domain/receipt/receipt-deed'
import type { Deps } from '../../deps.ts'

/** What is kept of a receipt and what was done with it. */
export interface ReceiptLog {
  readonly deeds: readonly { readonly kind: ReceiptDeedKind; readonly doneOn: LocalDate; readonly note: string; readonly byName: string }[]
  /** Its PDFs: 0 as issued, 1 the first 再発行, -1 that it is void; the hash in hexadecimal digits. */
  readonly papers: readonly { readonly copy: number; readonly sha256: string; readonly madeOn: LocalDate }[]
  readonly reissues: readonly { readonly sequence: number; readonly reissuedOn: LocalDate; readonly reason: string; readonly byName: string }[]
  /** The slips that it stands for. */
  readonly entries: readonly { readonly entryId: JournalEntryId; readonly entryNumber: number; readonly entryDate: LocalDate }[]
}

export async function readReceiptLog({ db: { pool } }: Deps, receiptId: ReceiptId): Promise<ReceiptLog> {
  const all = async <Row extends object>(sql: string) => (await pool.query<Row>(sql, [receiptId])).rows
  const [deeds, papers, reissues, entries] = await Promise.all([
    all<ReceiptLog['deeds'][number]>(
      `SELECT d.kind, d.done_on AS "doneOn", d.note, u.name AS "byName" FROM receipt_deed d JOIN user_account u ON u.id = d.recorded_by_id
       WHERE d.receipt_id = $1 ORDER BY d.recorded_at DESC`,
    ),
    all<ReceiptLog['papers'][number]>(
      `SELECT copy, encode(sha256, 'hex') AS sha256, (made_at AT TIME ZONE 'Asia/Tokyo')::date AS "madeOn" FROM receipt_paper WHERE receipt_id = $1 ORDER BY made_at`,
    ),
    all<ReceiptLog['reissues'][number]>(
      `SELECT i.sequence, i.reissued_on AS "reissuedOn", i.reason, u.name AS "byName" FROM receipt_reissue i JOIN user_account u ON u.id = i.reissued_by_id
       WHERE i.receipt_id = $1 ORDER BY i.sequence`,
    ),
    all<ReceiptLog['entries'][number]>(
      `SELECT e.id AS "entryId", e.entry_number AS "entryNumber", e.entry_date AS "entryDate" FROM receipt_entry r JOIN journal_entry e ON e.id = r.entry_id
       WHERE r.receipt_id = $1 ORDER BY e.entry_date, e.entry_number`,
    ),
  ])
  return { deeds, papers, reissues, entries }
}
