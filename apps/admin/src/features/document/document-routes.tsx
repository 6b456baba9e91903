import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const papersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/papers',
  component: lazyRouteComponent(() => import('./papers-page.tsx'), 'PapersPage'),
})

/** 帳票 */
export const documentRoutes = [papersRoute] as const
