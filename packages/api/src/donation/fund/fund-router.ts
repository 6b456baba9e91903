import { saveFundSchema } from '@sasaeai/domain/donation/fund/fund-details'
import { useFundSchema } from '@sasaeai/domain/donation/fund/use-fund-input'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { fundTable, listFunds } from './fund-table.ts'
import { useFund } from './use-fund.ts'

/** 使途・基金: the purposes that gifts are restricted to, and what becomes of the money. */
export const fundRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listFunds(ctx.deps.db)),
  save: procedureFor('ground.manage')
    .input(saveFundSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: fundTable, ...input })),
  ...groundItemProcedures(fundTable),
  use: procedureFor('fund.post')
    .input(useFundSchema)
    .mutation(({ ctx, input }) => useFund(ctx.deps, ctx.actor, input)),
})
