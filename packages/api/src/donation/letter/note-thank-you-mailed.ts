import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'
import type { SentMail } from '../../letter/outbox/mail-followers.ts'

/** 礼状の記録 of a gift whose letter has gone out by mail, in the words of the mail. */
export async function noteThankYouMailed(deps: Deps, tx: Tx, { subjectId, sentById }: SentMail): Promise<void> {
  const day = { sentOn: toDateColumn(localDateInTokyo(deps.now())), method: 'メール', recordedAt: deps.now(), recordedById: sentById }
  const sentLetterId = deps.newId()
  // One mail of a gift goes out at a time: the last one that was queued.
  const { supporterId, subject, body } = await tx.outgoingMail.findFirstOrThrow({
    where: { subjectId, kind: 'thank_you' }, orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }], select: { supporterId: true, subject: true, body: true },
  })
  if (supporterId !== null) await tx.sentLetter.create({ data: { id: sentLetterId, kind: 'thank_you', supporterId, heading: subject, words: body.trimEnd(), ...day } })
  // A second mail on the same day is a letter of its own, but the gift was thanked for by mail that day already.
  await tx.thankYouLetter.createMany({ data: [{ id: deps.newId(), entryId: subjectId, sentLetterId: supporterId === null ? null : sentLetterId, ...day }], skipDuplicates: true })
}
