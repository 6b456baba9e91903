import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const receiptsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/receipts',
  component: lazyRouteComponent(() => import('./receipts-page.tsx'), 'ReceiptsPage'),
})

/** 領収書 */
export const receiptRoutes = [receiptsRoute] as const
