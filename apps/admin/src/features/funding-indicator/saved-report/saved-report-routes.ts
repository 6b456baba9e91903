import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { fundingSearchOf } from '../funding-search.ts'

const reportsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('./saved-reports-page.tsx'), 'SavedReportsPage'),
})

const boardPackRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/reports/board-pack',
  validateSearch: fundingSearchOf,
  component: lazyRouteComponent(() => import('../board-pack/board-pack-page.tsx'), 'BoardPackPage'),
})

const reportRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('./saved-report-page.tsx'), 'SavedReportPage'),
})

/** 報告書: what was saved, and the board's papers. */
export const savedReportRoutes = [reportsRoute, boardPackRoute, reportRoute] as const
