import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import type { SaveGiverDetailsInput } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import type { Desk, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { program } from '../event/program-actor.ts'

const reason = 'マイページで本人が変更'

/**
 * Takes what a giver changes on their own page. 芳名 holds at once, for what was given and for the months that come. An address
 * goes to the office as a line in 接触の記録: the register may know of moves, of further people at the address and of records
 * that were merged, so a person writes it there.
 */
export async function saveGiverDetails(deps: Deps, email: string, { giftId, address, consent }: SaveGiverDetailsInput): Promise<Outcome<null, 'giver_gift_not_found' | 'giver_address_later'>> {
  return inTransaction(deps.db, async (tx) => {
    const gift = await tx.onlineGift.findFirst({ where: { id: giftId, email, state: { in: ['awaiting', 'paid'] } }, include: { payments: { select: { entryId: true } } } })
    if (gift === null) return fail('giver_gift_not_found')
    const desk = { deps, actor: program, tx }
    if (address !== null && gift.supporterId === null) return fail('giver_address_later')
    if (address !== null && gift.supporterId !== null) await tellOffice(desk, { supporterId: gift.supporterId, email, address })
    if (consent !== null && gift.giverKind !== 'anonymous') await changeConsent(desk, gift, consent)
    return succeed(null)
  })
}

interface ChangedAddress {
  readonly supporterId: string
  readonly email: string
  readonly address: NonNullable<SaveGiverDetailsInput['address']>
}

async function tellOffice({ deps, actor, tx }: Desk, { supporterId, email, address }: ChangedAddress): Promise<void> {
  const { mergedIntoId } = await tx.supporter.findUniqueOrThrow({ where: { id: supporterId }, select: { mergedIntoId: true } })
  const subjectId = mergedIntoId ?? supporterId
  const summary = `マイページから住所変更の申し出：〒${readablePostalCode(address.postalCode)} ${address.address}${address.phone === '' ? '' : `　電話 ${address.phone}`}（名簿はまだ変えていません）`
  const contactedOn = localDateInTokyo(deps.now())
  await tx.supporterContact.create({
    data: { id: deps.newId(), supporterId: subjectId, contactedOn: toDateColumn(contactedOn), channel: 'email', counterpart: email.slice(0, 100), summary, recordedById: actor.userId, recordedAt: deps.now() },
  })
  await recordAuditEvent(deps, tx, { actor, action: 'supporter_contact.record', subjectKind: 'supporter', subjectId, after: { contactedOn, channel: 'email', summary }, reason })
}

interface ConsentingGift {
  readonly id: string
  readonly consent: NonNullable<SaveGiverDetailsInput['consent']>['consent']
  readonly printedName: string
  readonly payments: readonly { readonly entryId: string | null }[]
}

async function changeConsent({ deps, actor, tx }: Desk, gift: ConsentingGift, after: NonNullable<SaveGiverDetailsInput['consent']>): Promise<void> {
  await tx.onlineGift.update({ where: { id: gift.id }, data: after, select: { id: true } })
  const entryIds = gift.payments.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]))
  await tx.donation.updateMany({ where: { entryId: { in: entryIds } }, data: after })
  const before = { consent: gift.consent, printedName: gift.printedName }
  await recordAuditEvent(deps, tx, { actor, action: 'online_gift.update', subjectKind: 'online_gift', subjectId: id(gift.id), ...changedFields(before, after), reason })
}
