import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'

const fundSettingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/funds',
  component: lazyRouteComponent(() => import('./funds-page.tsx'), 'FundsPage'),
})

const fundStandingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/funds',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./fund-standings-page.tsx'), 'FundStandingsPage'),
})

const fundRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/funds/$fundId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./fund-page.tsx'), 'FundPage'),
})

/** 使途・基金 */
export const fundRoutes = [fundSettingsRoute, fundStandingsRoute, fundRoute] as const
