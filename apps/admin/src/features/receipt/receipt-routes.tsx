import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const receiptsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/receipts',
  component: lazyRouteComponent(() => import('./receipts-page.tsx'), 'ReceiptsPage'),
})

const receiptSeriesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/receipt-series',
  component: lazyRouteComponent(() => import('./receipt-series-page.tsx'), 'ReceiptSeriesPage'),
})

/** 領収書 */
export const receiptRoutes = [receiptsRoute, receiptSeriesRoute] as const
