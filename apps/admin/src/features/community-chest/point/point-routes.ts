import { id } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'
import { pointsSearchOf } from './point-search.ts'

const cashCountRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/count',
  component: lazyRouteComponent(() => import('./cash-count-page.tsx'), 'CashCountPage'),
})

const pointsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/points',
  validateSearch: pointsSearchOf,
  component: lazyRouteComponent(() => import('./points-page.tsx'), 'PointsPage'),
})

const pointRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/points/$pointId',
  validateSearch: momentSearchOf,
  params: { parse: ({ pointId }) => ({ pointId: id<'CollectionPointId'>(pointId) }) },
  component: lazyRouteComponent(() => import('./point-page.tsx'), 'PointPage'),
})

/** 募金の場所・機会 and 金種計数 */
export const pointRoutes = [cashCountRoute, pointsRoute, pointRoute] as const
