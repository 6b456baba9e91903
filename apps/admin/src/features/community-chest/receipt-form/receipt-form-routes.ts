import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

const formsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/forms',
  component: lazyRouteComponent(() => import('./forms-page.tsx'), 'FormsPage'),
})

const formBlockRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/forms/$blockId',
  component: lazyRouteComponent(() => import('./form-block-page.tsx'), 'FormBlockPage'),
})

/** 領収書用紙 */
export const receiptFormRoutes = [formsRoute, formBlockRoute] as const
