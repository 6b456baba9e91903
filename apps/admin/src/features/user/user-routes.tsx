import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.tsx'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: { to?: unknown }) => (isOwnPage(to) ? { to } : {}),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./set-up-page.tsx'), 'SetUpPage'),
})

/** Pages that nobody needs to be signed in for. */
export const userPublicRoutes = [signInRoute, setUpRoute] as const

/** An address with a host would lead away after signing in. */
function isOwnPage(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address)
}
