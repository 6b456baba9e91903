import { intakeStatuses } from '@sasaeai/domain/intake/intake-inputs'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { staffRoute } from '../../app/root-route.tsx'

/** Dates stand in the address as they were typed, so that a link shows what its sender saw. */
const listSearchSchema = z.object({
  status: z.enum(intakeStatuses).optional().catch(undefined),
  from: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
})

const intakeListRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/intake',
  validateSearch: (search: Record<string, unknown>) => listSearchSchema.parse(search),
  component: lazyRouteComponent(() => import('./intake-list-page.tsx'), 'IntakeListPage'),
})

const intakeBatchRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/intake/$batchId',
  component: lazyRouteComponent(() => import('./intake-batch-page.tsx'), 'IntakeBatchPage'),
})

const dailyReportRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/daily-report',
  validateSearch: (search: Record<string, unknown>) =>
    z.object({ day: z.string().optional().catch(undefined) }).parse(search),
  component: lazyRouteComponent(() => import('./daily-report-page.tsx'), 'DailyReportPage'),
})

/** 受付: the list of batches, the desk, and the report of a day. */
export const intakeRoutes = [intakeListRoute, intakeBatchRoute, dailyReportRoute] as const
