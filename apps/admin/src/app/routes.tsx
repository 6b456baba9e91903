import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { userPublicRoutes, userStaffRoutes } from '../features/user/user-routes.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { rootRoute, staffRoute } from './root-route.tsx'

const homeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})

const catalogueRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('../features/catalogue/catalogue-page.tsx'), 'CataloguePage'),
})

/** An address that leads nowhere is told so inside the shell, where the way on is. */
const nowhereRoute = createRoute({ getParentRoute: () => staffRoute, path: '$', component: NotFoundPage })

/** Every page of the admin. Each feature lists its own in `<term>-routes.tsx`; a page is one lazy component. */
const routeTree = rootRoute.addChildren([
  ...userPublicRoutes,
  staffRoute.addChildren([homeRoute, catalogueRoute, ...userStaffRoutes, nowhereRoute]),
])

export const router = createRouter({
  routeTree,
  basepath: '/admin',
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
