import type { Db } from '@sasaeai/db/database'
import type { PrintedReceipt } from '@sasaeai/documents/papers/receipt-sheets'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { ReceiptId } from '@sasaeai/domain/ids'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import type { ReceiptContent } from '@sasaeai/domain/receipt/receipt-content'
import { receiptContentSchema } from '@sasaeai/domain/receipt/receipt-content-schema'
import { readablePaperCouncil } from '../../document/read-paper-head.ts'

/** A receipt as it stands now, with everything that was frozen in it. */
export interface IssuedSheet {
  readonly receiptId: ReceiptId
  readonly number: string
  readonly issuedOn: LocalDate
  readonly amountYen: number
  readonly content: ReceiptContent
  readonly voidReason: string
  /** How often it was handed out once more, and when last. */
  readonly reissues: number
  readonly reissuedOn: LocalDate | null
}

/** Receipts in the order of their series and numbers; what is not there is left out. */
export async function readSheets({ pool }: Pick<Db, 'pool'>, receiptIds: readonly string[]): Promise<IssuedSheet[]> {
  const { rows } = await pool.query<Omit<IssuedSheet, 'content'> & { content: unknown }>(
    `SELECT r.id AS "receiptId", r.printed_number AS number, r.issued_on AS "issuedOn", r.amount_yen::float8 AS "amountYen", r.content,
       r.void_reason AS "voidReason", coalesce(i.sequence, 0) AS reissues, i.reissued_on AS "reissuedOn"
     FROM receipt r JOIN receipt_series s ON s.id = r.series_id
     LEFT JOIN LATERAL (SELECT sequence, reissued_on FROM receipt_reissue WHERE receipt_id = r.id ORDER BY sequence DESC LIMIT 1) i ON true
     WHERE r.id = ANY($1::uuid[]) ORDER BY r.fiscal_year, s.code, r.receipt_number`,
    [receiptIds],
  )
  return rows.map((row) => ({ ...row, content: receiptContentSchema.parse(row.content) }))
}

/** Which of its papers a receipt has now: 0 as issued, 1 after the first 再発行 and so on, -1 once it is void. */
export function presentCopy({ voidReason, reissues }: IssuedSheet): number {
  return voidReason === '' ? reissues : -1
}

/** A receipt in words ready to be printed. */
export function printedReceiptOf({ number, issuedOn, amountYen, content, voidReason, reissues, reissuedOn }: IssuedSheet): PrintedReceipt {
  const { council, payer, honorific, address, purpose, details, receivedFrom, receivedTo, note, subject, sealId } = content
  // The first receipts kept a line even where it says what 但し書き and amount say.
  const isTelling = subject !== 'dues' || details.length > 1
  return {
    number,
    issuedOn: formatLocalDate(issuedOn),
    receivedOn: receivedFrom === receivedTo ? formatLocalDate(receivedTo) : `${formatLocalDate(receivedFrom)}から${formatLocalDate(receivedTo)}まで`,
    payer,
    honorific,
    address,
    amount: formatYen(yen(amountYen)),
    purpose,
    details: isTelling ? details.map((detail) => ({ label: detail.label, amount: `${formatYen(detail.amountYen)}円` })) : [],
    isOfGoods: subject === 'goods',
    note,
    council: readablePaperCouncil(council),
    seal: sealId,
    reissue: reissuedOn === null ? '' : `再発行（${reissues}回目　${formatLocalDate(reissuedOn)}）`,
    isVoid: voidReason !== '',
    voidReason,
  }
}

/** The seals that sheets carry, by their ids. */
export async function readSeals({ prisma }: Db, sheets: readonly IssuedSheet[]): Promise<Map<string, Uint8Array>> {
  const ids = [...new Set(sheets.flatMap(({ content }) => (content.sealId === null ? [] : [content.sealId])))]
  const seals = ids.length === 0 ? [] : await prisma.receiptSeal.findMany({ where: { id: { in: ids } }, select: { id: true, bytes: true } })
  return new Map(seals.map(({ id, bytes }) => [id, bytes]))
}
