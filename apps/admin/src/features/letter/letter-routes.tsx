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

const labelSheetsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/label-sheets',
  component: lazyRouteComponent(() => import('./address-label/label-sheets-page.tsx'), 'LabelSheetsPage'),
})

/** 文書・発送 */
export const letterRoutes = [letterTemplatesRoute, newLetterTemplateRoute, letterTemplateRoute, labelSheetsRoute] as const
