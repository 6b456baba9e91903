import {
  branchListSchema,
  copyBranchOfficersSchema,
  removeBranchOfficerSchema,
  saveBranchOfficerSchema,
} from '@sasaeai/domain/community-chest/branch/branch-officer-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { branchSheet } from './branch-queries.ts'
import { exportBranches } from './export-branches.ts'
import { copyBranchOfficers, removeBranchOfficer, saveBranchOfficer } from './save-branch-officer.ts'

/** 校区分会: the areas as branches of the 共同募金会, and their officers. */
export const branchRouter = router({
  list: procedureFor('chest.read')
    .input(branchListSchema)
    .query(async ({ ctx, input }) => branchSheet(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  saveOfficer: procedureFor('chest.write')
    .input(saveBranchOfficerSchema)
    .mutation(({ ctx, input }) => saveBranchOfficer(ctx.deps, ctx.actor, input)),
  removeOfficer: procedureFor('chest.write')
    .input(removeBranchOfficerSchema)
    .mutation(({ ctx, input }) => removeBranchOfficer(ctx.deps, ctx.actor, input)),
  copyOfficers: procedureFor('chest.write')
    .input(copyBranchOfficersSchema)
    .mutation(({ ctx, input }) => copyBranchOfficers(ctx.deps, ctx.actor, input.fiscalYear)),
  export: procedureFor('chest.write')
    .input(asFile(branchListSchema))
    .mutation(({ ctx, input }) => exportBranches(ctx.deps, ctx.actor, input)),
})
