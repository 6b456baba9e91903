import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ReceiptId } from '@sasaeai/domain/ids'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { MailReceiptInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { askingWithin } from '../../ledger/asking.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { keepWhatCanBeSet } from '../paper/keep-receipt-papers.ts'
import { readSheets } from '../paper/printed-receipt.ts'
import { readMailCandidates } from './mail-candidates.ts'
import { lockReceipts, queueReceiptMail } from './queue-receipt-mail.ts'
import { readReceiptMailWords } from './receipt-mail-words.ts'

type MailReceiptFailure = 'receipt_not_found' | 'receipt_void_not_mailed' | 'receipt_without_address' | 'receipt_mail_waiting' | 'receipt_paper_not_set'

/** メールで送る, one receipt: whatever way was wished for, and also once more, because somebody has decided so. */
export async function mailReceipt(deps: Deps, actor: Actor, { orderId, receiptId }: MailReceiptInput): Promise<Outcome<{ receiptId: ReceiptId }, MailReceiptFailure>> {
  const [sheet] = await readSheets(deps.db, [receiptId])
  if (sheet === undefined) return fail('receipt_not_found')
  if ((await keepWhatCanBeSet(deps, [sheet])).length > 0) return fail('receipt_paper_not_set')
  const wordsOf = await readReceiptMailWords(deps)
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<{ receiptId: ReceiptId }, MailReceiptFailure>> => {
    await lockReceipts(tx, [receiptId])
    if (await tx.outgoingMail.findUnique({ where: { orderId_subjectId: { orderId, subjectId: receiptId } }, select: { id: true } })) return succeed({ receiptId })
    const [candidate] = await readMailCandidates(askingWithin(tx), { receiptIds: [receiptId] })
    if (candidate === undefined) return fail('receipt_void_not_mailed')
    if (!isMailAddress(candidate.toAddress)) return fail('receipt_without_address')
    if (candidate.standing === 'waiting') return fail('receipt_mail_waiting')
    await queueReceiptMail({ deps, actor, tx }, { orderId, wordsOf }, candidate)
    const after = { receiptNumber: candidate.number, email: candidate.toAddress }
    await recordAuditEvent(deps, tx, { actor, action: 'outgoing_mail.put_in_outbox', subjectKind: 'receipt', subjectId: receiptId, after })
    return succeed({ receiptId })
  }, { isolation: 'ReadCommitted' })
  if (outcome.ok) ringBell(deps.db, 'mail')
  return outcome
}
