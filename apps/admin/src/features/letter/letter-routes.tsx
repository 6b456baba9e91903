import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../app/root-route.tsx'

const letterTemplatesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/letter-templates',
  component: lazyRouteComponent(() => import('./template/letter-templates-page.tsx'), 'LetterTemplatesPage'),
})

const newLetterTemplateRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/letter-templates/new',
  component: lazyRouteComponent(() => import('./template/letter-template-page.tsx'), 'NewLetterTemplatePage'),
})

const letterTemplateRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/letter-templates/$templateId',
  component: lazyRouteComponent(() => import('./template/letter-template-page.tsx'), 'LetterTemplatePage'),
})

/** 文書・発送 */
export const letterRoutes = [letterTemplatesRoute, newLetterTemplateRoute, letterTemplateRoute] as const
