import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type GiftPart, giftParts } from '@sasaeai/domain/funding-indicator/donation-year/gift-part'
import { type CutSide, cutSides } from '@sasaeai/domain/funding-indicator/figure-filter'
import { choiceIn, dayIn, textIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface DonationYearSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly asOf?: LocalDate | undefined
}

export function donationYearSearchOf(search: Readonly<Record<string, unknown>>): DonationYearSearch {
  return { asOf: dayIn(search['asOf']), ...momentSearchOf(search) }
}

/** A line of the report. */
export interface YearGiftSearch extends DonationYearSearch {
  readonly year?: FiscalYear | undefined
  readonly side?: CutSide | undefined
  readonly part?: GiftPart | undefined
  readonly key?: string | undefined
}

export function yearGiftSearchOf(search: Readonly<Record<string, unknown>>): YearGiftSearch {
  const { year, key } = search
  return {
    ...donationYearSearchOf(search),
    year: isFiscalYear(year) ? year : undefined,
    side: choiceIn(cutSides, search['side']),
    part: choiceIn(giftParts, search['part']),
    key: textIn(key),
  }
}
