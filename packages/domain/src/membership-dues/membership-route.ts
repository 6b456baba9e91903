/** 会員の経路: whether dues come straight from the member or with those of a 自治会. */
export const membershipRoutes = ['direct', 'association'] as const
export type MembershipRoute = (typeof membershipRoutes)[number]

export const membershipRouteNames: Record<MembershipRoute, string> = { direct: '直接', association: '自治会を通して' }
