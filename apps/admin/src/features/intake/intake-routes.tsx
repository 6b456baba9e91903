import { type IntakeStatus, intakeStatuses } from '@sasaeai/domain/intake/intake-status'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type MomentSearch, momentSearchOf } from '../../app/moment-search.ts'
import { staffRoute } from '../../app/root-route.tsx'

/** Dates stand in the address as they were typed, so that a link shows what its sender saw. */
interface IntakeListSearch {
  readonly status?: IntakeStatus | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly text?: string | undefined
}

function intakeListSearchOf({ status, from, to, text }: Readonly<Record<string, unknown>>): IntakeListSearch {
  return { status: choiceIn(intakeStatuses, status), from: textIn(from), to: textIn(to), text: textIn(text) }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

const intakeListRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/intake',
  validateSearch: intakeListSearchOf,
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
  validateSearch: (search: Record<string, unknown>): MomentSearch & { day?: string | undefined } => ({ day: textIn(search['day']), ...momentSearchOf(search) }),
  component: lazyRouteComponent(() => import('./daily-report-page.tsx'), 'DailyReportPage'),
})

/** 受付: the list of batches, the desk, and the report of a day. */
export const intakeRoutes = [intakeListRoute, intakeBatchRoute, dailyReportRoute] as const
