import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { fundingSearchOf } from './funding-search.ts'

const fundingRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/funding',
  validateSearch: fundingSearchOf,
  component: lazyRouteComponent(() => import('./funding-dashboard-page.tsx'), 'FundingDashboardPage'),
})

/** 財源確保: the funding page. */
export const fundingIndicatorRoutes = [fundingRoute] as const
