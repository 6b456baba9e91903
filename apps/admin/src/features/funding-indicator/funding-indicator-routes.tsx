import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { executiveRoutes } from './executive/executive-routes.tsx'
import { externalFundRoutes } from './external-fund/external-fund-routes.ts'
import { incomeRoutes } from './income/income-routes.tsx'
import { fundingSearchOf } from './funding-search.ts'
import { indicatorRoutes } from './indicator/indicator-routes.ts'
import { savedReportRoutes } from './saved-report/saved-report-routes.ts'

const fundingRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/funding',
  validateSearch: fundingSearchOf,
  component: lazyRouteComponent(() => import('./funding-dashboard-page.tsx'), 'FundingDashboardPage'),
})

/** 財源確保: the funding page, the executives' page, the indicators, 外部資金, reports that were saved, and the whole income. */
export const fundingIndicatorRoutes = [
  fundingRoute, ...executiveRoutes, ...indicatorRoutes, ...externalFundRoutes, ...savedReportRoutes, ...incomeRoutes,
] as const
