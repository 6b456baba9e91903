import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, staffRoute } from '../../app/root-route.tsx'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: { to?: unknown }) => (isOwnPage(to) ? { to } : {}),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./set-up-page.tsx'), 'SetUpPage'),
})

/** Pages that nobody needs to be signed in for. */
export const userPublicRoutes = [signInRoute, setUpRoute] as const

const accountRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
})

const usersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/users',
  component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/audit',
  // The page reads the filter with its schema; here it only has to be text.
  validateSearch: (search: Record<string, unknown>): AuditAddress => textsOf(search),
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
})

/** Pages about people, for those who are signed in. */
export const userStaffRoutes = [accountRoute, usersRoute, auditRoute] as const

type AuditAddress = { readonly [Field in 'from' | 'to' | 'actorId' | 'thing' | 'subjectId' | 'text']?: string | undefined }

function textsOf(search: Record<string, unknown>): AuditAddress {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => typeof value === 'string'))
}

/** An address with a host would lead away after signing in. */
function isOwnPage(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address)
}
