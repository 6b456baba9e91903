import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { composeLetter, wordsOf } from '@sasaeai/domain/letter/compose-letter'
import type { LetterValues } from '@sasaeai/domain/letter/letter-field'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { Desk } from '../../deps.ts'
import type { UsableTemplate } from '../compose/read-usable-templates.ts'

/** A letter that was sent. Without a template nothing is known of its words. */
export interface LetterSent {
  readonly id: string
  readonly supporterId: SupporterId
  readonly values: LetterValues
  readonly template: UsableTemplate | undefined
}

/** Writes down that letters were sent, each in the words that it had. */
export async function writeSentLetters({ deps, actor, tx }: Desk, { kind, sentOn, method }: { kind: LetterKind; sentOn: LocalDate; method: string }, letters: readonly LetterSent[]): Promise<void> {
  await tx.sentLetter.createMany({
    data: letters.map(({ id, supporterId, values, template }) => ({
      id, kind, supporterId, method, sentOn: toDateColumn(sentOn), recordedAt: deps.now(), recordedById: actor.userId, ...wordsAsSent(template, values),
    })),
  })
}

function wordsAsSent(template: UsableTemplate | undefined, values: LetterValues) {
  if (template === undefined) return {}
  const letter = composeLetter(template, values)
  return { templateId: template.templateId, heading: letter.title, words: wordsOf(letter) }
}
