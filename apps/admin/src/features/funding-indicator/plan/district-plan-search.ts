import { type DistrictPlanState, districtPlanStates } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface DistrictPlanSearch extends MomentSearch {
  /** Only the 校区 that stand there; all of them where the address names none. */
  readonly state?: DistrictPlanState | undefined
}

/** Which 校区 an address shows; what is mistyped is left out. */
export function districtPlanSearchOf(search: Readonly<Record<string, unknown>>): DistrictPlanSearch {
  return { state: choiceIn(districtPlanStates, search['state']), ...momentSearchOf(search) }
}
