import { type AreaId, idIn } from '@sasaeai/domain/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

interface AreasSearch {
  /** The area whose details stand open. */
  readonly area?: AreaId | undefined
}

const areasRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/areas',
  validateSearch: (search: Record<string, unknown>): AreasSearch => ({ area: idIn(search['area']) }),
  component: lazyRouteComponent(() => import('./areas-page.tsx'), 'AreasPage'),
})

/** 地域と世帯数 */
export const areaRoutes = [areasRoute] as const
