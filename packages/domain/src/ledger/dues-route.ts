/** 会費の経路: what a member pays by himself or what names no area, or else what came through an area. */
export const duesRoutes = ['direct', 'area'] as const
export type DuesRoute = (typeof duesRoutes)[number]

export const duesRouteNames: Record<DuesRoute, string> = {
  direct: '直接納める会員の会費（地域のないものを含む）',
  area: '地域を通した会費',
}
