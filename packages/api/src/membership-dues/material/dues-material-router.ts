import {
  duesMaterialListSchema,
  issueDuesMaterialsSchema,
  saveDuesMaterialsSchema,
} from '@sasaeai/domain/membership-dues/material/dues-material-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { listDuesMaterials } from './dues-material-queries.ts'
import { issueDuesMaterials } from './issue-dues-materials.ts'
import { saveDuesMaterials } from './save-dues-materials.ts'

/** 資材: envelopes and slips given to the areas, and what came back. */
export const duesMaterialRouter = router({
  list: procedureFor('dues.read')
    .input(duesMaterialListSchema)
    .query(({ ctx, input }) => listDuesMaterials(ctx.deps.db, input.fiscalYear)),
  save: procedureFor('dues.write')
    .input(saveDuesMaterialsSchema)
    .mutation(({ ctx, input }) => saveDuesMaterials(ctx.deps, ctx.actor, input)),
  issueToAll: procedureFor('dues.write')
    .input(issueDuesMaterialsSchema)
    .mutation(({ ctx, input }) => issueDuesMaterials(ctx.deps, ctx.actor, input)),
})
