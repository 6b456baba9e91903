import { areaIdSchema } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { staffRoute } from '../../app/root-route.tsx'

const areasRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/areas',
  validateSearch: z.object({ area: areaIdSchema.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./areas-page.tsx'), 'AreasPage'),
})

/** 地域と世帯数 */
export const areaRoutes = [areasRoute] as const
