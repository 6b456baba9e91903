import { createRoute, createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router'
import { journalExportRoutes } from '../features/ledger/journal-export/journal-export-routes.tsx'
import { ledgerRoutes } from '../features/ledger/ledger-routes.tsx'
import { areaRoutes } from '../features/area/area-routes.tsx'
import { communityChestRoutes } from '../features/community-chest/community-chest-routes.tsx'
import { councilRoutes } from '../features/council/council-routes.tsx'
import { documentRoutes } from '../features/document/document-routes.tsx'
import { donationRoutes } from '../features/donation/donation-routes.tsx'
import { fundingIndicatorRoutes } from '../features/funding-indicator/funding-indicator-routes.tsx'
import { goodwillBankRoutes } from '../features/goodwill-bank/goodwill-bank-routes.tsx'
import { grantRoutes } from '../features/grant/grant-routes.tsx'
import { ledgerSetupRoutes } from '../features/ledger-setup/ledger-setup-routes.tsx'
import { letterRoutes } from '../features/letter/letter-routes.tsx'
import { outboxRoutes } from '../features/letter/outbox/outbox-routes.tsx'
import { membershipDuesRoutes } from '../features/membership-dues/membership-dues-routes.tsx'
import { givingSettingsRoutes } from '../features/online-giving/settings/giving-settings-routes.tsx'
import { onlineGiftRoutes } from '../features/online-giving/online-gift-routes.tsx'
import { demoGatewayRoutes } from '../features/online-giving/demo/demo-gateway-routes.tsx'
import { receiptRoutes } from '../features/receipt/receipt-routes.tsx'
import { supporterRoutes } from '../features/supporter/supporter-routes.tsx'
import { intakeRoutes } from '../features/intake/intake-routes.tsx'
import { userPublicRoutes, userStaffRoutes } from '../features/user/user-routes.tsx'
import { BrokenPage } from './page-error.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { rootRoute, staffRoute } from './root-route.tsx'

const homeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})

const catalogueRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('../features/catalogue/catalogue-page.tsx'), 'CataloguePage'),
})

/** An address that leads nowhere is told so inside the shell, where the way on is. */
const nowhereRoute = createRoute({ getParentRoute: () => staffRoute, path: '$', component: NotFoundPage })

/** Every page of the admin. Each feature lists its own in `<term>-routes.tsx`; a page is one lazy component. */
const routeTree = rootRoute.addChildren([
  ...userPublicRoutes,
  staffRoute.addChildren([
    homeRoute,
    catalogueRoute,
    ...fundingIndicatorRoutes,
    ...ledgerRoutes,
    ...journalExportRoutes,
    ...userStaffRoutes,
    ...areaRoutes,
    ...communityChestRoutes,
    ...councilRoutes,
    ...documentRoutes,
    ...donationRoutes,
    ...goodwillBankRoutes,
    ...grantRoutes,
    ...ledgerSetupRoutes,
    ...letterRoutes,
    ...membershipDuesRoutes,
    ...onlineGiftRoutes,
    ...outboxRoutes,
    ...givingSettingsRoutes,
    ...demoGatewayRoutes,
    ...receiptRoutes,
    ...supporterRoutes,
    ...intakeRoutes,
    nowhereRoute,
  ]),
])

/** The router of one reader: of the browser's own history, or of the one address that the server draws. */
export function createAdminRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    basepath: '/admin',
    defaultPreload: 'intent',
    // A page that breaks leaves the shell standing, and with it the way to the other pages.
    defaultErrorComponent: BrokenPage,
    // On the server it would add a script to the page, and there is nothing to scroll.
    scrollRestoration: history === undefined,
  })
}

export type AdminRouter = ReturnType<typeof createAdminRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AdminRouter
  }
}
