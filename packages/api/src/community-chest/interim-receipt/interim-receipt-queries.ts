import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { InterimReceiptListInput } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-input'
import type { InterimReceiptId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

/** A 預り証 as it was issued, and what became of it. */
export interface InterimReceiptRow {
  readonly interimReceiptId: InterimReceiptId
  readonly fiscalYear: FiscalYear
  readonly number: number
  readonly issuedOn: LocalDate
  readonly payer: string
  readonly purpose: string
  readonly amountYen: Yen
  readonly voidReason: string
  readonly voidedByName: string | null
  /** Money that it stands for was taken out of the books after it was issued: it should be made void. */
  readonly hasReversedEntry: boolean
}

export interface InterimReceiptPage {
  readonly rows: readonly InterimReceiptRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: number | null
  /** Over all pages: 預り証 issued, of them void ones, and what the others say in yen. */
  readonly totals: { readonly count: number; readonly voided: number; readonly liveYen: Yen }
}

/** The 預り証 of a fiscal year, the newest first. */
export async function listInterimReceipts({ db }: Deps, { fiscalYear, cursor, limit }: InterimReceiptListInput): Promise<InterimReceiptPage> {
  const [page, totals] = await Promise.all([
    db.pool.query<InterimReceiptRow>(
      `SELECT ${columns} FROM interim_receipt r LEFT JOIN user_account v ON v.id = r.voided_by_id
       WHERE r.fiscal_year = $1 AND ($2::int IS NULL OR r.receipt_number < $2) ORDER BY r.receipt_number DESC LIMIT $3`,
      [fiscalYear, cursor, limit + 1],
    ),
    db.pool.query<InterimReceiptPage['totals']>(
      `SELECT count(*)::int AS count, count(voided_at)::int AS voided, coalesce(sum(amount_yen) FILTER (WHERE voided_at IS NULL), 0)::bigint AS "liveYen"
       FROM interim_receipt WHERE fiscal_year = $1`,
      [fiscalYear],
    ),
  ])
  const rows = page.rows.slice(0, limit)
  const [total] = totals.rows
  if (total === undefined) throw new Error('no totals of interim receipts')
  return { rows, next: page.rows.length > limit ? (rows.at(-1)?.number ?? null) : null, totals: total }
}

const columns = `r.id AS "interimReceiptId", r.fiscal_year AS "fiscalYear", r.receipt_number AS number, r.issued_on AS "issuedOn",
  r.content ->> 'payer' AS payer, r.content ->> 'purpose' AS purpose, r.amount_yen AS "amountYen", r.void_reason AS "voidReason", v.name AS "voidedByName",
  EXISTS (SELECT 1 FROM interim_receipt_entry i JOIN journal_entry x ON x.reverses_entry_id = i.entry_id
    WHERE i.interim_receipt_id = r.id AND i.is_live) AS "hasReversedEntry"`
