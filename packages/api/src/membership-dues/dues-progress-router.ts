import { duesOfAreaSchema, duesProgressSchema } from '@sasaeai/domain/membership-dues/dues-progress-input'
import { procedureFor } from '../procedure-for.ts'
import { duesOfArea } from './dues-of-area-query.ts'
import { duesProgressAnswer } from './dues-progress-query.ts'
import { exportDuesProgress } from './export-dues-progress.ts'

/** 納入状況: how far a year's dues have come, over all areas and in one. */
export const duesProgressProcedures = {
  progress: procedureFor('dues.read')
    .input(duesProgressSchema)
    .query(({ ctx, input }) => duesProgressAnswer(ctx.deps, input)),
  exportProgress: procedureFor('dues.read')
    .input(duesProgressSchema)
    .mutation(({ ctx, input }) => exportDuesProgress(ctx.deps, input)),
  area: procedureFor('dues.read')
    .input(duesOfAreaSchema)
    .query(({ ctx, input }) => duesOfArea(ctx.deps, input)),
}
