import { inTransaction } from '@sasaeai/db/in-transaction'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { MailReceiptsInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { askingOf, askingWithin } from '../../ledger/asking.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { keepWhatCanBeSet } from '../paper/keep-receipt-papers.ts'
import { readSheets } from '../paper/printed-receipt.ts'
import { type MailCandidate, readMailCandidates } from './mail-candidates.ts'
import { lockReceipts, queueReceiptMail, type ReceiptMailOrder } from './queue-receipt-mail.ts'
import { readReceiptMailWords } from './receipt-mail-words.ts'

export interface MailedReceipts {
  readonly queued: number
  /** Receipts whose PDF could not be made, by number. */
  readonly unset: readonly string[]
  /** There are more than one call takes: call again. */
  readonly hasMore: boolean
}

/** So many are queued in one transaction, and so many by one call. */
const share = 50
const mostAtOnce = 500

/**
 * メールで送る, a list of receipts or a whole run: those whose payers wish for a PDF, have an address, and have not been
 * sent theirs. Nothing is remembered of how far it came: what is in the outbox is not taken again.
 */
export async function mailReceipts(deps: Deps, actor: Actor, { orderId, of }: MailReceiptsInput): Promise<Outcome<MailedReceipts, never>> {
  const candidates = await readMailCandidates(askingOf(deps.db.pool), of)
  const ready = candidates.filter(({ standing }) => standing === 'ready')
  const wordsOf = await readReceiptMailWords(deps)
  const unset: string[] = []
  let queued = 0
  for (let from = 0; from < Math.min(ready.length, mostAtOnce); from += share) {
    const some = ready.slice(from, Math.min(from + share, mostAtOnce))
    const left = await keepWhatCanBeSet(deps, await readSheets(deps.db, some.map(({ receiptId }) => receiptId)))
    unset.push(...left.map(({ number }) => number))
    const able = some.filter(({ receiptId }) => !left.some((sheet) => sheet.receiptId === receiptId))
    queued += await inTransaction(deps.db, (tx) => queueShare({ deps, actor, tx }, { orderId, wordsOf }, able), { isolation: 'ReadCommitted' })
    ringBell(deps.db, 'mail')
  }
  return succeed({ queued, unset, hasMore: queued > 0 && ready.length > mostAtOnce })
}

async function queueShare(desk: Desk, order: ReceiptMailOrder, some: readonly MailCandidate[]): Promise<number> {
  const receiptIds = some.map(({ receiptId }) => receiptId)
  await lockReceipts(desk.tx, receiptIds)
  // Looked at once more under the lock: one may be void by now, or on its way by somebody else's click.
  const candidates = (await readMailCandidates(askingWithin(desk.tx), { receiptIds })).filter(({ standing }) => standing === 'ready')
  let queued = 0
  for (const candidate of candidates) queued += (await queueReceiptMail(desk, order, candidate)) ? 1 : 0
  if (queued > 0) {
    const { deps, actor, tx } = desk
    await recordAuditEvent(deps, tx, { actor, action: 'outgoing_mail.put_in_outbox', subjectKind: 'outgoing_mail', subjectId: order.orderId, after: { count: queued } })
  }
  return queued
}
