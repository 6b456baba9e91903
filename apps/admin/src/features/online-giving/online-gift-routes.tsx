import { gatewayEventStates } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { payoutMatters } from '@sasaeai/domain/online-giving/payout/payout-input'
import { recurringGiftStates } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { choiceIn, wordsIn } from '@sasaeai/domain/text/address-value'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../app/moment-search.ts'
import { staffRoute } from '../../app/root-route.tsx'
import type { GatewayEventSearch } from './event/gateway-events-page.tsx'
import { onlineGiftSearchOf } from './gift/online-gift-search.ts'
import { dailyTotalsSearchOf } from './payout/daily-totals-search.ts'
import type { PayoutSearch } from './payout/payouts-page.tsx'
import type { RecurringSearch } from './recurring/recurring-gifts-page.tsx'

const onlineGiftsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/gifts',
  validateSearch: onlineGiftSearchOf,
  component: lazyRouteComponent(() => import('./gift/online-gifts-page.tsx'), 'OnlineGiftsPage'),
})

const onlineGiftRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/gifts/$giftId',
  component: lazyRouteComponent(() => import('./gift/online-gift-page.tsx'), 'OnlineGiftPage'),
})

const recurringGiftsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/recurring',
  validateSearch: (search): RecurringSearch => ({ state: choiceIn(recurringGiftStates, search['state']), text: wordsIn(search['text'], 100) }),
  component: lazyRouteComponent(() => import('./recurring/recurring-gifts-page.tsx'), 'RecurringGiftsPage'),
})

const payoutsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/payouts',
  validateSearch: (search): PayoutSearch => ({ matter: choiceIn(payoutMatters, search['matter']), ...momentSearchOf(search) }),
  component: lazyRouteComponent(() => import('./payout/payouts-page.tsx'), 'PayoutsPage'),
})

const payoutRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/payouts/$payoutId',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./payout/payout-page.tsx'), 'PayoutPage'),
})

const feeReportRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/fees',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./payout/fee-report-page.tsx'), 'FeeReportPage'),
})

const dailyTotalsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/days',
  validateSearch: dailyTotalsSearchOf,
  component: lazyRouteComponent(() => import('./payout/daily-totals-page.tsx'), 'DailyTotalsPage'),
})

const gatewayEventsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/events',
  validateSearch: (search): GatewayEventSearch => ({ state: choiceIn(gatewayEventStates, search['state']), about: wordsIn(search['about'], 100) }),
  component: lazyRouteComponent(() => import('./event/gateway-events-page.tsx'), 'GatewayEventsPage'),
})

/** オンライン寄附, 毎月の寄附, 入金, 手数料, 日計, 通知 */
export const onlineGiftRoutes = [
  onlineGiftsRoute, onlineGiftRoute, recurringGiftsRoute, payoutsRoute, payoutRoute, feeReportRoute, dailyTotalsRoute, gatewayEventsRoute,
] as const
