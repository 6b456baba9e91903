import { executiveExportSchema, explanationExportSchema, giverExportSchema } from '@sasaeai/domain/funding-indicator/executive/executive-export-input'
import { executivePageSchema, explanationSchema } from '@sasaeai/domain/funding-indicator/executive/executive-input'
import { giverListSchema, retentionSchema } from '@sasaeai/domain/funding-indicator/executive/retention-input'
import { readPageMoment, readReportMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { explainDifference } from './explain-difference.ts'
import { exportExecutivePage, exportExplanation } from './export-executive.ts'
import { exportGivers } from './export-givers.ts'
import { listGivers } from './list-givers.ts'
import { readExecutivePage } from './read-executive-page.ts'
import { readRetention } from './read-retention.ts'

/** 経営のページ: what changed, why, and what is at risk. */
export const executiveRouter = router({
  page: procedureFor('report.read')
    .input(executivePageSchema)
    .query(async ({ ctx, input }) => readExecutivePage(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  explanation: procedureFor('report.read')
    .input(explanationSchema)
    .query(async ({ ctx, input }) => explainDifference(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  retention: procedureFor('report.read')
    .input(retentionSchema)
    .query(async ({ ctx, input }) => readRetention(ctx.deps, { ...input, at: await readReportMoment(ctx.deps, input.postedUntil) })),
  givers: procedureFor('donation.read')
    .input(giverListSchema)
    .query(async ({ ctx, input }) => listGivers(ctx.deps, { ...input, at: await readPageMoment(ctx.deps, input.postedUntil) })),
  exportPage: procedureFor('report.read')
    .input(executiveExportSchema)
    .mutation(({ ctx, input }) => exportExecutivePage(ctx.deps, input)),
  exportExplanation: procedureFor('report.read')
    .input(explanationExportSchema)
    .mutation(({ ctx, input }) => exportExplanation(ctx.deps, input)),
  exportGivers: procedureFor('donation.read')
    .input(giverExportSchema)
    .mutation(({ ctx, input }) => exportGivers(ctx.deps, ctx.actor, input)),
})
