import { allocationAtMomentSchema, allocationSchema, allocationsAtMomentSchema, allocationYearSchema, saveAllocationSchema, seenAllocationSchema } from '@sasaeai/domain/community-chest/allocation/allocation-input'
import { saveAllocationUseSchema, seenAllocationUseSchema } from '@sasaeai/domain/community-chest/allocation/allocation-use-input'
import { linkAllocationReceiptSchema, receiveAllocationSchema, unlinkAllocationReceiptSchema } from '@sasaeai/domain/community-chest/allocation/receive-allocation-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { allocationsOfYear, readAllocation } from './allocation-queries.ts'
import { closeAllocation, reopenAllocation } from './close-allocation.ts'
import { exportAllocation, exportAllocations, exportUsesForDatabase } from './export-allocations.ts'
import { linkAllocationReceipt, unlinkAllocationReceipt } from './link-allocation-receipt.ts'
import { receiveAllocation } from './receive-allocation.ts'
import { removeAllocation, saveAllocation } from './save-allocation.ts'
import { removeAllocationUse, saveAllocationUse } from './save-allocation-use.ts'

/** 配分金 */
export const allocationRouter = router({
  list: procedureFor('chest.read')
    .input(allocationsAtMomentSchema)
    .query(async ({ ctx, input }) => allocationsOfYear(ctx.deps, input.fiscalYear, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('chest.read')
    .input(allocationAtMomentSchema)
    .query(async ({ ctx, input }) => readAllocation(ctx.deps, input.allocationId, await readPageMoment(ctx.deps, input.postedUntil))),
  save: procedureFor('chest.manage')
    .input(saveAllocationSchema)
    .mutation(({ ctx, input }) => saveAllocation(ctx.deps, ctx.actor, input)),
  remove: procedureFor('chest.manage')
    .input(seenAllocationSchema)
    .mutation(({ ctx, input }) => removeAllocation(ctx.deps, ctx.actor, input)),
  close: procedureFor('chest.manage')
    .input(allocationSchema)
    .mutation(({ ctx, input }) => closeAllocation(ctx.deps, ctx.actor, input.allocationId)),
  reopen: procedureFor('chest.manage')
    .input(allocationSchema)
    .mutation(({ ctx, input }) => reopenAllocation(ctx.deps, ctx.actor, input.allocationId)),
  receive: procedureFor('chest.post')
    .input(receiveAllocationSchema)
    .mutation(({ ctx, input }) => receiveAllocation(ctx.deps, ctx.actor, input)),
  linkReceipt: procedureFor('chest.post')
    .input(linkAllocationReceiptSchema)
    .mutation(({ ctx, input }) => linkAllocationReceipt(ctx.deps, ctx.actor, input)),
  unlinkReceipt: procedureFor('chest.post')
    .input(unlinkAllocationReceiptSchema)
    .mutation(({ ctx, input }) => unlinkAllocationReceipt(ctx.deps, ctx.actor, input)),
  saveUse: procedureFor('chest.manage')
    .input(saveAllocationUseSchema)
    .mutation(({ ctx, input }) => saveAllocationUse(ctx.deps, ctx.actor, input)),
  removeUse: procedureFor('chest.manage')
    .input(seenAllocationUseSchema)
    .mutation(({ ctx, input }) => removeAllocationUse(ctx.deps, ctx.actor, input)),
  export: procedureFor('chest.read')
    .input(asFile(allocationsAtMomentSchema))
    .mutation(({ ctx, input }) => exportAllocations(ctx.deps, input)),
  exportOne: procedureFor('chest.read')
    .input(asFile(allocationAtMomentSchema))
    .mutation(({ ctx, input }) => exportAllocation(ctx.deps, input)),
  exportUses: procedureFor('chest.read')
    .input(asFile(allocationYearSchema))
    .mutation(({ ctx, input }) => exportUsesForDatabase(ctx.deps, input)),
})
