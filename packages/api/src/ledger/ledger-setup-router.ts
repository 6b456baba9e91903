import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { saveFundingSourceSchema } from '@sasaeai/domain/ledger/funding-source-details'
import { fundingTargetsSchema, saveFundingTargetsSchema } from '@sasaeai/domain/ledger/funding-target-input'
import { saveLedgerAccountSchema } from '@sasaeai/domain/ledger/ledger-account-details'
import { groundItemProcedures } from '../council/ground-item-procedures.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { exportFundingTargets } from './export-funding-targets.ts'
import { exportFundingSources, exportLedgerAccounts } from './export-ledger-setup.ts'
import { fundingSourceTable, listFundingSources } from './funding-source-table.ts'
import { ledgerAccountTable, listLedgerAccounts } from './ledger-account-table.ts'
import { listFundingTargets } from './list-funding-targets.ts'
import { saveFundingTargets } from './save-funding-targets.ts'

/** What the ledger stands on: the chart of accounts, the funding sources and their targets. */
export const ledgerSetupRouter = router({
  account: router({
    list: procedureFor('ground.read').query(({ ctx }) => listLedgerAccounts(ctx.deps.db)),
    export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportLedgerAccounts(ctx.deps, input)),
    save: procedureFor('ground.manage')
      .input(saveLedgerAccountSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: ledgerAccountTable, ...input })),
    ...groundItemProcedures(ledgerAccountTable),
  }),
  source: router({
    list: procedureFor('ground.read').query(({ ctx }) => listFundingSources(ctx.deps.db)),
    export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportFundingSources(ctx.deps, input)),
    save: procedureFor('ground.manage')
      .input(saveFundingSourceSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: fundingSourceTable, ...input })),
    ...groundItemProcedures(fundingSourceTable),
  }),
  target: router({
    list: procedureFor('ground.read')
      .input(fundingTargetsSchema.pick({ fiscalYear: true }))
      .query(({ ctx, input }) => listFundingTargets(ctx.deps, input.fiscalYear)),
    export: procedureFor('ground.read')
      .input(asFile(fundingTargetsSchema))
      .mutation(({ ctx, input }) => exportFundingTargets(ctx.deps, input)),
    save: procedureFor('ground.manage')
      .input(saveFundingTargetsSchema)
      .mutation(({ ctx, input }) => saveFundingTargets(ctx.deps, ctx.actor, input)),
  }),
})
