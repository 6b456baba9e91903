import { fail, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { RecordCoversInput } from '@sasaeai/domain/receipt/receipt-cover-input'
import type { Actor, Deps } from '../../deps.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { recordSentLetters } from '../../letter/sent/record-sent-letters.ts'
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
  const letters = (await readCoveredReceipts(deps, of)).flatMap((receipt) => {
    const { supporterId, isVoid } = receipt
    if (isVoid || supporterId === null || coverKindOf(receipt) !== template.kind) return []
    return [{ supporterId, values: { ...council, ...letterOfReceipt(receipt).values } }]
  })
  if (letters.length === 0) return fail('nobody_to_write_to')
  return recordSentLetters(deps, actor, { template, sentOn, method, letters })
}
