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

interface Sending {
  readonly kind: LetterKind
  readonly sentOn: LocalDate
  readonly method: string
}

/** Writes down that letters were sent, each in the words that it had. */
export async function writeSentLetters({ deps, actor, tx }: Desk, { kind, sentOn, method }: Sending, letters: readonly LetterSent[]): Promise<void> {
  await tx.sentLetter.createMany({
    data: letters.map((letter) => ({
      id: letter.id, kind, supporterId: letter.supporterId, method, sentOn: toDateColumn(sentOn), recordedAt: deps.now(), recordedById: actor.userId, ...wordsAsSent(letter),
    })),
  })
}

/** The letters that are not written down yet: the same words to the same supporter on the same day and way are one letter, however often the button is pressed. */
export async function lettersNotRecorded({ tx }: Desk, { kind, sentOn, method }: Sending, letters: readonly LetterSent[]): Promise<LetterSent[]> {
  const supporterId = { in: letters.map((letter) => letter.supporterId) }
  const before = await tx.sentLetter.findMany({ where: { kind, sentOn: toDateColumn(sentOn), method, supporterId }, select: { supporterId: true, words: true } })
  const known = new Set(before.map((letter) => `${letter.supporterId} ${letter.words}`))
  return letters.filter((letter) => !known.has(`${letter.supporterId} ${wordsAsSent(letter).words ?? ''}`))
}

function wordsAsSent({ template, values }: LetterSent): { templateId?: string; heading?: string; words?: string } {
  if (template === undefined) return {}
  const letter = composeLetter(template, values)
  return { templateId: template.templateId, heading: letter.title, words: wordsOf(letter) }
}
