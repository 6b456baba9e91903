import { id } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type MomentSearch, momentSearchOf } from '../../app/moment-search.ts'
import { staffRoute } from '../../app/root-route.tsx'
import { type BalanceTab, balanceTabIn } from './balance/balance-tabs.ts'

const balanceRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill',
  validateSearch: (search: Record<string, unknown>): MomentSearch & { tab?: BalanceTab | undefined } => ({ tab: balanceTabIn(search['tab']), ...momentSearchOf(search) }),
  component: lazyRouteComponent(() => import('./balance/goodwill-balance-page.tsx'), 'GoodwillBalancePage'),
})

const depositsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/deposits',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./deposit/deposits-page.tsx'), 'DepositsPage'),
})

const newDepositRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/deposits/new',
  component: lazyRouteComponent(() => import('./deposit/new-deposit-page.tsx'), 'NewDepositPage'),
})

const withdrawalsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/withdrawals',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./withdrawal/withdrawals-page.tsx'), 'WithdrawalsPage'),
})

const newWithdrawalRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/withdrawals/new',
  component: lazyRouteComponent(() => import('./withdrawal/new-withdrawal-page.tsx'), 'NewWithdrawalPage'),
})

const actRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/acts/$actId',
  params: { parse: ({ actId }) => ({ actId: id<'GoodwillActId'>(actId) }) },
  component: lazyRouteComponent(() => import('./act/goodwill-act-page.tsx'), 'GoodwillActPage'),
})

const itemRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/items/$itemId',
  validateSearch: momentSearchOf,
  params: { parse: ({ itemId }) => ({ itemId: id<'GoodsItemId'>(itemId) }) },
  component: lazyRouteComponent(() => import('./item/goods-item-page.tsx'), 'GoodsItemPage'),
})

const stocktakingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/stocktakings',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./stocktaking/stocktakings-page.tsx'), 'StocktakingsPage'),
})

const newStocktakingRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/stocktakings/new',
  component: lazyRouteComponent(() => import('./stocktaking/new-stocktaking-page.tsx'), 'NewStocktakingPage'),
})

const yearRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/goodwill/year',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./year/goodwill-year-page.tsx'), 'GoodwillYearPage'),
})

const itemsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/goods-items',
  component: lazyRouteComponent(() => import('./item/goods-items-page.tsx'), 'GoodsItemsPage'),
})

const purposesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/goodwill-purposes',
  component: lazyRouteComponent(() => import('./balance/goodwill-purposes-page.tsx'), 'GoodwillPurposesPage'),
})

/** 善意銀行 */
export const goodwillBankRoutes = [
  balanceRoute, depositsRoute, newDepositRoute, withdrawalsRoute, newWithdrawalRoute, actRoute, itemRoute, stocktakingsRoute,
  newStocktakingRoute, yearRoute, itemsRoute, purposesRoute,
] as const
