import { custodyOfCampaignSchema, custodyOfYearSchema, remitCustodySchema } from '@sasaeai/domain/community-chest/remittance/remittance-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { custodyAccount } from './custody-account-query.ts'
import { custodyOfYear } from './custody-queries.ts'
import { exportCustody, exportCustodyAccount } from './export-custody.ts'
import { remitCustody } from './remit-custody.ts'

/** 預り金と送金. */
export const remittanceRouter = router({
  custody: procedureFor('chest.read')
    .input(custodyOfYearSchema)
    .query(async ({ ctx, input }) => custodyOfYear(ctx.deps, input.fiscalYear, await readPageMoment(ctx.deps, input.postedUntil))),
  account: procedureFor('chest.read')
    .input(custodyOfCampaignSchema)
    .query(async ({ ctx, input }) => custodyAccount(ctx.deps, input.campaignId, await readPageMoment(ctx.deps, input.postedUntil))),
  exportCustody: procedureFor('chest.read')
    .input(asFile(custodyOfYearSchema))
    .mutation(({ ctx, input }) => exportCustody(ctx.deps, input)),
  exportAccount: procedureFor('chest.read')
    .input(asFile(custodyOfCampaignSchema))
    .mutation(({ ctx, input }) => exportCustodyAccount(ctx.deps, input)),
  remit: procedureFor('chest.post')
    .input(remitCustodySchema)
    .mutation(({ ctx, input }) => remitCustody(ctx.deps, ctx.actor, input)),
})
