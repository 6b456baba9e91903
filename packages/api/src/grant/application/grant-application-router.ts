import { saveGrantApplicationSchema, withdrawGrantApplicationSchema } from '@sasaeai/domain/grant/application/grant-application-input'
import { payGrantsSchema } from '@sasaeai/domain/grant/application/grant-payment-input'
import { saveGrantReportSchema, seenGrantReportSchema } from '@sasaeai/domain/grant/application/grant-report-input'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { listGrantsOfSupporter } from './list-grants-of-supporter.ts'
import { payGrants } from './pay-grants.ts'
import { saveGrantApplication } from './save-grant-application.ts'
import { removeGrantReport, saveGrantReport } from './save-grant-report.ts'
import { withdrawGrantApplication } from './withdraw-grant-application.ts'

/** 助成の申請, its payment and its report. */
export const grantApplicationRouter = router({
  ofSupporter: procedureFor('grant.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(({ ctx, input }) => listGrantsOfSupporter(ctx.deps, input.supporterId)),
  save: procedureFor('grant.write')
    .input(saveGrantApplicationSchema)
    .mutation(({ ctx, input }) => saveGrantApplication(ctx.deps, ctx.actor, input)),
  withdraw: procedureFor('grant.write')
    .input(withdrawGrantApplicationSchema)
    .mutation(({ ctx, input }) => withdrawGrantApplication(ctx.deps, ctx.actor, input)),
  pay: procedureFor('grant.post')
    .input(payGrantsSchema)
    .mutation(({ ctx, input }) => payGrants(ctx.deps, ctx.actor, input)),
  saveReport: procedureFor('grant.write')
    .input(saveGrantReportSchema)
    .mutation(({ ctx, input }) => saveGrantReport(ctx.deps, ctx.actor, input)),
  removeReport: procedureFor('grant.write')
    .input(seenGrantReportSchema)
    .mutation(({ ctx, input }) => removeGrantReport(ctx.deps, ctx.actor, input)),
})
