import { inTransaction } from '@sasaeai/db/in-transaction'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { IssueReceiptInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps, Desk } from '../deps.ts'
import { keepNewPapers } from './paper/keep-receipt-papers.ts'
import { readNamedPayments, type ReceivedPayment } from './read-payments.ts'
import { type ReceiptRefusal, receiptRefusalOf } from './receipt-refusal.ts'
import { payerOf, wordsOfPayments } from './receipt-words.ts'
import { type IssuedReceipt, readOpenSeries, type ReceiptDraft, writeReceipts } from './write-receipts.ts'

export type IssueFailure =
  | ReceiptRefusal
  | 'receipt_of_several_payers'
  | 'receipt_of_several_subjects'
  | 'receipt_payer_unknown'
  | 'receipt_series_missing'

/**
 * 発行: one receipt for dues or gifts of one payer, with everything that it says, in the series of its subject unless
 * another is asked for. That an entry has one receipt at a time a unique index decides. Its PDF is kept at once.
 */
export async function issueReceipt(deps: Deps, actor: Actor, input: IssueReceiptInput): Promise<Outcome<IssuedReceipt, IssueFailure>> {
  const outcome = await issueWithoutPaper(deps, actor, input)
  if (outcome.ok) await keepNewPapers(deps, [outcome.value.receiptId])
  return outcome
}

/** The same where many are issued, whose PDFs are set together afterwards. */
export async function issueWithoutPaper(deps: Deps, actor: Actor, input: IssueReceiptInput): Promise<Outcome<IssuedReceipt, IssueFailure>> {
  try {
    // The counter's row lock puts those who issue in a row; a stronger isolation would only make them repeat.
    return await inTransaction(deps.db, (tx) => issueWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = receiptRefusalOf(error)
    if (refusal === null) throw error
    return refusal
  }
}

/** The same as a part of a larger act. @throws PostgreSQL's refusal. */
export async function issueWithin(desk: Desk, { entryIds, seriesId }: IssueReceiptInput): Promise<Outcome<IssuedReceipt, IssueFailure>> {
  const payments = await readNamedPayments(desk.tx, entryIds)
  const [first] = payments
  const refusal = refusalOf(payments, new Set(entryIds).size)
  if (refusal !== null || first === undefined) return refusal ?? fail('receipt_not_receivable')
  const series = await readOpenSeries(desk.tx, first.subject, seriesId)
  if (series === null) return fail('receipt_series_missing')
  const [issued] = await writeReceipts(desk, { series, issuedOn: localDateInTokyo(desk.deps.now()) }, [draftOf(first, payments)])
  if (issued === undefined) throw new Error('the receipt was not written')
  return succeed(issued)
}

function refusalOf(payments: readonly ReceivedPayment[], asked: number): Failure<IssueFailure> | null {
  if (new Set(payments.map(({ entryId }) => entryId)).size < asked) return fail('receipt_not_receivable')
  if (payments.some(({ isReversed }) => isReversed)) return fail('receipt_entry_reversed')
  if (payments.some(({ receiptId }) => receiptId !== null)) return fail('receipt_already_issued')
  const payers = new Set(payments.map(({ areaId, supporterId }) => supporterId ?? areaId))
  if (payers.has(null)) return fail('receipt_payer_unknown')
  if (payers.size > 1) return fail('receipt_of_several_payers')
  // What a sponsor pays is no gift, and no receipt says both.
  return new Set(payments.map(({ subject, sponsorship }) => `${subject} ${sponsorship !== null}`)).size > 1 ? fail('receipt_of_several_subjects') : null
}

function draftOf(first: ReceivedPayment, payments: readonly ReceivedPayment[]): ReceiptDraft {
  const { areaId, supporterId, subject } = first
  return {
    payer: payerOf(first),
    words: wordsOfPayments(subject, payments),
    amountYen: yen(payments.reduce((sum, { amountYen }) => sum + amountYen, 0)),
    areaId,
    supporterId,
    entryIds: [...new Set(payments.map(({ entryId }) => entryId))],
    calendarYear: null,
    runId: null,
  }
}
