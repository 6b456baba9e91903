import type { HouseholdBasis } from '../area/household-basis.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { CampaignCustody } from './campaign-custody.ts'
import type { DistrictFigures } from './district-figures.ts'
import type { FundingCut } from './funding-cut.ts'
import type { SourceFigures } from './source-figures.ts'

/** 財源ダッシュボード: everything that the funding page shows of a year up to a day. */
export interface FundingDashboard {
  readonly cut: FundingCut
  readonly sources: readonly SourceFigures[]
  readonly campaigns: readonly CampaignCustody[]
  readonly districts: readonly DistrictFigures[]
  /** What this council calls a district: 校区, 地区 … */
  readonly districtTypeName: string
  /** Where the districts' households come from; null where the year has none. */
  readonly households: { readonly basis: HouseholdBasis; readonly asOf: LocalDate } | null
}
