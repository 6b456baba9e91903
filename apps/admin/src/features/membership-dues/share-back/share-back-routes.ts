import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'

const shareBackRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/share-back',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./share-back-page.tsx'), 'ShareBackPage'),
})

const shareBackRunRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/dues/share-back/$runId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./share-back-run-page.tsx'), 'ShareBackRunPage'),
})

/** 還元金 */
export const shareBackRoutes = [shareBackRoute, shareBackRunRoute] as const
