import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type GivingTargetId, idIn } from '@sasaeai/domain/ids'
import { type OnlineGiftState, onlineGiftStates } from '@sasaeai/domain/online-giving/event/gift-standing'
import { giftFrequencies, type GiftFrequency } from '@sasaeai/domain/online-giving/gift/gift-frequency'
import { choiceIn, dayIn, wordsIn } from '@sasaeai/domain/text/address-value'

/** The filters of the list of online gifts, as they stand in the address; what cannot be read is left out. */
export interface OnlineGiftSearch {
  readonly text?: string | undefined
  readonly state?: OnlineGiftState | undefined
  readonly targetId?: GivingTargetId | undefined
  readonly frequency?: GiftFrequency | undefined
  readonly method?: string | undefined
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

export function onlineGiftSearchOf(search: Readonly<Record<string, unknown>>): OnlineGiftSearch {
  return {
    text: wordsIn(search['text'], 100),
    state: choiceIn(onlineGiftStates, search['state']),
    targetId: idIn(search['targetId']),
    frequency: choiceIn(giftFrequencies, search['frequency']),
    method: wordsIn(search['method'], 40),
    from: dayIn(search['from']),
    to: dayIn(search['to']),
  }
}
