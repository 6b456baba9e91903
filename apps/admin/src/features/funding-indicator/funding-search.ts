import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { fundingCategories, type FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import { choiceIn, dayIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../app/moment-search.ts'

/** The columns that the districts can be put in order by. */
export const districtSorts = ['code', 'thisYen', 'yearOnYear', 'perHousehold', 'attainment'] as const
export type DistrictSort = (typeof districtSorts)[number]

export interface FundingSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly asOf?: LocalDate | undefined
  /** The money that the chart and the districts show. */
  readonly category?: FundingCategory | undefined
  readonly sort?: DistrictSort | undefined
  readonly isDescending?: boolean | undefined
}

/** What the address of the funding page asks for; what is mistyped is left out. */
export function fundingSearchOf(search: Readonly<Record<string, unknown>>): FundingSearch {
  const { isDescending } = search
  return {
    asOf: dayIn(search['asOf']),
    ...momentSearchOf(search),
    category: choiceIn(fundingCategories, search['category']),
    sort: choiceIn(districtSorts, search['sort']),
    isDescending: typeof isDescending === 'boolean' ? isDescending : undefined,
  }
}
