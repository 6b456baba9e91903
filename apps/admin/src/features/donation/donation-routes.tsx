import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const fundsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/funds',
  component: lazyRouteComponent(() => import('./funds-page.tsx'), 'FundsPage'),
})

/** 寄附 */
export const donationRoutes = [fundsRoute] as const
