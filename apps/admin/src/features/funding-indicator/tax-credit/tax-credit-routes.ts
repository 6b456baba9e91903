import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { donorSearchOf } from './donor-search.ts'

const taxCreditRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tax-credit',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./tax-credit-page.tsx'), 'TaxCreditPage'),
})

const donorsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tax-credit/donors',
  validateSearch: donorSearchOf,
  component: lazyRouteComponent(() => import('./donors-page.tsx'), 'DonorsPage'),
})

/** 税額控除: the test of the law, and the 寄附者名簿 behind it. */
export const taxCreditRoutes = [taxCreditRoute, donorsRoute] as const
