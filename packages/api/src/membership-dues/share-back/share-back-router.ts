import {
  calculateShareBackSchema,
  payShareBackSchema,
  seenShareBackRunSchema,
  shareBackOfYearSchema,
  shareBackRunAtMomentSchema,
} from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { calculateShareBack } from './calculate-share-back.ts'
import { discardShareBack } from './discard-share-back.ts'
import { payShareBack } from './pay-share-back.ts'
import { listShareBackRuns } from './list-share-back-runs.ts'
import { readShareBackRun } from './read-share-back-run.ts'

/** 還元金: what a year's dues give back to the areas they came from. */
export const shareBackRouter = router({
  list: procedureFor('dues.read')
    .input(shareBackOfYearSchema)
    .query(async ({ ctx, input }) => listShareBackRuns(ctx.deps, input.fiscalYear, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('dues.read')
    .input(shareBackRunAtMomentSchema)
    .query(async ({ ctx, input }) => readShareBackRun(ctx.deps, input.runId, await readPageMoment(ctx.deps, input.postedUntil))),
  calculate: procedureFor('shareBack.post')
    .input(calculateShareBackSchema)
    .mutation(({ ctx, input }) => calculateShareBack(ctx.deps, ctx.actor, input)),
  discard: procedureFor('shareBack.post')
    .input(seenShareBackRunSchema)
    .mutation(({ ctx, input }) => discardShareBack(ctx.deps, ctx.actor, input)),
  post: procedureFor('shareBack.post')
    .input(payShareBackSchema)
    .mutation(({ ctx, input }) => payShareBack(ctx.deps, ctx.actor, input)),
})
