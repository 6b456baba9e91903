import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { incomeSearchOf } from './income-search.ts'

const incomeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/income',
  validateSearch: incomeSearchOf,
  component: lazyRouteComponent(() => import('./income-page.tsx'), 'IncomePage'),
})

const incomeYearRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/income/$year',
  component: lazyRouteComponent(() => import('./income-year-page.tsx'), 'IncomeYearPage'),
})

const incomeLinesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/income-lines',
  component: lazyRouteComponent(() => import('./income-lines-page.tsx'), 'IncomeLinesPage'),
})

/** 財源の構成. */
export const incomeRoutes = [incomeRoute, incomeYearRoute, incomeLinesRoute] as const
