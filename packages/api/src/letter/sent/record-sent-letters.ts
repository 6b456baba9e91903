import { inTransaction } from '@sasaeai/db/in-transaction'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import type { UsableTemplate } from '../compose/read-usable-templates.ts'
import { type LetterSent, lettersNotRecorded, writeSentLetters } from './write-sent-letters.ts'

interface LettersOfTemplate {
  readonly template: UsableTemplate
  readonly sentOn: LocalDate
  readonly method: string
  readonly letters: readonly Omit<LetterSent, 'id' | 'template'>[]
}

/** 送った記録 of letters from one template. Who has such a record of the same day and way already gets no second one. */
export function recordSentLetters(deps: Deps, actor: Actor, { template, sentOn, method, letters }: LettersOfTemplate): Promise<Outcome<{ recorded: number }, 'letter_recorded_before'>> {
  const sent = letters.map((letter) => ({ ...letter, id: deps.newId(), template }))
  return inTransaction(deps.db, async (tx) => {
    const desk = { deps, actor, tx }
    const sending = { kind: template.kind, sentOn, method }
    const fresh = await lettersNotRecorded(desk, sending, sent)
    if (fresh.length === 0) return fail('letter_recorded_before')
    await writeSentLetters(desk, sending, fresh)
    await recordAuditEvent(deps, tx, {
      actor, action: 'sent_letter.record', subjectKind: 'sent_letter', subjectId: template.templateId, after: { title: template.name, sentOn, method, added: fresh.length },
    })
    return succeed({ recorded: fresh.length })
  })
}
