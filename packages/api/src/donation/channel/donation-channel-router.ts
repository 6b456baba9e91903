import { saveDonationChannelSchema } from '@sasaeai/domain/donation/channel/donation-channel-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { donationChannelTable as table, listDonationChannels } from './donation-channel-table.ts'

/** 寄附のきっかけ */
export const donationChannelRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listDonationChannels(ctx.deps.db)),
  save: procedureFor('ground.manage')
    .input(saveDonationChannelSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table, ...input })),
  ...groundItemProcedures(table),
})
