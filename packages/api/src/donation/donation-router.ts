import { saveFundSchema } from '@sasaeai/domain/donation/fund-details'
import { groundItemProcedures } from '../council/ground-item-procedures.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { fundTable, listFunds } from './fund-table.ts'

/** 寄附: so far the purposes that gifts are restricted to. */
export const donationRouter = router({
  fund: router({
    list: procedureFor('ground.read').query(({ ctx }) => listFunds(ctx.deps.db)),
    save: procedureFor('ground.manage')
      .input(saveFundSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: fundTable, ...input })),
    ...groundItemProcedures(fundTable),
  }),
})
