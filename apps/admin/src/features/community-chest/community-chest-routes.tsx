import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const campaignsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/campaigns',
  component: lazyRouteComponent(() => import('./campaign/campaigns-page.tsx'), 'CampaignsPage'),
})

const collectionMethodsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/collection-methods',
  component: lazyRouteComponent(() => import('./method/collection-methods-page.tsx'), 'CollectionMethodsPage'),
})

/** 共同募金・歳末 */
export const communityChestRoutes = [campaignsRoute, collectionMethodsRoute] as const
