import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { districtPlanSearchOf } from './district-plan-search.ts'

const plansRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/plans',
  component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
})

const districtPlansRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/plans/districts',
  validateSearch: districtPlanSearchOf,
  component: lazyRouteComponent(() => import('./district-plans-page.tsx'), 'DistrictPlansPage'),
})

const planRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/plans/$planId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
})

/** 計画 */
export const planRoutes = [plansRoute, districtPlansRoute, planRoute] as const
