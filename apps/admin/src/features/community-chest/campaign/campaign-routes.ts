import { id } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentSearchOf } from '../../../app/moment-search.ts'
import { staffRoute } from '../../../app/root-route.tsx'

const campaignsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest',
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
})

const campaignRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/$campaignId',
  params: { parse: ({ campaignId }) => ({ campaignId: id<'CampaignId'>(campaignId) }) },
  validateSearch: momentSearchOf,
  component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
})

/** 運動 */
export const campaignRoutes = [campaignsRoute, campaignRoute] as const
