import { giftPeriods } from '@sasaeai/domain/donation/gift/gift-period'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'
import { giftSearchOf } from './gift-search.ts'

const giftsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations',
  validateSearch: giftSearchOf,
  component: lazyRouteComponent(() => import('./gifts-page.tsx'), 'GiftsPage'),
})

const giftDeskRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/new',
  component: lazyRouteComponent(() => import('./gift-desk-page.tsx'), 'GiftDeskPage'),
})

const giftSumsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/sums',
  validateSearch: (search: Readonly<Record<string, unknown>>) => ({ period: choiceIn(giftPeriods, search['period']), ...momentSearchOf(search) }),
  component: lazyRouteComponent(() => import('./gift-sums-page.tsx'), 'GiftSumsPage'),
})

const giftRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/$entryId',
  component: lazyRouteComponent(() => import('./gift-page.tsx'), 'GiftPage'),
})

const correctGiftRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donations/$entryId/correct',
  component: lazyRouteComponent(() => import('./correct-gift-page.tsx'), 'CorrectGiftPage'),
})

/** 寄附 */
export const giftRoutes = [giftsRoute, giftDeskRoute, giftSumsRoute, giftRoute, correctGiftRoute] as const
