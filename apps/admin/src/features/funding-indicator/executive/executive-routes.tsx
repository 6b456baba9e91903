import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { executiveSearchOf, giverSearchOf, whySearchOf } from './executive-search.ts'

const executiveRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/executive',
  validateSearch: executiveSearchOf,
  component: lazyRouteComponent(() => import('./executive-page.tsx'), 'ExecutivePage'),
})

const whyRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/executive/why',
  validateSearch: whySearchOf,
  component: lazyRouteComponent(() => import('./why-page.tsx'), 'WhyPage'),
})

const giversRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/executive/givers',
  validateSearch: giverSearchOf,
  component: lazyRouteComponent(() => import('./givers-page.tsx'), 'GiversPage'),
})

/** 経営のページ, with what its figures are made of. */
export const executiveRoutes = [executiveRoute, whyRoute, giversRoute] as const
