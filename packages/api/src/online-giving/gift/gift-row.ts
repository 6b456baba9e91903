import type { AreaId, GivingLinkId, GivingTargetId, OnlineGiftId, PaymentAccountId } from '@sasaeai/domain/ids'
import type { GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { kindOfStart } from '@sasaeai/domain/online-giving/gift/check-start'
import type { StartGiftInput } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Db } from '@sasaeai/db/database'

/** Where a gift goes: the page, whose money it becomes, and the link that the giver came by. */
export interface GiftPlace {
  readonly targetId: GivingTargetId
  readonly paymentAccountId: PaymentAccountId
  readonly linkId: GivingLinkId | null
  readonly areaId: AreaId | null
}

/** Null when there is no such page. A link that is closed, or of another page, is as good as none. */
export async function readGiftPlace(db: Db, { slug, linkCode }: Pick<StartGiftInput, 'slug' | 'linkCode'>): Promise<GiftPlace | null> {
  const { rows } = await db.pool.query<GiftPlace>(
    `SELECT t.id AS "targetId", t.payment_account_id AS "paymentAccountId", l.id AS "linkId", l.area_id AS "areaId"
      FROM giving_target t LEFT JOIN giving_link l ON l.target_id = t.id AND l.code = $2 AND l.closed_on IS NULL WHERE t.slug = $1`,
    [slug, linkCode],
  )
  return rows[0] ?? null
}

/** What a giver filled in, as the table keeps it. */
export function giftRow(gift: StartGiftInput, target: Pick<GivingFrontTarget, 'kind'>, place: GiftPlace) {
  const { giver, memorial } = gift
  return {
    ...place,
    frequency: gift.frequency,
    giverKind: giver.kind,
    name: giver.name,
    kana: giver.kana,
    contactPerson: giver.contactPerson,
    postalCode: giver.postalCode,
    address: giver.address,
    phone: giver.phone,
    email: giver.email,
    receiptWish: gift.receiptWish,
    donationKind: kindOfStart(gift, target.kind),
    deceasedName: memorial?.deceasedName ?? '',
    relationship: memorial?.relationship ?? '',
    consent: gift.consent,
    printedName: gift.printedName,
    message: gift.message,
    language: gift.language,
    searchText: normalizeForSearch(`${giver.name} ${giver.kana} ${giver.email} ${gift.message}`),
  }
}

/** The gift that stands under an id already. */
export interface StandingGift {
  readonly giftId: OnlineGiftId
  readonly isSame: boolean
  readonly state: 'started' | 'awaiting' | 'paid' | 'failed' | 'expired'
  readonly startedAt: Date
  readonly callId: string
}

/** Null when there is none. It is the same where everything that was filled in is, down to the 口数 or the amount. */
export async function readStandingGift(db: Db, giftId: OnlineGiftId, asked: ReturnType<typeof giftRow> & Pick<StartGiftInput, 'amountYen' | 'units'>): Promise<StandingGift | null> {
  const stored = await db.prisma.onlineGift.findUnique({ where: { id: giftId }, include: { calls: { where: { kind: 'checkout' }, select: { id: true } } } })
  if (stored === null) return null
  const { linkId: _link, areaId: _area, amountYen, units, ...content } = asked
  const isSameContent = Object.entries(content).every(([name, value]) => Reflect.get(stored, name) === value)
  const isSameAmount = amountYen === null ? stored.units === units : Number(stored.amountYen) === amountYen
  const callId = stored.calls[0]?.id
  if (callId === undefined) throw new Error('a gift and its call are written together')
  return { giftId, isSame: isSameContent && isSameAmount, state: stored.state, startedAt: stored.startedAt, callId }
}

