import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { giftRoutes } from './gift/gift-routes.ts'

const fundsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/funds',
  component: lazyRouteComponent(() => import('./funds-page.tsx'), 'FundsPage'),
})

const donationChannelsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/donation-channels',
  component: lazyRouteComponent(() => import('./channel/donation-channels-page.tsx'), 'DonationChannelsPage'),
})

/** 寄附 */
export const donationRoutes = [fundsRoute, donationChannelsRoute, ...giftRoutes] as const
