import type { RecordNoticesInput } from '@sasaeai/domain/letter/letter-input'
import { fail, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { readCouncilValues } from '../compose/read-council-values.ts'
import { readUsableTemplates } from '../compose/read-usable-templates.ts'
import { recordSentLetters } from '../sent/record-sent-letters.ts'
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
  const sent = letters.map(({ supporterId, values }) => ({ supporterId, values: { ...council, ...values } }))
  return recordSentLetters(deps, actor, { template, sentOn, method, letters: sent })
}
