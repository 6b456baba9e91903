import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { grantCallSchema } from '@sasaeai/domain/grant/call/grant-call-input'
import { saveReliefClassSchema } from '@sasaeai/domain/grant/relief/relief-class-details'
import { payReliefSchema, undoReliefSchema } from '@sasaeai/domain/grant/relief/relief-payment-input'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportReliefClasses } from './export-relief-classes.ts'
import { listReliefPayments } from './list-relief-payments.ts'
import { payRelief } from './pay-relief.ts'
import { listReliefClasses, reliefClassTable } from './relief-class-table.ts'
import { undoRelief } from './undo-relief.ts'

/** 見舞金. */
export const reliefRouter = router({
  list: procedureFor('grant.read')
    .input(grantCallSchema)
    .query(async ({ ctx, input }) => listReliefPayments(ctx.deps, input.callId, await readPageMoment(ctx.deps, input.postedUntil))),
  pay: procedureFor('grant.post')
    .input(payReliefSchema)
    .mutation(({ ctx, input }) => payRelief(ctx.deps, ctx.actor, input)),
  undo: procedureFor('grant.post')
    .input(undoReliefSchema)
    .mutation(({ ctx, input }) => undoRelief(ctx.deps, ctx.actor, input)),
})

/** 見舞金の対象区分. */
export const reliefClassRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listReliefClasses(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportReliefClasses(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveReliefClassSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: reliefClassTable, ...input })),
  ...groundItemProcedures(reliefClassTable),
})
