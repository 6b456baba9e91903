import {
  campaignMaterialListSchema,
  issueCampaignMaterialsSchema,
  saveCampaignMaterialsSchema,
} from '@sasaeai/domain/community-chest/material/campaign-material-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { procedureFor, router } from '../../procedure-for.ts'
import { campaignMaterials } from './campaign-material-queries.ts'
import { exportCampaignMaterials } from './export-campaign-materials.ts'
import { issueCampaignMaterials } from './issue-campaign-materials.ts'
import { saveCampaignMaterials } from './save-campaign-materials.ts'

/** 募金資材: feathers, envelopes and posters given to the areas for a drive, and what came back. */
export const materialRouter = router({
  list: procedureFor('chest.read')
    .input(campaignMaterialListSchema)
    .query(({ ctx, input }) => campaignMaterials(ctx.deps, input.campaignId)),
  save: procedureFor('chest.write')
    .input(saveCampaignMaterialsSchema)
    .mutation(({ ctx, input }) => saveCampaignMaterials(ctx.deps, ctx.actor, input)),
  issueToAll: procedureFor('chest.write')
    .input(issueCampaignMaterialsSchema)
    .mutation(({ ctx, input }) => issueCampaignMaterials(ctx.deps, ctx.actor, input)),
  export: procedureFor('chest.read')
    .input(asFile(campaignMaterialListSchema))
    .mutation(({ ctx, input }) => exportCampaignMaterials(ctx.deps, input)),
})
