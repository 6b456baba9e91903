import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { donationYearSearchOf } from './donation-year-search.ts'

const donationYearRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/donation-year',
  validateSearch: donationYearSearchOf,
  component: lazyRouteComponent(() => import('./donation-year-page.tsx'), 'DonationYearPage'),
})

/** 寄附の年次報告. */
export const donationYearRoutes = [donationYearRoute] as const
