import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { externalCallSearchOf, externalFundSearchOf } from './external-fund-search.ts'

const externalFundsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/external-funds',
  validateSearch: externalFundSearchOf,
  component: lazyRouteComponent(() => import('./external-funds-page.tsx'), 'ExternalFundsPage'),
})

const externalCallRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/external-funds/$callId',
  validateSearch: externalCallSearchOf,
  component: lazyRouteComponent(() => import('./external-call-page.tsx'), 'ExternalCallPage'),
})

/** 外部資金 */
export const externalFundRoutes = [externalFundsRoute, externalCallRoute] as const
