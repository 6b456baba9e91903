import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type GiftSection, giftSections } from '@sasaeai/domain/donation/schedule/gift-section'
import { type DonorAttribute, donorAttributes } from '@sasaeai/domain/supporter/donor-attribute'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** A line of 寄附金収益明細書, or one of its sums. */
export interface ScheduledGiftSearch extends MomentSearch {
  readonly year?: FiscalYear | undefined
  readonly section?: GiftSection | undefined
  readonly attribute?: DonorAttribute | undefined
  /** 拠点区分コード; empty for accounts without one. All of them where the address names none. */
  readonly site?: string | undefined
  /** Those of which nobody has said where they are counted. */
  readonly isUnnoted?: boolean | undefined
}

export function scheduledGiftSearchOf(search: Readonly<Record<string, unknown>>): ScheduledGiftSearch {
  const { year, site, isUnnoted } = search
  return {
    ...momentSearchOf(search),
    year: isFiscalYear(year) ? year : undefined,
    section: choiceIn(giftSections, search['section']),
    attribute: choiceIn(donorAttributes, search['attribute']),
    // A code of digits alone is read as a number from an address.
    site: typeof site === 'string' || typeof site === 'number' ? String(site) : undefined,
    isUnnoted: isUnnoted === true ? true : undefined,
  }
}
