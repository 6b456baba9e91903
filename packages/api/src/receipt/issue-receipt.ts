import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { violatedConstraint } from '@sasaeai/db/refusals'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id, type ReceiptId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { type ReceiptContent, receivedDuesWords } from '@sasaeai/domain/receipt/receipt-content'
import type { IssueReceiptInput } from '@sasaeai/domain/receipt/receipt-input'
import { formatReceiptNumber } from '@sasaeai/domain/receipt/receipt-number'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { type DuesPayment, readNamedPayments } from './read-dues-payments.ts'

type IssueFailure =
  | 'receipt_not_dues'
  | 'receipt_entry_reversed'
  | 'receipt_already_issued'
  | 'receipt_of_several_payers'
  | 'receipt_payer_unknown'

export interface IssuedReceipt {
  readonly receiptId: ReceiptId
  /** 領収書番号, as it is printed. */
  readonly number: string
}

/**
 * 発行: one receipt for dues of one payer, with everything that it says. Its number is taken inside the transaction, so
 * that a refused one leaves no gap; that an entry has one receipt at a time a unique index decides.
 */
export async function issueReceipt(deps: Deps, actor: Actor, { entryIds }: IssueReceiptInput): Promise<Outcome<IssuedReceipt, IssueFailure>> {
  try {
    // The counter's row lock puts those who issue in a row; a stronger isolation would only make them repeat.
    return await inTransaction(deps.db, async (tx) => {
      const payments = await readNamedPayments(tx, entryIds)
      const refusal = refusalOf(payments, new Set(entryIds).size)
      return refusal ?? succeed(await writeReceipt({ deps, actor, tx }, payments))
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (violatedConstraint(error) === 'receipt_entry_one_live_idx') return fail('receipt_already_issued')
    throw error
  }
}

function refusalOf(payments: readonly DuesPayment[], asked: number): Failure<IssueFailure> | null {
  if (new Set(payments.map(({ entryId }) => entryId)).size < asked) return fail('receipt_not_dues')
  if (payments.some(({ isReversed }) => isReversed)) return fail('receipt_entry_reversed')
  if (payments.some(({ receiptId }) => receiptId !== null)) return fail('receipt_already_issued')
  const payers = new Set(payments.map(({ areaId, supporterId }) => supporterId ?? areaId))
  if (payers.has(null)) return fail('receipt_payer_unknown')
  return payers.size > 1 ? fail('receipt_of_several_payers') : null
}

async function writeReceipt({ deps, actor, tx }: { deps: Deps; actor: Actor; tx: Tx }, payments: readonly DuesPayment[]): Promise<IssuedReceipt> {
  const [{ areaId, supporterId } = { areaId: null, supporterId: null }] = payments
  const issuedOn = localDateInTokyo(deps.now())
  const fiscalYear = fiscalYearOf(issuedOn)
  const content = await contentOf(tx, payments)
  const amountYen = yen(payments.reduce((sum, payment) => sum + payment.amountYen, 0))
  const receiptId = id<'ReceiptId'>(deps.newId())
  const number = await takeReceiptNumber(tx, fiscalYear)
  await tx.receipt.create({
    data: {
      id: receiptId, fiscalYear, series: 'dues', receiptNumber: number, issuedOn: toDateColumn(issuedOn), amountYen: BigInt(amountYen),
      areaId: supporterId === null ? areaId : null, supporterId, content: { ...content, details: [...content.details] },
      issuedAt: deps.now(), issuedById: actor.userId,
    },
  })
  await tx.receiptEntry.createMany({ data: [...new Set(payments.map(({ entryId }) => entryId))].map((entryId) => ({ receiptId, entryId })) })
  const printed = formatReceiptNumber({ fiscalYear, series: 'dues', number })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'receipt.issue',
    subjectKind: 'receipt',
    subjectId: receiptId,
    after: { receiptNumber: printed, payer: content.payer, amountYen },
  })
  return { receiptId, number: printed }
}

/** Receipts for dues have a run of numbers of their own in each fiscal year. */
async function takeReceiptNumber(tx: Tx, fiscalYear: number): Promise<number> {
  const [taken] = await tx.$queryRaw<{ number: number }[]>`SELECT take_number('receipt:dues', ${fiscalYear}::int) AS number`
  if (taken === undefined) throw new Error('the counter gave no receipt number')
  return taken.number
}

async function contentOf(tx: Tx, payments: readonly DuesPayment[]): Promise<ReceiptContent> {
  const council = await tx.council.findUniqueOrThrow({
    where: { id: 1 },
    select: { name: true, postalCode: true, address: true, phone: true, representative: true },
  })
  const [payment] = payments
  const words = receivedDuesWords(
    payments.map(({ duesYear, duesKindName, amountYen, entryDate }) => ({ duesYear, duesKindName, amountYen: yen(amountYen), receivedOn: entryDate })),
  )
  return {
    ...words,
    council,
    payer: payment?.supporterName ?? payment?.areaName ?? '',
    honorific: payment?.supporterKind == null ? '御中' : honorificOf(payment.supporterKind),
    address: payment?.address ?? '',
  }
}
