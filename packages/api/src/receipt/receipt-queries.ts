import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ReceiptId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { ReceiptListInput } from '@sasaeai/domain/receipt/receipt-input'
import type { ReceiptSubject } from '@sasaeai/domain/receipt/receipt-subject'
import type { Deps } from '../deps.ts'

/** A receipt as it was issued, and what became of it. */
export interface ReceiptRow {
  readonly receiptId: ReceiptId
  readonly subject: ReceiptSubject
  /** 領収書番号, as it is printed. */
  readonly number: string
  readonly issuedOn: LocalDate
  readonly payer: string
  readonly purpose: string
  readonly amountYen: Yen
  readonly voidReason: string
  readonly voidedByName: string | null
  /** How often it was handed out once more, and when last; null on a receipt that never was. */
  readonly reissues: number
  readonly reissuedOn: LocalDate | null
  /** Money that it stands for was taken out of the books after it was issued: it should be made void. */
  readonly hasReversedEntry: boolean
}

export interface ReceiptPage {
  readonly rows: readonly ReceiptRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: ReceiptId | null
  /** Over all pages: receipts issued, of them void ones, and what the others say in yen. */
  readonly totals: { readonly count: number; readonly voided: number; readonly liveYen: Yen }
}

/** The receipts of a fiscal year, the newest first. */
export async function listReceipts({ db }: Deps, { fiscalYear, seriesId, cursor, limit }: ReceiptListInput): Promise<ReceiptPage> {
  const [page, totals] = await Promise.all([
    db.pool.query<ReceiptRow>(
      `SELECT ${receiptColumns} FROM ${receiptTables}
       WHERE r.fiscal_year = $1 AND ($2::uuid IS NULL OR r.series_id = $2)
         AND ($3::uuid IS NULL OR (r.issued_at, r.id) < (SELECT c.issued_at, c.id FROM receipt c WHERE c.id = $3))
       ORDER BY r.issued_at DESC, r.id DESC LIMIT $4`,
      [fiscalYear, seriesId ?? null, cursor, limit + 1],
    ),
    db.pool.query<ReceiptPage['totals']>(
      `SELECT count(*)::int AS count, count(voided_at)::int AS voided, coalesce(sum(amount_yen) FILTER (WHERE voided_at IS NULL), 0)::bigint AS "liveYen"
       FROM receipt WHERE fiscal_year = $1 AND ($2::uuid IS NULL OR series_id = $2)`,
      [fiscalYear, seriesId ?? null],
    ),
  ])
  const shown = page.rows.slice(0, limit)
  const [total] = totals.rows
  if (total === undefined) throw new Error('no totals of receipts')
  return { rows: shown, next: page.rows.length > limit ? (shown.at(-1)?.receiptId ?? null) : null, totals: total }
}

const receiptTables = `receipt r JOIN receipt_series s ON s.id = r.series_id LEFT JOIN user_account v ON v.id = r.voided_by_id
  LEFT JOIN LATERAL (SELECT sequence, reissued_on FROM receipt_reissue WHERE receipt_id = r.id ORDER BY sequence DESC LIMIT 1) i ON true`
const receiptColumns = `r.id AS "receiptId", s.subject, r.printed_number AS number, r.issued_on AS "issuedOn",
  r.content ->> 'payer' AS payer, r.content ->> 'purpose' AS purpose, r.amount_yen AS "amountYen",
  r.void_reason AS "voidReason", v.name AS "voidedByName", coalesce(i.sequence, 0) AS reissues, i.reissued_on AS "reissuedOn",
  EXISTS (SELECT 1 FROM receipt_entry re JOIN journal_entry x ON x.reverses_entry_id = re.entry_id WHERE re.receipt_id = r.id AND re.is_live) AS "hasReversedEntry"`
