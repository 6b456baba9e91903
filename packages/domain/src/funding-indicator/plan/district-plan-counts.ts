import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { type DistrictPlanState, districtPlanStates } from './district-plan-state.ts'

interface StandingPlan {
  readonly planState: DistrictPlanState
  readonly lastYear: FiscalYear | null
}

/**
 * Where a 校区 stands: as its newest plan does, which is the one that lasts longest. One without years is still being
 * thought of, and so is newer than those that have them. Without any plan it is 未策定.
 */
export function stateOfDistrict(plans: readonly StandingPlan[]): DistrictPlanState {
  const last = ({ lastYear }: StandingPlan) => lastYear ?? Number.POSITIVE_INFINITY
  return plans.toSorted((left, right) => last(right) - last(left))[0]?.planState ?? 'none'
}

/** How many 校区 stand where; every 校区 is counted once. */
export function countDistrictsByState(districts: readonly { readonly plans: readonly StandingPlan[] }[]): Record<DistrictPlanState, number> {
  const states = districts.map(({ plans }) => stateOfDistrict(plans))
  const [none, preparing, adopted, revising] = districtPlanStates.map((state) => states.filter((each) => each === state).length)
  return { none: none ?? 0, preparing: preparing ?? 0, adopted: adopted ?? 0, revising: revising ?? 0 }
}
