import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { indicatorSearchOf } from './indicator-search.ts'

const indicatorsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/indicators',
  validateSearch: indicatorSearchOf,
  component: lazyRouteComponent(() => import('./indicators-page.tsx'), 'IndicatorsPage'),
})

const indicatorRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/indicators/$indicatorId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./indicator-page.tsx'), 'IndicatorPage'),
})

/** 指標 */
export const indicatorRoutes = [indicatorsRoute, indicatorRoute] as const
