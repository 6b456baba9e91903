import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { donationYearSearchOf, yearGiftSearchOf } from './donation-year-search.ts'

const donationYearRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donation-year',
  validateSearch: donationYearSearchOf,
  component: lazyRouteComponent(() => import('./donation-year-page.tsx'), 'DonationYearPage'),
})

const yearGiftsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donation-year/gifts',
  validateSearch: yearGiftSearchOf,
  component: lazyRouteComponent(() => import('./year-gifts-page.tsx'), 'YearGiftsPage'),
})

/** 寄附の年次報告, and the gifts behind its figures. */
export const donationYearRoutes = [donationYearRoute, yearGiftsRoute] as const
