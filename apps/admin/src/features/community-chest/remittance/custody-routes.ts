import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { momentSearchOf } from '../../../app/moment-search.ts'

const custodyRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/custody',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./custody-page.tsx'), 'CustodyPage'),
})

const custodyAccountRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/custody/$campaignId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./custody-account-page.tsx'), 'CustodyAccountPage'),
})

/** 預り金と送金 */
export const custodyRoutes = [custodyRoute, custodyAccountRoute] as const
