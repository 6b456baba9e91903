import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { duesProgressSearchOf } from './dues-progress-search.ts'
import { duesRequestRoutes } from './dues-request-routes.ts'
import { duesYearSearchOf } from './dues-year-search.ts'
import { memberRoutes } from './member-routes.tsx'
import { shareBackRoutes } from './share-back-routes.ts'
import { outreachSearchOf } from './outreach-search.ts'

const duesProgressRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues',
  validateSearch: duesProgressSearchOf,
  component: lazyRouteComponent(() => import('./dues-progress-page.tsx'), 'DuesProgressPage'),
})

const duesChecksRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/checks',
  component: lazyRouteComponent(() => import('./dues-checks-page.tsx'), 'DuesChecksPage'),
})

const duesMaterialsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/materials',
  component: lazyRouteComponent(() => import('./dues-materials-page.tsx'), 'DuesMaterialsPage'),
})

const duesYearRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/year',
  validateSearch: duesYearSearchOf,
  component: lazyRouteComponent(() => import('./dues-year-page.tsx'), 'DuesYearPage'),
})

const outreachRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/outreach',
  validateSearch: outreachSearchOf,
  component: lazyRouteComponent(() => import('./outreach-page.tsx'), 'OutreachPage'),
})

const duesOfAreaRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/areas/$areaId',
  component: lazyRouteComponent(() => import('./dues-of-area-page.tsx'), 'DuesOfAreaPage'),
})

const duesKindsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/kinds',
  component: lazyRouteComponent(() => import('./dues-kinds-page.tsx'), 'DuesKindsPage'),
})

/** 社協会費 */
export const membershipDuesRoutes = [duesProgressRoute, duesYearRoute, outreachRoute, duesOfAreaRoute, duesChecksRoute, duesMaterialsRoute, duesKindsRoute, ...duesRequestRoutes, ...memberRoutes, ...shareBackRoutes] as const
