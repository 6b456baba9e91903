import { createHash } from 'node:crypto'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AcknowledgmentConsent } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import type { DonationKind } from '@sasaeai/domain/donation/gift/donation-kind'
import { type AreaId, id, type OnlineGiftId } from '@sasaeai/domain/ids'
import type { GiftFrequency } from '@sasaeai/domain/online-giving/gift/gift-frequency'
import type { GivingLanguage } from '@sasaeai/domain/online-giving/gift/giving-language'
import type { OnlineGiverKind } from '@sasaeai/domain/online-giving/gift/online-giver-kind'
import type { ReceiptWish } from '@sasaeai/domain/online-giving/gift/receipt-wish'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { ACouncil } from './a-council.ts'

export interface AnOnlineGift {
  /** The 受付項目, by the last part of its address; the council's work as a whole unless told otherwise. */
  readonly slug?: string
  readonly frequency?: GiftFrequency
  /** In yen; 3,000 unless told otherwise. */
  readonly amountYen?: number
  readonly giverKind?: OnlineGiverKind
  readonly name?: string
  readonly email?: string
  readonly receiptWish?: ReceiptWish
  readonly donationKind?: DonationKind
  readonly deceasedName?: string
  readonly relationship?: string
  readonly consent?: AcknowledgmentConsent
  readonly printedName?: string
  readonly units?: number
  readonly duesYear?: FiscalYear
  readonly areaId?: AreaId
  readonly language?: GivingLanguage
  readonly startedAt?: Date
}

/** What somebody has filled in on the phone; nothing is paid yet. */
export async function anOnlineGift(council: Pick<ACouncil, 'deps'>, gift: AnOnlineGift = {}): Promise<OnlineGiftId> {
  const { slug = 'katsudo', frequency = 'once', amountYen = 3_000, giverKind = 'person', startedAt = new Date('2026-04-01T00:00:00Z'), ...filledIn } = gift
  const isAnonymous = giverKind === 'anonymous'
  const { name = isAnonymous ? '' : '髙﨑 花子', email = 'hanako@example.jp', receiptWish = isAnonymous ? 'none' : 'pdf', ...rest } = filledIn
  const { prisma } = council.deps.db
  const { id: targetId, paymentAccountId } = await prisma.givingTarget.findUniqueOrThrow({ where: { slug }, select: { id: true, paymentAccountId: true } })
  const giftId = id<'OnlineGiftId'>(council.deps.newId())
  await prisma.onlineGift.create({
    data: {
      id: giftId, targetId, paymentAccountId, frequency, amountYen, giverKind, name, email, receiptWish, startedAt,
      kana: isAnonymous ? '' : 'タカサキ ハナコ', postalCode: isAnonymous ? '' : '830-0022', address: isAnonymous ? '' : 'ささえ市城南町15番地3',
      accessHash: createHash('sha256').update(giftId).digest(), searchText: normalizeForSearch(`${name} ${email}`), ...rest,
    },
  })
  return giftId
}
