import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

const interimReceiptsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/interim-receipts',
  component: lazyRouteComponent(() => import('./interim-receipts-page.tsx'), 'InterimReceiptsPage'),
})

/** 預り証 */
export const interimReceiptRoutes = [interimReceiptsRoute] as const
