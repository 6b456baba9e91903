import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { RecordLettersInput } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/**
 * 礼状の記録: writes down on which day and how gifts were thanked for. The same day and way is written down once, however
 * often the button is pressed.
 */
export function recordLetters(deps: Deps, actor: Actor, { entryIds, sentOn, method }: RecordLettersInput): Promise<Outcome<{ recorded: number }, 'gift_not_found' | 'letter_recorded_before'>> {
  const wanted = [...new Set(entryIds)]
  return inTransaction(
    deps.db,
    async (tx) => {
      const standing = { id: { in: wanted }, kind: { in: ['receipt' as const, 'transfer' as const] }, reversedBy: null, postings: { some: { fundingSource: { category: 'donation' as const } } } }
      if ((await tx.journalEntry.count({ where: standing })) !== wanted.length) return fail('gift_not_found')
      const { count: recorded } = await tx.thankYouLetter.createMany({
        data: wanted.map((entryId) => ({ id: deps.newId(), entryId, sentOn: toDateColumn(sentOn), method, recordedAt: deps.now(), recordedById: actor.userId })),
        skipDuplicates: true,
      })
      if (recorded === 0) return fail('letter_recorded_before')
      const subjectId = wanted[0] ?? ''
      await recordAuditEvent(deps, tx, { actor, action: 'thank_you_letter.record', subjectKind: 'thank_you_letter', subjectId, after: { sentOn, method, added: recorded } })
      return succeed({ recorded })
    },
    { isolation: 'ReadCommitted' },
  )
}
