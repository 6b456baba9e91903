import { asFile } from '@sasaeai/domain/document/export-format'
import { outreachListSchema, saveOutreachSchema, seenOutreachSchema } from '@sasaeai/domain/membership-dues/outreach/outreach-input'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportOutreach } from './export-outreach.ts'
import { listOutreach } from './list-outreach.ts'
import { removeOutreach, saveOutreach } from './save-outreach.ts'

/** 説明・広報の記録. */
export const outreachRouter = router({
  list: procedureFor('dues.read')
    .input(outreachListSchema)
    .query(async ({ ctx, input }) => listOutreach(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  save: procedureFor('dues.write')
    .input(saveOutreachSchema)
    .mutation(({ ctx, input }) => saveOutreach(ctx.deps, ctx.actor, input)),
  remove: procedureFor('dues.write')
    .input(seenOutreachSchema)
    .mutation(({ ctx, input }) => removeOutreach(ctx.deps, ctx.actor, input)),
  export: procedureFor('dues.read')
    .input(asFile(outreachListSchema))
    .mutation(({ ctx, input }) => exportOutreach(ctx.deps, input)),
})
