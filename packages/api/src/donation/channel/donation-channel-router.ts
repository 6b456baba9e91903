import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { saveDonationChannelSchema } from '@sasaeai/domain/donation/channel/donation-channel-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { donationChannelTable as table, listDonationChannels } from './donation-channel-table.ts'
import { exportDonationChannels } from './export-donation-channels.ts'

/** 寄附のきっかけ */
export const donationChannelRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listDonationChannels(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportDonationChannels(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveDonationChannelSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table, ...input })),
  ...groundItemProcedures(table),
})
