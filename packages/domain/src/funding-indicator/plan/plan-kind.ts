/** 計画の種類 */
export const planKinds = ['management', 'community_welfare', 'other'] as const
export type PlanKind = (typeof planKinds)[number]

export const planKindNames: Record<PlanKind, string> = {
  management: '中期経営計画',
  community_welfare: '地域福祉活動計画',
  other: 'その他の計画',
}
