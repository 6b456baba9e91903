import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { acknowledgmentConsents, type AcknowledgmentConsent } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { type DonationKind, donationKinds } from '@sasaeai/domain/donation/gift/donation-kind'
import { type GiftMatter, giftMatters } from '@sasaeai/domain/donation/gift/gift-list-input'
import { type DonationChannelId, type FundId, idIn } from '@sasaeai/domain/ids'
import { choiceIn, dayIn, wordsIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** The filters of the list of gifts, as they stand in the address; what cannot be read is left out. */
export interface GiftSearch extends MomentSearch {
  readonly text?: string | undefined
  readonly kind?: DonationKind | undefined
  readonly fundId?: FundId | undefined
  readonly channelId?: DonationChannelId | 'none' | undefined
  readonly staff?: string | undefined
  readonly consent?: AcknowledgmentConsent | undefined
  readonly matter?: GiftMatter | undefined
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

export function giftSearchOf(search: Readonly<Record<string, unknown>>): GiftSearch {
  return {
    text: wordsIn(search['text'], 100),
    kind: choiceIn(donationKinds, search['kind']),
    fundId: idIn(search['fundId']),
    channelId: channelIn(search['channelId']),
    staff: wordsIn(search['staff'], 100),
    consent: choiceIn(acknowledgmentConsents, search['consent']),
    matter: choiceIn(giftMatters, search['matter']),
    from: dayIn(search['from']),
    to: dayIn(search['to']),
    ...momentSearchOf(search),
  }
}

/** A channel, or `none` for gifts of which none is written down. */
export function channelIn(value: unknown): DonationChannelId | 'none' | undefined {
  return value === 'none' ? value : idIn(value)
}
