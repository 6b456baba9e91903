import { areaIdSchema, supporterIdSchema } from '@sasaeai/domain/ids'
import { supporterKinds } from '@sasaeai/domain/supporter/supporter-kind'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { staffRoute } from '../../app/root-route.tsx'

/** The filters of the list, as they stand in the address; what cannot be read is left out. */
const supporterSearchSchema = z.object({
  text: z.coerce.string().max(100).optional().catch(undefined),
  kind: z.enum(supporterKinds).optional().catch(undefined),
  areaId: areaIdSchema.optional().catch(undefined),
  withClosed: z.boolean().optional().catch(undefined),
})
export type SupporterSearch = z.output<typeof supporterSearchSchema>

const supportersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters',
  validateSearch: supporterSearchSchema,
  component: lazyRouteComponent(() => import('./supporters-page.tsx'), 'SupportersPage'),
})

const newSupporterRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/new',
  component: lazyRouteComponent(() => import('./new-supporter-page.tsx'), 'NewSupporterPage'),
})

const supporterRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/supporters/$supporterId',
  params: { parse: ({ supporterId }) => ({ supporterId: supporterIdSchema.parse(supporterId) }) },
  component: lazyRouteComponent(() => import('./supporter-page.tsx'), 'SupporterPage'),
})

/** 支援者 */
export const supporterRoutes = [supportersRoute, newSupporterRoute, supporterRoute] as const
