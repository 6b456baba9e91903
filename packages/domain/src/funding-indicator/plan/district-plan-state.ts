/** 校区福祉活動計画の状況 */
export const districtPlanStates = ['none', 'preparing', 'adopted', 'revising'] as const
export type DistrictPlanState = (typeof districtPlanStates)[number]

export const districtPlanStateNames: Record<DistrictPlanState, string> = {
  none: '未策定',
  preparing: '策定中',
  adopted: '策定済',
  revising: '改定中',
}
