import { demoDeedSchema } from '@sasaeai/domain/online-giving/demo/demo-deed'
import { procedureFor, router } from '../../procedure-for.ts'
import { actAtDemoGateway } from './act-at-demo-gateway.ts'
import { readDemoAccounts } from './read-demo-accounts.ts'

/** デモの決済会社 */
export const demoRouter = router({
  accounts: procedureFor('giving.read').query(({ ctx }) => readDemoAccounts(ctx.deps)),
  act: procedureFor('giving.manage')
    .input(demoDeedSchema)
    .mutation(({ ctx, input }) => actAtDemoGateway(ctx.deps, ctx.actor, input)),
})
