import { id, idIn, type DuesKindId, type SupporterId } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { memberSearchOf } from './member-search.ts'

const membersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/members',
  validateSearch: memberSearchOf,
  component: lazyRouteComponent(() => import('./members-page.tsx'), 'MembersPage'),
})

/** Who is to join and as what, where the way to the form has told so already. */
interface NewMemberSearch {
  readonly supporterId?: SupporterId | undefined
  readonly duesKindId?: DuesKindId | undefined
}

const newMemberRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/members/new',
  validateSearch: (search: Record<string, unknown>): NewMemberSearch => ({
    supporterId: idIn(search['supporterId']),
    duesKindId: idIn(search['duesKindId']),
  }),
  component: lazyRouteComponent(() => import('./new-member-page.tsx'), 'NewMemberPage'),
})

const memberRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/members/$membershipId',
  params: { parse: ({ membershipId }) => ({ membershipId: id<'MembershipId'>(membershipId) }) },
  component: lazyRouteComponent(() => import('./member-page.tsx'), 'MemberPage'),
})

const prospectsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/prospects',
  component: lazyRouteComponent(() => import('../prospect/prospects-page.tsx'), 'ProspectsPage'),
})

/** 会員 and 入会の見込み */
export const memberRoutes = [membersRoute, newMemberRoute, memberRoute, prospectsRoute] as const
