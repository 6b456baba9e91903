import { localDateSchema } from '@sasaeai/domain/calendar/local-date'
import { fundingCategories } from '@sasaeai/domain/ledger/funding-category'
import { z } from 'zod'

/** The columns that the districts can be put in order by. */
export const districtSorts = ['code', 'thisYen', 'yearOnYear', 'perHousehold', 'attainment'] as const
export type DistrictSort = (typeof districtSorts)[number]

const fundingSearchSchema = z.object({
  /** 基準日; today where the address names none. */
  asOf: localDateSchema.optional().catch(undefined),
  /** The money that the chart and the districts show. */
  category: z.enum(fundingCategories).optional().catch(undefined),
  sort: z.enum(districtSorts).optional().catch(undefined),
  isDescending: z.boolean().optional().catch(undefined),
})
export type FundingSearch = z.infer<typeof fundingSearchSchema>

/** What the address of the funding page asks for; what is mistyped is left out. */
export function fundingSearchOf(search: Readonly<Record<string, unknown>>): FundingSearch {
  return fundingSearchSchema.parse(search)
}
