import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { acknowledgmentSearchOf } from './acknowledgment/acknowledgment-search.ts'
import { fundRoutes } from './fund/fund-routes.ts'
import { giftRoutes } from './gift/gift-routes.ts'
import { revenueRoutes } from './revenue/revenue-routes.ts'

const donationChannelsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/donation-channels',
  component: lazyRouteComponent(() => import('./channel/donation-channels-page.tsx'), 'DonationChannelsPage'),
})

const acknowledgmentsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/acknowledgments',
  validateSearch: acknowledgmentSearchOf,
  component: lazyRouteComponent(() => import('./acknowledgment/acknowledgments-page.tsx'), 'AcknowledgmentsPage'),
})

const thresholdAlertsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/alerts',
  component: lazyRouteComponent(() => import('./threshold/threshold-alerts-page.tsx'), 'ThresholdAlertsPage'),
})

const pledgesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/pledges',
  component: lazyRouteComponent(() => import('./pledge/pledges-page.tsx'), 'PledgesPage'),
})

const pledgeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/pledges/$pledgeId',
  component: lazyRouteComponent(() => import('./pledge/pledge-page.tsx'), 'PledgePage'),
})

/** 寄附 */
export const donationRoutes = [...fundRoutes, ...revenueRoutes, donationChannelsRoute, acknowledgmentsRoute, thresholdAlertsRoute, pledgesRoute, pledgeRoute, ...giftRoutes] as const
