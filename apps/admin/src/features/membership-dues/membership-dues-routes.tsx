import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { memberRoutes } from './member-routes.tsx'

const duesKindsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/kinds',
  component: lazyRouteComponent(() => import('./dues-kinds-page.tsx'), 'DuesKindsPage'),
})

/** 社協会費 */
export const membershipDuesRoutes = [duesKindsRoute, ...memberRoutes] as const
