import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

const demoGatewayRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/online-giving/demo',
  component: lazyRouteComponent(() => import('./demo-gateway-page.tsx'), 'DemoGatewayPage'),
})

/** デモの決済会社 */
export const demoGatewayRoutes = [demoGatewayRoute] as const
