import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'
import { revenueSearchOf } from './revenue-search.ts'

const revenuesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/revenue',
  validateSearch: revenueSearchOf,
  component: lazyRouteComponent(() => import('./revenue-page.tsx'), 'RevenuePage'),
})

const revenueStreamRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/revenue/$streamId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./revenue-stream-page.tsx'), 'RevenueStreamPage'),
})

const partnersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/partners',
  component: lazyRouteComponent(() => import('../partner/partners-page.tsx'), 'PartnersPage'),
})

/** 協賛・収益, and the partners of 地域貢献 */
export const revenueRoutes = [revenuesRoute, revenueStreamRoute, partnersRoute] as const
