import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import {
  duplicateListSchema, mergeListSchema, mergeSupportersSchema, supporterPairSchema, undoMergeSchema,
} from '@sasaeai/domain/supporter/merge/merge-input'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportDuplicates } from './export-duplicates.ts'
import { listDuplicates } from './list-duplicates.ts'
import { listMerges, mergesOfSupporter } from './list-merges.ts'
import { markApart, unmarkApart } from './mark-apart.ts'
import { mergeSupporters } from './merge-supporters.ts'
import { readComparison } from './read-comparison.ts'
import { searchDuplicates } from './search-duplicates.ts'
import { undoMerge } from './undo-merge.ts'

/** 名寄せ: candidates, two side by side, merging, undoing, history. */
export const mergeRouter = router({
  candidates: procedureFor('supporter.read')
    .input(duplicateListSchema)
    .query(({ ctx, input }) => listDuplicates(ctx.deps, input)),
  search: procedureFor('supporter.write').mutation(({ ctx }) => searchDuplicates(ctx.deps, ctx.actor)),
  compare: procedureFor('supporter.read')
    .input(supporterPairSchema)
    .query(async ({ ctx, input }) => {
      const comparison = await readComparison(ctx.deps, input)
      if (comparison === null) throw new TRPCError({ code: 'NOT_FOUND', message: '支援者が見つかりません。' })
      return comparison
    }),
  export: procedureFor('supporter.read')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportDuplicates(ctx.deps, ctx.actor, input)),
  merge: procedureFor('supporter.merge')
    .input(mergeSupportersSchema)
    .mutation(({ ctx, input }) => mergeSupporters(ctx.deps, ctx.actor, input)),
  undo: procedureFor('supporter.merge')
    .input(undoMergeSchema)
    .mutation(({ ctx, input }) => undoMerge(ctx.deps, ctx.actor, input)),
  markApart: procedureFor('supporter.write')
    .input(supporterPairSchema)
    .mutation(({ ctx, input }) => markApart(ctx.deps, ctx.actor, input)),
  unmarkApart: procedureFor('supporter.write')
    .input(supporterPairSchema)
    .mutation(({ ctx, input }) => unmarkApart(ctx.deps, ctx.actor, input)),
  history: procedureFor('supporter.read')
    .input(mergeListSchema)
    .query(({ ctx, input }) => listMerges(ctx.deps, input)),
  ofSupporter: procedureFor('supporter.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(({ ctx, input }) => mergesOfSupporter(ctx.deps, input.supporterId)),
})
