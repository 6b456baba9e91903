import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { duesRequestSearchOf } from './dues-request-search.ts'

const duesRequestsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/requests',
  validateSearch: duesRequestSearchOf,
  component: lazyRouteComponent(() => import('./dues-requests-page.tsx'), 'DuesRequestsPage'),
})

/** 納入のお願い */
export const duesRequestRoutes = [duesRequestsRoute] as const
