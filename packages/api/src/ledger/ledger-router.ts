import { correctEntrySchema, reverseEntrySchema } from '@sasaeai/domain/ledger/reversal'
import { procedureFor, router } from '../trpc.ts'
import { correctEntry } from './correct-entry.ts'
import { postContribution, postContributionSchema } from './post-contribution.ts'
import { reverseEntry } from './reverse-entry.ts'

/** 仕訳: what goes into the books, and what is read from them. */
export const ledgerRouter = router({
  postContribution: procedureFor('ledger.post')
    .input(postContributionSchema)
    .mutation(({ ctx, input }) => postContribution(ctx.deps, ctx.actor, input)),
  reverse: procedureFor('ledger.post')
    .input(reverseEntrySchema)
    .mutation(({ ctx, input }) => reverseEntry(ctx.deps, ctx.actor, input)),
  correct: procedureFor('ledger.post')
    .input(correctEntrySchema)
    .mutation(({ ctx, input }) => correctEntry(ctx.deps, ctx.actor, input)),
})
