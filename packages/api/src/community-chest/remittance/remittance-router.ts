import { remitCustodySchema } from '@sasaeai/domain/community-chest/remittance/remittance-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { remitCustody } from './remit-custody.ts'

/** 預り金と送金. */
export const remittanceRouter = router({
  remit: procedureFor('chest.post')
    .input(remitCustodySchema)
    .mutation(({ ctx, input }) => remitCustody(ctx.deps, ctx.actor, input)),
})
