import { dashboardExportSchema } from '@sasaeai/domain/funding-indicator/dashboard-export-input'
import { fundingDashboardSchema } from '@sasaeai/domain/funding-indicator/funding-cut'
import { postingMomentSchema } from '@sasaeai/domain/ledger/posting-moment-schema'
import { z } from 'zod'
import { readReportMoment } from '../ledger/report-moment.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { exportDashboard } from './export-dashboard.ts'
import { fundingCube } from './funding-cube-queries.ts'
import { fundingDashboard } from './funding-dashboard-queries.ts'

/** 財源確保指標: figures made of the kept totals, each with the entries behind it. */
export const fundingIndicatorRouter = router({
  dashboard: procedureFor('report.read')
    .input(fundingDashboardSchema)
    .query(({ ctx, input }) => fundingDashboard(ctx.deps, input)),
  exportDashboard: procedureFor('report.read')
    .input(dashboardExportSchema)
    .mutation(({ ctx, input }) => exportDashboard(ctx.deps, input)),
  cube: procedureFor('report.read')
    .input(z.object({ asOf: postingMomentSchema.optional() }).optional())
    .query(async ({ ctx, input }) => fundingCube(ctx.deps, await readReportMoment(ctx.deps, input?.asOf))),
})
