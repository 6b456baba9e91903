import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const ledgerAccountsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/ledger-accounts',
  component: lazyRouteComponent(() => import('./ledger-accounts-page.tsx'), 'LedgerAccountsPage'),
})

const fundingSourcesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/funding-sources',
  component: lazyRouteComponent(() => import('./funding-sources-page.tsx'), 'FundingSourcesPage'),
})

/** What the ledger stands on. */
export const ledgerSetupRoutes = [ledgerAccountsRoute, fundingSourcesRoute] as const
