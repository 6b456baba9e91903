import { id } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

const goalsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/chest/$campaignId/goals',
  params: { parse: ({ campaignId }) => ({ campaignId: id<'CampaignId'>(campaignId) }) },
  component: lazyRouteComponent(() => import('./goals-page.tsx'), 'GoalsPage'),
})

/** 目標額 */
export const goalRoutes = [goalsRoute] as const
