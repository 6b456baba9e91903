import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../app/moment-search.ts'
import { staffRoute } from '../../app/root-route.tsx'
import { duesProgressSearchOf } from './progress/dues-progress-search.ts'
import { duesRequestRoutes } from './request/dues-request-routes.ts'
import { duesYearSearchOf } from './year/dues-year-search.ts'
import { memberRoutes } from './member/member-routes.tsx'
import { shareBackRoutes } from './share-back/share-back-routes.ts'
import { outreachSearchOf } from './outreach/outreach-search.ts'

const duesProgressRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues',
  validateSearch: duesProgressSearchOf,
  component: lazyRouteComponent(() => import('./progress/dues-progress-page.tsx'), 'DuesProgressPage'),
})

const duesChecksRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/checks',
  component: lazyRouteComponent(() => import('./check/dues-checks-page.tsx'), 'DuesChecksPage'),
})

const duesMaterialsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/materials',
  component: lazyRouteComponent(() => import('./material/dues-materials-page.tsx'), 'DuesMaterialsPage'),
})

const duesYearRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/year',
  validateSearch: duesYearSearchOf,
  component: lazyRouteComponent(() => import('./year/dues-year-page.tsx'), 'DuesYearPage'),
})

const outreachRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/outreach',
  validateSearch: outreachSearchOf,
  component: lazyRouteComponent(() => import('./outreach/outreach-page.tsx'), 'OutreachPage'),
})

const duesOfAreaRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/areas/$areaId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./progress/dues-of-area-page.tsx'), 'DuesOfAreaPage'),
})

const duesKindsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/kinds',
  component: lazyRouteComponent(() => import('./terms/dues-kinds-page.tsx'), 'DuesKindsPage'),
})

/** 社協会費 */
export const membershipDuesRoutes = [duesProgressRoute, duesYearRoute, outreachRoute, duesOfAreaRoute, duesChecksRoute, duesMaterialsRoute, duesKindsRoute, ...duesRequestRoutes, ...memberRoutes, ...shareBackRoutes] as const
