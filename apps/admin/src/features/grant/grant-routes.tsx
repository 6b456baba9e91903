import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../app/moment-search.ts'
import { staffRoute } from '../../app/root-route.tsx'
import { grantCallSearchOf } from './call/grant-call-search.ts'
import { grantReviewSearchOf } from './review/grant-review-search.ts'

const grantCallsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/grants',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./call/grant-calls-page.tsx'), 'GrantCallsPage'),
})

const grantCallRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/grants/$callId',
  validateSearch: grantCallSearchOf,
  component: lazyRouteComponent(() => import('./call/grant-call-page.tsx'), 'GrantCallPage'),
})

const grantCommitteesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/grants/committees',
  component: lazyRouteComponent(() => import('./committee/grant-committees-page.tsx'), 'GrantCommitteesPage'),
})

const grantReviewRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/grants/review',
  validateSearch: grantReviewSearchOf,
  component: lazyRouteComponent(() => import('./review/grant-review-page.tsx'), 'GrantReviewPage'),
})

const grantKindsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/grant-kinds',
  component: lazyRouteComponent(() => import('./call/grant-kinds-page.tsx'), 'GrantKindsPage'),
})

/** 助成 */
export const grantRoutes = [grantCallsRoute, grantCallRoute, grantCommitteesRoute, grantReviewRoute, grantKindsRoute] as const
