import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { JournalEntryId, ReceiptId } from '@sasaeai/domain/ids'
import { id } from '@sasaeai/domain/ids'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import { formatReceiptNumber } from '@sasaeai/domain/receipt/receipt-number'
import type { Deps } from '../deps.ts'
import { type DuesPayment, type PaymentsAsked, readDuesPayments } from './read-dues-payments.ts'

/** What one payer handed in at one time: what one receipt stands for. */
export interface ReceiptPayer {
  readonly key: string
  /** Empty where nobody noted who paid: no receipt can be issued. */
  readonly name: string
  readonly receivedOn: LocalDate
  readonly duesKindNames: readonly string[]
  readonly amountYen: Yen
  readonly entryIds: readonly JournalEntryId[]
  /** The live receipt, or null while there is none. */
  readonly receipt: { readonly receiptId: ReceiptId; readonly number: string } | null
}

/** Who handed in dues in a batch, or when one area did in a year; what was taken out of the books is left out. */
export async function listPayers({ db }: Deps, asked: PaymentsAsked): Promise<ReceiptPayer[]> {
  const payments = await readDuesPayments(db, asked)
  return payersOf(db, payments.filter(({ isReversed }) => !isReversed))
}

/**
 * The one who handed in a slip, with what else he handed in with it; empty for a slip that is no dues. A receipt that
 * outlived its slip is kept in sight, since it has to be made void: only what has none is left out once it is reversed.
 */
export async function listPayerOfEntry({ db }: Deps, entryId: JournalEntryId): Promise<ReceiptPayer[]> {
  const payments = await readDuesPayments(db, { entryId })
  const payers = await payersOf(db, payments.filter(({ isReversed, receiptId }) => !isReversed || receiptId !== null))
  return payers.filter(({ entryIds }) => entryIds.includes(entryId))
}

async function payersOf(db: Deps['db'], payments: readonly DuesPayment[]): Promise<ReceiptPayer[]> {
  const numbers = await receiptNumbersOf(db, payments)
  // Entries that have a receipt together stay together; of the others, those that came together.
  const byPayer = Map.groupBy(payments, (payment) => payment.receiptId ?? keyOf(payment))
  return [...byPayer].map(([key, parts]) => payerOf(key, parts, numbers))
}

function keyOf({ batchId, entryId, supporterId, areaId }: DuesPayment): string {
  return `${batchId ?? entryId}/${supporterId ?? areaId}`
}

function payerOf(key: string, parts: readonly DuesPayment[], numbers: ReadonlyMap<string, string>): ReceiptPayer {
  const [first] = parts
  if (first === undefined) throw new Error('a payer without payments')
  const number = first.receiptId === null ? undefined : numbers.get(first.receiptId)
  return {
    key,
    name: first.supporterName ?? first.areaName ?? '',
    receivedOn: first.entryDate,
    duesKindNames: [...new Set(parts.map(({ duesKindName }) => duesKindName))],
    amountYen: yen(parts.reduce((sum, { amountYen }) => sum + amountYen, 0)),
    entryIds: [...new Set(parts.map(({ entryId }) => entryId))],
    receipt: first.receiptId === null || number === undefined ? null : { receiptId: id<'ReceiptId'>(first.receiptId), number },
  }
}

async function receiptNumbersOf({ prisma }: Deps['db'], payments: readonly DuesPayment[]): Promise<Map<string, string>> {
  const ids = [...new Set(payments.flatMap(({ receiptId }) => (receiptId === null ? [] : [receiptId])))]
  if (ids.length === 0) return new Map()
  const receipts = await prisma.receipt.findMany({ where: { id: { in: ids } }, select: { id: true, fiscalYear: true, receiptNumber: true } })
  return new Map(
    receipts.map((receipt) => [receipt.id, formatReceiptNumber({ fiscalYear: fiscalYear(receipt.fiscalYear), series: 'dues', number: receipt.receiptNumber })]),
  )
}
