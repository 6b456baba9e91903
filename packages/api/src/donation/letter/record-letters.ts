import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { RecordLettersInput } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import { templateForGift } from '@sasaeai/domain/letter/template-for-gift'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { readUsableTemplates, type UsableTemplate } from '../../letter/compose/read-usable-templates.ts'
import { writeSentLetters } from '../../letter/sent/write-sent-letters.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { valuesOfGift } from './letter-of-gift.ts'
import { type LetterGift, readLetterGifts } from './read-letter-gifts.ts'

/**
 * 礼状の記録: writes down on which day, how and in which words gifts were thanked for. The same day and way is written down
 * once, however often the button is pressed.
 */
export async function recordLetters(
  deps: Deps,
  actor: Actor,
  input: RecordLettersInput,
): Promise<Outcome<{ recorded: number }, 'gift_not_found' | 'letter_recorded_before' | 'letter_template_unusable'>> {
  const { sentOn, method, template: choice } = input
  const wanted = [...new Set(input.entryIds)]
  const templates = choice === 'none' ? [] : await readUsableTemplates(deps, 'thank_you', choice === 'by_kind' ? undefined : choice)
  if (choice !== 'none' && templates.length === 0) return fail('letter_template_unusable', { field: 'templateId' })
  const gifts = await readLetterGifts(deps, wanted)
  const council = await readCouncilValues(deps, sentOn)
  const letterOf = (gift: LetterGift, template: UsableTemplate | undefined) =>
    gift.isAnonymous || gift.supporterId === null ? [] : [{ id: deps.newId(), supporterId: gift.supporterId, values: { ...council, ...valuesOfGift(gift) }, template, entryId: gift.entryId }]
  return inTransaction(
    deps.db,
    async (tx) => {
      const fresh = await notWrittenYet({ deps, actor, tx }, { wanted, sentOn, method })
      if (fresh === null) return fail('gift_not_found')
      if (fresh.size === 0) return fail('letter_recorded_before')
      const letters = gifts.filter(({ entryId }) => fresh.has(entryId)).flatMap((gift) => letterOf(gift, choice === 'by_kind' ? templateForGift(templates, gift.kind) : templates[0]))
      await writeSentLetters({ deps, actor, tx }, { kind: 'thank_you', sentOn, method }, letters)
      const sentAs = new Map<string, string>(letters.map(({ entryId, id }) => [entryId, id]))
      await tx.thankYouLetter.createMany({
        data: [...fresh].map((entryId) => ({
          id: deps.newId(), entryId, sentOn: toDateColumn(sentOn), method, sentLetterId: sentAs.get(entryId) ?? null, recordedAt: deps.now(), recordedById: actor.userId,
        })),
      })
      const subjectId = wanted[0] ?? ''
      await recordAuditEvent(deps, tx, { actor, action: 'thank_you_letter.record', subjectKind: 'thank_you_letter', subjectId, after: { sentOn, method, added: fresh.size } })
      return succeed({ recorded: fresh.size })
    },
  )
}

/** Of the gifts those without such a record; null where one of them is no standing gift. Two at once are put in a row by the database. */
async function notWrittenYet({ tx }: Desk, { wanted, sentOn, method }: { wanted: readonly string[] } & Pick<RecordLettersInput, 'sentOn' | 'method'>): Promise<ReadonlySet<string> | null> {
  const standing = { id: { in: [...wanted] }, kind: { in: ['receipt' as const, 'transfer' as const] }, reversedBy: null, postings: { some: { fundingSource: { category: 'donation' as const } } } }
  if ((await tx.journalEntry.count({ where: standing })) !== wanted.length) return null
  const before = await tx.thankYouLetter.findMany({ where: { entryId: { in: [...wanted] }, sentOn: toDateColumn(sentOn), method }, select: { entryId: true } })
  const written = new Set(before.map(({ entryId }) => entryId))
  return new Set(wanted.filter((entryId) => !written.has(entryId)))
}
