import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

const cashCountRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/count',
  component: lazyRouteComponent(() => import('./cash-count-page.tsx'), 'CashCountPage'),
})

/** 募金の場所・機会 and 金種計数 */
export const pointRoutes = [cashCountRoute] as const
