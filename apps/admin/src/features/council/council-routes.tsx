import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const councilRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/council',
  component: lazyRouteComponent(() => import('./council-details-page.tsx'), 'CouncilDetailsPage'),
})

const fiscalYearsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/fiscal-years',
  component: lazyRouteComponent(() => import('./fiscal-years-page.tsx'), 'FiscalYearsPage'),
})

/** 社協の情報, 年度と締め */
export const councilRoutes = [councilRoute, fiscalYearsRoute] as const
