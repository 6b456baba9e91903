import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'
import { allocationRoutes } from './allocation/allocation-routes.ts'
import { branchRoutes } from './branch/branch-routes.ts'
import { campaignRoutes } from './campaign/campaign-routes.ts'
import { interimReceiptRoutes } from './interim-receipt/interim-receipt-routes.ts'
import { materialRoutes } from './material/material-routes.ts'
import { pointRoutes } from './point/point-routes.ts'
import { receiptFormRoutes } from './receipt-form/receipt-form-routes.ts'
import { custodyRoutes } from './remittance/custody-routes.ts'
import { goalRoutes } from './goal/goal-routes.ts'
import { resultRoutes } from './result/result-routes.ts'

const collectionMethodsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/collection-methods',
  component: lazyRouteComponent(() => import('./method/collection-methods-page.tsx'), 'CollectionMethodsPage'),
})

/** 共同募金・歳末 */
export const communityChestRoutes = [
  ...campaignRoutes,
  ...branchRoutes,
  ...goalRoutes,
  collectionMethodsRoute,
  ...pointRoutes,
  ...materialRoutes,
  ...custodyRoutes,
  ...interimReceiptRoutes,
  ...receiptFormRoutes,
  ...allocationRoutes,
  ...resultRoutes,
] as const
