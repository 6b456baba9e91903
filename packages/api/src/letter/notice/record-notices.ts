import { inTransaction } from '@sasaeai/db/in-transaction'
import type { RecordNoticesInput } from '@sasaeai/domain/letter/letter-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readCouncilValues } from '../compose/read-council-values.ts'
import { readUsableTemplates } from '../compose/read-usable-templates.ts'
import { lettersNotRecorded, writeSentLetters } from '../sent/write-sent-letters.ts'
import { readNoticeLetters } from './notice-letters.ts'

type Refusal = 'letter_template_unusable' | 'too_many_letters' | 'nobody_to_write_to' | 'letter_recorded_before'

/**
 * ご案内を送った記録: to everybody for whom one was printed, in the words that it had. Who has such a record of the same
 * day and way already gets no second one, however often the button is pressed.
 */
export async function recordNotices(deps: Deps, actor: Actor, { templateId, audience, sentOn, method }: RecordNoticesInput): Promise<Outcome<{ recorded: number }, Refusal>> {
  const [template] = await readUsableTemplates(deps, 'notice', templateId)
  if (template === undefined) return fail('letter_template_unusable', { field: 'templateId' })
  const all = await readNoticeLetters(deps, audience)
  if (all === null) return fail('too_many_letters')
  // Only who got one on paper needs an address for it.
  const letters = all.filter(({ refusal, addressee }) => refusal === null && (method !== '郵送' || addressee.address !== ''))
  if (letters.length === 0) return fail('nobody_to_write_to')
  const council = await readCouncilValues(deps, sentOn)
  const sent = letters.map(({ supporterId, values }) => ({ id: deps.newId(), supporterId, values: { ...council, ...values }, template }))
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
