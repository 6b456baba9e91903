import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { copyGrantCallsSchema, grantCallSchema, grantCallsSchema, grantYearSchema, saveGrantCallSchema, seenGrantCallSchema } from '@sasaeai/domain/grant/call/grant-call-input'
import { saveGrantKindSchema } from '@sasaeai/domain/grant/call/grant-kind-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { copyGrantCalls } from './copy-grant-calls.ts'
import { exportGrantKinds } from './export-grant-kinds.ts'
import { grantKindTable, listGrantKinds } from './grant-kind-table.ts'
import { listGrantCalls } from './list-grant-calls.ts'
import { listGrantChoices } from './list-grant-choices.ts'
import { readGrantCall } from './read-grant-call.ts'
import { removeGrantCall, saveGrantCall } from './save-grant-call.ts'

/** 助成の公募. */
export const grantCallRouter = router({
  list: procedureFor('grant.read')
    .input(grantCallsSchema)
    .query(async ({ ctx, input }) => listGrantCalls(ctx.deps, input.fiscalYear, await readPageMoment(ctx.deps, input.postedUntil))),
  choices: procedureFor('grant.read')
    .input(grantYearSchema)
    .query(({ ctx, input }) => listGrantChoices(ctx.deps, input.fiscalYear)),
  get: procedureFor('grant.read')
    .input(grantCallSchema)
    .query(async ({ ctx, input }) => readGrantCall(ctx.deps, input.callId, await readPageMoment(ctx.deps, input.postedUntil))),
  save: procedureFor('grant.manage')
    .input(saveGrantCallSchema)
    .mutation(({ ctx, input }) => saveGrantCall(ctx.deps, ctx.actor, input)),
  copyFromLastYear: procedureFor('grant.manage')
    .input(copyGrantCallsSchema)
    .mutation(({ ctx, input }) => copyGrantCalls(ctx.deps, ctx.actor, input)),
  remove: procedureFor('grant.manage')
    .input(seenGrantCallSchema)
    .mutation(({ ctx, input }) => removeGrantCall(ctx.deps, ctx.actor, input)),
})

/** 助成の種類. */
export const grantKindRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listGrantKinds(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportGrantKinds(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveGrantKindSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: grantKindTable, ...input })),
  ...groundItemProcedures(grantKindTable),
})
