import { asFile } from '@sasaeai/domain/document/export-format'
import { duesChecksSchema, markCheckSchema, unmarkCheckSchema } from '@sasaeai/domain/membership-dues/check/dues-check-input'
import { duesOfAreaSchema, duesProgressSchema } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import { procedureFor } from '../../procedure-for.ts'
import { duesChecks } from '../check/dues-checks-query.ts'
import { duesOfArea } from './dues-of-area-query.ts'
import { duesProgressAnswer } from './dues-progress-query.ts'
import { exportDuesProgress } from './export-dues-progress.ts'
import { markDuesCheck, unmarkDuesCheck } from '../check/mark-dues-check.ts'

/** 納入状況: how far a year's dues have come, over all areas and in one, and what in it asks for a second look. */
export const duesProgressProcedures = {
  progress: procedureFor('dues.read')
    .input(duesProgressSchema)
    .query(({ ctx, input }) => duesProgressAnswer(ctx.deps, input)),
  exportProgress: procedureFor('dues.read')
    .input(asFile(duesProgressSchema))
    .mutation(({ ctx, input }) => exportDuesProgress(ctx.deps, input)),
  area: procedureFor('dues.read')
    .input(duesOfAreaSchema)
    .query(({ ctx, input }) => duesOfArea(ctx.deps, input)),
  checks: procedureFor('dues.read')
    .input(duesChecksSchema)
    .query(({ ctx, input }) => duesChecks(ctx.deps, input.fiscalYear)),
  markCheck: procedureFor('dues.write')
    .input(markCheckSchema)
    .mutation(({ ctx, input }) => markDuesCheck(ctx.deps, ctx.actor, input)),
  unmarkCheck: procedureFor('dues.write')
    .input(unmarkCheckSchema)
    .mutation(({ ctx, input }) => unmarkDuesCheck(ctx.deps, ctx.actor, input)),
}
