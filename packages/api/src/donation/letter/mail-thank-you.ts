import { inTransaction } from '@sasaeai/db/in-transaction'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { MailThankYouInput } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { mailTextOf } from '@sasaeai/domain/letter/mail-text'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import { templateForGift } from '@sasaeai/domain/letter/template-for-gift'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { readMailTemplates } from '../../letter/compose/read-usable-templates.ts'
import { queueMail, type WantedMail } from '../../letter/outbox/queue-mail.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { valuesOfGift } from './letter-of-gift.ts'
import { readLetterGifts } from './read-letter-gifts.ts'

type ComposingFailure = 'gift_not_found' | 'letter_without_email' | 'letter_mail_unwelcome' | 'letter_mail_without_template'

type ThankYouMail = Omit<WantedMail, 'orderId' | 'subjectId' | 'kind' | 'attachments'>

/** What a 礼状 by mail would say: in the words of the template for mail that suits the gift. */
export async function composeThankYouMail(deps: Deps, entryId: JournalEntryId): Promise<Outcome<ThankYouMail, ComposingFailure>> {
  const [gift] = await readLetterGifts(deps, [entryId])
  if (gift === undefined) return fail('gift_not_found')
  if (gift.isAnonymous || !isMailAddress(gift.email)) return fail('letter_without_email')
  if (!gift.wantsMail) return fail('letter_mail_unwelcome')
  const template = templateForGift(await readMailTemplates(deps, 'thank_you'), gift.kind)
  if (template === undefined) return fail('letter_mail_without_template')
  const values = { ...(await readCouncilValues(deps, localDateInTokyo(deps.now()))), ...valuesOfGift(gift) }
  return succeed({ supporterId: gift.supporterId, toName: gift.supporterName ?? '', toAddress: gift.email, ...mailTextOf(template, values, '') })
}

/** メールで送る: puts a 礼状 for a gift into the outbox, unless one waits there already. It is written down as sent when it has gone out. */
export async function mailThankYou(deps: Deps, actor: Actor, { orderId, entryId }: MailThankYouInput): Promise<Outcome<null, ComposingFailure | 'letter_mail_waiting'>> {
  const composed = await composeThankYouMail(deps, entryId)
  if (!composed.ok) return composed
  const mail = composed.value
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<null, 'letter_mail_waiting'>> => {
    const before = await tx.outgoingMail.findMany({ where: { subjectId: entryId, kind: 'thank_you', OR: [{ orderId }, { state: { in: ['waiting', 'sending'] } }] }, select: { orderId: true } })
    if (before.some((each) => each.orderId === orderId)) return succeed(null)
    if (before.length > 0) return fail('letter_mail_waiting')
    await queueMail({ deps, actor, tx }, { ...mail, orderId, subjectId: entryId, kind: 'thank_you', attachments: [] })
    await recordAuditEvent(deps, tx, { actor, action: 'outgoing_mail.put_in_outbox', subjectKind: 'donation', subjectId: entryId, after: { mailSubject: mail.subject, email: mail.toAddress } })
    return succeed(null)
  })
  if (outcome.ok) ringBell(deps.db, 'mail')
  return outcome
}
