import type { AreaId } from '../../ids.ts'

/** 会員の経路: whether dues come straight from the member or with those of a 自治会. */
export const membershipRoutes = ['direct', 'association'] as const
export type MembershipRoute = (typeof membershipRoutes)[number]

export const membershipRouteNames: Record<MembershipRoute, string> = { direct: '直接', association: '自治会を通して' }

/** The 自治会 that dues come through: none where they are paid directly, whatever was chosen before. */
export function areaOfRoute({ route, areaId }: { readonly route: MembershipRoute; readonly areaId: AreaId | null }): AreaId | null {
  return route === 'direct' ? null : areaId
}
