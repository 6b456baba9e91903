import { asFile } from '@sasaeai/domain/document/export-format'
import { acknowledgmentListSchema } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-list-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportAcknowledgments } from './export-acknowledgments.ts'
import { listAcknowledgments } from './list-acknowledgments.ts'

/** 芳名録 */
export const acknowledgmentRouter = router({
  list: procedureFor('donation.read')
    .input(acknowledgmentListSchema)
    .query(({ ctx, input }) => listAcknowledgments(ctx.deps, input)),
  export: procedureFor('donation.read')
    .input(asFile(acknowledgmentListSchema))
    .mutation(({ ctx, input }) => exportAcknowledgments(ctx.deps, ctx.actor, input)),
})
