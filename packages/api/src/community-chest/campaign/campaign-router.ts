import { saveCampaignSchema } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { campaignAtMomentSchema, campaignSchema, campaignsAtMomentSchema, copyCampaignsSchema } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { campaignOverview, campaignStanding } from './campaign-overview.ts'
import { campaignTable, listCampaigns } from './campaign-table.ts'
import { closeCampaign, reopenCampaign } from './close-campaign.ts'
import { copyCampaigns } from './copy-campaigns.ts'
import { exportCampaigns } from './export-campaigns.ts'

/** 運動 */
export const campaignRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listCampaigns(ctx.deps.db)),
  overview: procedureFor('chest.read')
    .input(campaignsAtMomentSchema)
    .query(async ({ ctx, input }) => campaignOverview(ctx.deps, input.fiscalYear, await readPageMoment(ctx.deps, input.postedUntil))),
  export: procedureFor('chest.read')
    .input(asFile(campaignsAtMomentSchema))
    .mutation(({ ctx, input }) => exportCampaigns(ctx.deps, input)),
  get: procedureFor('chest.read')
    .input(campaignAtMomentSchema)
    .query(async ({ ctx, input }) => campaignStanding(ctx.deps, input.campaignId, await readPageMoment(ctx.deps, input.postedUntil))),
  save: procedureFor('ground.manage')
    .input(saveCampaignSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: campaignTable, ...input })),
  remove: procedureFor('ground.manage')
    .input(campaignSchema)
    .mutation(({ ctx, input }) => deleteGroundItem(ctx.deps, ctx.actor, { table: campaignTable, id: input.campaignId })),
  close: procedureFor('chest.manage')
    .input(campaignSchema)
    .mutation(({ ctx, input }) => closeCampaign(ctx.deps, ctx.actor, input)),
  reopen: procedureFor('chest.manage')
    .input(campaignSchema)
    .mutation(({ ctx, input }) => reopenCampaign(ctx.deps, ctx.actor, input)),
  copyFromLastYear: procedureFor('chest.manage')
    .input(copyCampaignsSchema)
    .mutation(({ ctx, input }) => copyCampaigns(ctx.deps, ctx.actor, input)),
})
