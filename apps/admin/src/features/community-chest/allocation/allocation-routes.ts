import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'

const allocationsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/allocations',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./allocations-page.tsx'), 'AllocationsPage'),
})

const allocationRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/allocations/$allocationId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./allocation-page.tsx'), 'AllocationPage'),
})

/** 配分金 */
export const allocationRoutes = [allocationsRoute, allocationRoute] as const
