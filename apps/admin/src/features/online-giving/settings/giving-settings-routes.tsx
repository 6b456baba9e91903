import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

const givingSettingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/settings',
  component: lazyRouteComponent(() => import('./giving-settings-page.tsx'), 'GivingSettingsPage'),
})

const givingTargetsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/targets',
  component: lazyRouteComponent(() => import('./giving-targets-page.tsx'), 'GivingTargetsPage'),
})

const paymentAccountsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/accounts',
  component: lazyRouteComponent(() => import('./payment-accounts-page.tsx'), 'PaymentAccountsPage'),
})

const givingLinksRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/links',
  component: lazyRouteComponent(() => import('./giving-links-page.tsx'), 'GivingLinksPage'),
})

/** How gifts are taken online */
export const givingSettingsRoutes = [givingSettingsRoute, givingTargetsRoute, paymentAccountsRoute, givingLinksRoute] as const
