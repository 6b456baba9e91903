import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import { givingLanguages } from '@sasaeai/domain/online-giving/gift/giving-language'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { mailGiverLink } from './mail-giver-link.ts'

/** マイページのリンクを送る: for a giver who asks the office. It goes to the address of the gift and to no other. */
export async function sendLinkForGift(
  deps: Deps,
  actor: Actor,
  { giftId, origin }: { readonly giftId: OnlineGiftId; readonly origin: string },
): Promise<Outcome<null, 'online_gift_not_given'>> {
  const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome<null, 'online_gift_not_given'>> => {
    const gift = await tx.onlineGift.findUnique({ where: { id: giftId }, select: { email: true, language: true, state: true } })
    if (gift === null || (gift.state !== 'paid' && gift.state !== 'awaiting')) return fail('online_gift_not_given')
    await mailGiverLink({ deps, actor, tx }, { email: gift.email, language: choiceIn(givingLanguages, gift.language) ?? 'ja', origin })
    await recordAuditEvent(deps, tx, { actor, action: 'online_gift.send_link', subjectKind: 'online_gift', subjectId: giftId })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
  if (outcome.ok) ringBell(deps.db, 'mail')
  return outcome
}
