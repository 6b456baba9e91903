import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, ReceiptId } from '@sasaeai/domain/ids'
import { id } from '@sasaeai/domain/ids'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { ReceivedSubject } from '@sasaeai/domain/receipt/receipt-subject'
import type { Deps } from '../deps.ts'
import { type PaymentsAsked, readPayments, type ReceivedPayment } from './read-payments.ts'
import { purposeOf } from './receipt-words.ts'

/** What one payer handed in at one time: what one receipt stands for. */
export interface ReceiptPayer {
  readonly key: string
  /** Empty where nobody noted who paid: no receipt can be issued. */
  readonly name: string
  readonly receivedOn: LocalDate
  readonly subject: ReceivedSubject
  /** 会員種別, what was sponsored, or 使途・基金 of a gift. */
  readonly purposes: readonly string[]
  readonly amountYen: Yen
  readonly entryIds: readonly JournalEntryId[]
  /** The live receipt, or null while there is none. */
  readonly receipt: { readonly receiptId: ReceiptId; readonly number: string } | null
}

/** Who handed in dues or gifts in a batch, or when one area did in a year; what was taken out of the books is left out. */
export async function listPayers({ db }: Deps, asked: PaymentsAsked): Promise<ReceiptPayer[]> {
  const payments = await readPayments(db, asked)
  return payersOf(db, payments.filter(({ isReversed }) => !isReversed))
}

/**
 * The one who handed in a slip, with what else he handed in with it; empty for a slip that can have no receipt. A receipt that
 * outlived its slip is kept in sight, since it has to be made void: only what has none is left out once it is reversed.
 */
export async function listPayerOfEntry({ db }: Deps, entryId: JournalEntryId): Promise<ReceiptPayer[]> {
  const payments = await readPayments(db, { entryId })
  const payers = await payersOf(db, payments.filter(({ isReversed, receiptId }) => !isReversed || receiptId !== null))
  return payers.filter(({ entryIds }) => entryIds.includes(entryId))
}

async function payersOf(db: Deps['db'], payments: readonly ReceivedPayment[]): Promise<ReceiptPayer[]> {
  const numbers = await receiptNumbersOf(db, payments)
  // Entries that have a receipt together stay together; of the others, those that came together.
  const byPayer = Map.groupBy(payments, (payment) => payment.receiptId ?? keyOf(payment))
  return [...byPayer].map(([key, parts]) => payerOf(key, parts, numbers))
}

function keyOf({ batchId, entryId, subject, supporterId, areaId }: ReceivedPayment): string {
  return `${batchId ?? entryId}/${subject}/${supporterId ?? areaId}`
}

function payerOf(key: string, parts: readonly ReceivedPayment[], numbers: ReadonlyMap<string, string>): ReceiptPayer {
  const [first] = parts
  if (first === undefined) throw new Error('a payer without payments')
  const number = first.receiptId === null ? undefined : numbers.get(first.receiptId)
  return {
    key,
    name: first.supporterName ?? first.areaName ?? '',
    receivedOn: first.receivedOn,
    subject: first.subject,
    purposes: [...new Set(parts.map(purposeOf))],
    amountYen: yen(parts.reduce((sum, { amountYen }) => sum + amountYen, 0)),
    entryIds: [...new Set(parts.map(({ entryId }) => entryId))],
    receipt: first.receiptId === null || number === undefined ? null : { receiptId: id<'ReceiptId'>(first.receiptId), number },
  }
}

async function receiptNumbersOf({ prisma }: Deps['db'], payments: readonly ReceivedPayment[]): Promise<Map<string, string>> {
  const ids = [...new Set(payments.flatMap(({ receiptId }) => (receiptId === null ? [] : [receiptId])))]
  if (ids.length === 0) return new Map()
  const receipts = await prisma.receipt.findMany({ where: { id: { in: ids } }, select: { id: true, printedNumber: true } })
  return new Map(receipts.map(({ id: receiptId, printedNumber }) => [receiptId, printedNumber]))
}
