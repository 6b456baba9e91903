import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { scheduledGiftSearchOf, scheduledSubsidySearchOf } from './statutory-search.ts'

const statutoryPapersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/statutory-papers',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./statutory-papers-page.tsx'), 'StatutoryPapersPage'),
})

const scheduledGiftsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/statutory-papers/gifts',
  validateSearch: scheduledGiftSearchOf,
  component: lazyRouteComponent(() => import('./scheduled-gifts-page.tsx'), 'ScheduledGiftsPage'),
})

const scheduledSubsidiesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/statutory-papers/subsidies',
  validateSearch: scheduledSubsidySearchOf,
  component: lazyRouteComponent(() => import('./scheduled-subsidies-page.tsx'), 'ScheduledSubsidiesPage'),
})

/** 附属明細書: 別紙3② and ③, and the entries behind their figures. */
export const statutoryPaperRoutes = [statutoryPapersRoute, scheduledGiftsRoute, scheduledSubsidiesRoute] as const
