import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ReceiptId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { ReceiptFilter, ReceiptListInput } from '@sasaeai/domain/receipt/receipt-list-input'
import type { ReceiptSubject } from '@sasaeai/domain/receipt/receipt-subject'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
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

/** The receipts of a fiscal year, the newest first: those of one day by their numbers. */
export async function listReceipts(deps: Deps, { cursor, limit, ...filter }: ReceiptListInput): Promise<ReceiptPage> {
  const { where, values } = receiptSelection(filter)
  const [rows, totals] = await Promise.all([
    readReceipts(deps, filter, { after: cursor, limit: limit + 1 }),
    deps.db.pool.query<ReceiptPage['totals']>(
      `SELECT count(*)::int AS count, count(r.voided_at)::int AS voided, coalesce(sum(r.amount_yen) FILTER (WHERE r.voided_at IS NULL), 0)::bigint AS "liveYen"
       FROM receipt r WHERE ${where}`,
      values,
    ),
  ])
  const shown = rows.slice(0, limit)
  const [total] = totals.rows
  if (total === undefined) throw new Error('no totals of receipts')
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.receiptId ?? null) : null, totals: total }
}

/** The receipts themselves, up to a limit. */
export async function readReceipts({ db }: Deps, filter: ReceiptFilter, { after, limit }: { after: ReceiptId | null; limit: number }): Promise<ReceiptRow[]> {
  const { where, values, place } = receiptSelection(filter)
  const position = after === null ? '' : ` AND (r.issued_on, r.series_id, r.receipt_number) < (SELECT c.issued_on, c.series_id, c.receipt_number FROM receipt c WHERE c.id = ${place(after)}::uuid)`
  const { rows } = await db.pool.query<ReceiptRow>(
    `SELECT ${receiptColumns} FROM ${receiptTables} WHERE ${where}${position} ORDER BY r.issued_on DESC, r.series_id DESC, r.receipt_number DESC LIMIT ${place(limit)}`,
    values,
  )
  return rows
}

/** The filters of the list as SQL on receipts `r`. */
export function receiptSelection({ fiscalYear, seriesId, text, state }: ReceiptFilter) {
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const conditions = [`r.fiscal_year = ${place(fiscalYear)}`]
  if (seriesId !== null) conditions.push(`r.series_id = ${place(seriesId)}::uuid`)
  if (text !== '') {
    const wanted = place(normalizeForSearch(text))
    // The number as it stands on paper; the name as it was printed, and all that the register knows of the payer today.
    conditions.push(`(strpos(lower(replace(r.printed_number, '-', '')), ${wanted}) > 0 OR strpos(regexp_replace(r.content ->> 'payer', '\\s', '', 'g'), ${place(text.replaceAll(/\s/g, ''))}) > 0
      OR EXISTS (SELECT 1 FROM supporter p WHERE p.id = r.supporter_id AND strpos(p.search_text, ${wanted}) > 0))`)
  }
  switch (state) {
    case null:
      break
    case 'live':
      conditions.push('r.voided_at IS NULL')
      break
    case 'to_deliver':
      conditions.push(`r.voided_at IS NULL AND NOT EXISTS (SELECT 1 FROM receipt_deed d WHERE d.receipt_id = r.id AND d.kind IN ('handed', 'posted'))`)
      break
    case 'void':
      conditions.push('r.voided_at IS NOT NULL')
      break
  }
  return { where: conditions.join(' AND '), values, place }
}

const receiptTables = `receipt r JOIN receipt_series s ON s.id = r.series_id LEFT JOIN user_account v ON v.id = r.voided_by_id
  LEFT JOIN LATERAL (SELECT sequence, reissued_on FROM receipt_reissue WHERE receipt_id = r.id ORDER BY sequence DESC LIMIT 1) i ON true`
const receiptColumns = `r.id AS "receiptId", s.subject, r.printed_number AS number, r.issued_on AS "issuedOn",
  r.content ->> 'payer' AS payer, r.content ->> 'purpose' AS purpose, r.amount_yen AS "amountYen",
  r.void_reason AS "voidReason", v.name AS "voidedByName", coalesce(i.sequence, 0) AS reissues, i.reissued_on AS "reissuedOn",
  EXISTS (SELECT 1 FROM receipt_entry re JOIN journal_entry x ON x.reverses_entry_id = re.entry_id WHERE re.receipt_id = r.id AND re.is_live) AS "hasReversedEntry"`
