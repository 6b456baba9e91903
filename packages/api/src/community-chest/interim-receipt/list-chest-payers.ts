import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatInterimReceiptNumber } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-number'
import type { IntakeBatchId, InterimReceiptId, JournalEntryId } from '@sasaeai/domain/ids'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type ChestPayment, readChestPayments } from './read-chest-payments.ts'

/** What one payer gave to one drive at one time: what one 預り証 stands for. */
export interface ChestPayer {
  readonly key: string
  /** Empty where nobody gave a name, as in the street: no 預り証 can be issued. */
  readonly name: string
  readonly receivedOn: LocalDate
  readonly campaignName: string
  readonly methodNames: readonly string[]
  readonly amountYen: Yen
  readonly entryIds: readonly JournalEntryId[]
  /** The live 預り証, or null while there is none. */
  readonly receipt: { readonly interimReceiptId: InterimReceiptId; readonly number: string } | null
}

/** Who gave to drives in a batch; what was taken out of the books is left out. */
export async function listChestPayers({ db }: Deps, batchId: IntakeBatchId): Promise<ChestPayer[]> {
  const payments = await readChestPayments(db, { batchId })
  return payersOf(db, payments.filter(({ isReversed }) => !isReversed))
}

/**
 * The one who gave what stands on a slip, with what else came with it. A 預り証 that outlived its slip is kept in sight,
 * since it has to be made void: only what has none is left out once it is reversed.
 */
export async function listChestPayerOfEntry({ db }: Deps, entryId: JournalEntryId): Promise<ChestPayer[]> {
  const payments = await readChestPayments(db, { entryId })
  const payers = await payersOf(db, payments.filter(({ isReversed, interimReceiptId }) => !isReversed || interimReceiptId !== null))
  return payers.filter(({ entryIds }) => entryIds.includes(entryId))
}

async function payersOf(db: Deps['db'], payments: readonly ChestPayment[]): Promise<ChestPayer[]> {
  const numbers = await numbersOf(db, payments)
  // Entries that have a 預り証 together stay together; of the others, those that came together for one drive.
  const byPayer = Map.groupBy(payments, (payment) => payment.interimReceiptId ?? keyOf(payment))
  return [...byPayer].map(([key, parts]) => payerOf(key, parts, numbers))
}

function keyOf({ batchId, entryId, supporterId, areaId, campaignId }: ChestPayment): string {
  return `${batchId ?? entryId}/${supporterId ?? areaId}/${campaignId}`
}

function payerOf(key: string, parts: readonly ChestPayment[], numbers: ReadonlyMap<string, string>): ChestPayer {
  const [first] = parts
  if (first === undefined) throw new Error('a payer without payments')
  const { interimReceiptId } = first
  const number = interimReceiptId === null ? undefined : numbers.get(interimReceiptId)
  return {
    key,
    name: first.payerName ?? '',
    receivedOn: first.entryDate,
    campaignName: first.campaignName,
    methodNames: [...new Set(parts.map(({ methodName }) => methodName))],
    amountYen: yen(parts.reduce((sum, { amountYen }) => sum + amountYen, 0)),
    entryIds: [...new Set(parts.map(({ entryId }) => entryId))],
    receipt: interimReceiptId === null || number === undefined ? null : { interimReceiptId, number },
  }
}

async function numbersOf({ prisma }: Deps['db'], payments: readonly ChestPayment[]): Promise<Map<string, string>> {
  const ids = [...new Set(payments.flatMap(({ interimReceiptId }) => (interimReceiptId === null ? [] : [interimReceiptId])))]
  if (ids.length === 0) return new Map()
  const receipts = await prisma.interimReceipt.findMany({ where: { id: { in: ids } }, select: { id: true, fiscalYear: true, receiptNumber: true } })
  return new Map(
    receipts.map((receipt) => [receipt.id, formatInterimReceiptNumber({ fiscalYear: fiscalYear(receipt.fiscalYear), number: receipt.receiptNumber })]),
  )
}
