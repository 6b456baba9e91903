import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { saveDonationThresholdSchema } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import { markThresholdSchema, thresholdAlertsSchema, unmarkThresholdSchema } from '@sasaeai/domain/donation/threshold/threshold-alert-input'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { donationThresholdTable as table, listDonationThresholds } from './donation-threshold-table.ts'
import { exportDonationThresholds } from './export-donation-thresholds.ts'
import { exportThresholdAlerts } from './export-threshold-alerts.ts'
import { listThresholdAlerts } from './list-threshold-alerts.ts'
import { markThreshold, unmarkThreshold } from './mark-threshold.ts'

/** 寄附の基準, and who reached them */
export const donationThresholdRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listDonationThresholds(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportDonationThresholds(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveDonationThresholdSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table, ...input })),
  ...groundItemProcedures(table),
  alerts: procedureFor('donation.read')
    .input(thresholdAlertsSchema)
    .query(({ ctx, input }) => listThresholdAlerts(ctx.deps, input.fiscalYear)),
  exportAlerts: procedureFor('donation.read')
    .input(asFile(thresholdAlertsSchema))
    .mutation(({ ctx, input }) => exportThresholdAlerts(ctx.deps, ctx.actor, input)),
  mark: procedureFor('donation.write')
    .input(markThresholdSchema)
    .mutation(({ ctx, input }) => markThreshold(ctx.deps, ctx.actor, input)),
  unmark: procedureFor('donation.write')
    .input(unmarkThresholdSchema)
    .mutation(({ ctx, input }) => unmarkThreshold(ctx.deps, ctx.actor, input)),
})
