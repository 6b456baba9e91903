import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../app/moment-search.ts'
import { staffRoute } from '../../app/root-route.tsx'
import { receiptSearchOf } from './receipt-search.ts'

const receiptsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/receipts',
  validateSearch: receiptSearchOf,
  component: lazyRouteComponent(() => import('./receipts-page.tsx'), 'ReceiptsPage'),
})

const receiptSeriesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/receipt-series',
  component: lazyRouteComponent(() => import('./receipt-series-page.tsx'), 'ReceiptSeriesPage'),
})

const annualReceiptsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/receipts/annual',
  component: lazyRouteComponent(() => import('./annual/annual-receipts-page.tsx'), 'AnnualReceiptsPage'),
})

const receiptRegisterRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/receipts/register',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./register/receipt-register-page.tsx'), 'ReceiptRegisterPage'),
})

const unreceiptedGiftsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/receipts/gifts',
  component: lazyRouteComponent(() => import('./unreceipted-gifts-page.tsx'), 'UnreceiptedGiftsPage'),
})

/** 領収書 */
export const receiptRoutes = [receiptsRoute, annualReceiptsRoute, receiptRegisterRoute, unreceiptedGiftsRoute, receiptSeriesRoute] as const
