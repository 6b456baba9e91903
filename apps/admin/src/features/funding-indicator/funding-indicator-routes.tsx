import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { donationYearRoutes } from './donation-year/donation-year-routes.ts'
import { executiveRoutes } from './executive/executive-routes.tsx'
import { externalFundRoutes } from './external-fund/external-fund-routes.ts'
import { incomeRoutes } from './income/income-routes.tsx'
import { fundingSearchOf } from './funding-search.ts'
import { indicatorRoutes } from './indicator/indicator-routes.ts'
import { planRoutes } from './plan/plan-routes.ts'
import { savedReportRoutes } from './saved-report/saved-report-routes.ts'
import { statutoryPaperRoutes } from './statutory-paper/statutory-paper-routes.ts'
import { taxCreditRoutes } from './tax-credit/tax-credit-routes.ts'

const fundingRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/funding',
  validateSearch: fundingSearchOf,
  component: lazyRouteComponent(() => import('./funding-dashboard-page.tsx'), 'FundingDashboardPage'),
})

/** 財源確保: the funding page, the executives' page, the indicators, the plans, 外部資金, reports that were saved, the whole income, 税額控除, 附属明細書, and 寄附の年次報告. */
export const fundingIndicatorRoutes = [
  fundingRoute, ...executiveRoutes, ...indicatorRoutes, ...planRoutes, ...externalFundRoutes, ...savedReportRoutes, ...incomeRoutes, ...taxCreditRoutes, ...statutoryPaperRoutes, ...donationYearRoutes,
] as const
