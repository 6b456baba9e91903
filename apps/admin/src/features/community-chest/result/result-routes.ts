import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { resultSearchOf, scopeSearchOf } from './result-search.ts'

const resultsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/results',
  validateSearch: resultSearchOf,
  component: lazyRouteComponent(() => import('./results-page.tsx'), 'ResultsPage'),
})

const collectedDaysRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/days',
  validateSearch: scopeSearchOf,
  component: lazyRouteComponent(() => import('./collected-days-page.tsx'), 'CollectedDaysPage'),
})

const publicationsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/publications',
  component: lazyRouteComponent(() => import('./publications-page.tsx'), 'PublicationsPage'),
})

export const resultRoutes = [resultsRoute, collectedDaysRoute, publicationsRoute] as const
