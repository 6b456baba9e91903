import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { RecordCoversInput } from '@sasaeai/domain/receipt/receipt-cover-input'
import type { Actor, Deps } from '../../deps.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { lettersNotRecorded, writeSentLetters } from '../../letter/sent/write-sent-letters.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { coverKindOf, letterOfReceipt, readCoveredReceipts, readCoverTemplate } from './covered-receipts.ts'

/** 送り状を送った記録: to everybody in the register whose receipt the template is for, in the words that it had. */
export async function recordCovers(
  deps: Deps,
  actor: Actor,
  { of, templateId, sentOn, method }: RecordCoversInput,
): Promise<Outcome<{ recorded: number }, 'letter_template_unusable' | 'nobody_to_write_to' | 'letter_recorded_before'>> {
  const template = await readCoverTemplate(deps, templateId)
  if (template === undefined) return fail('letter_template_unusable', { field: 'templateId' })
  const council = await readCouncilValues(deps, sentOn)
  const sent = (await readCoveredReceipts(deps, of)).flatMap((receipt) => {
    const { supporterId, isVoid } = receipt
    if (isVoid || supporterId === null || coverKindOf(receipt) !== template.kind) return []
    return [{ id: deps.newId(), supporterId, values: { ...council, ...letterOfReceipt(receipt).values }, template }]
  })
  if (sent.length === 0) return fail('nobody_to_write_to')
  return inTransaction(deps.db, async (tx) => {
    const desk = { deps, actor, tx }
    const sending = { kind: template.kind, sentOn, method }
    const fresh = await lettersNotRecorded(desk, sending, sent)
    if (fresh.length === 0) return fail('letter_recorded_before')
    await writeSentLetters(desk, sending, fresh)
    await recordAuditEvent(deps, tx, { actor, action: 'sent_letter.record', subjectKind: 'sent_letter', subjectId: templateId, after: { title: template.name, sentOn, method, added: fresh.length } })
    return succeed({ recorded: fresh.length })
  })
}
