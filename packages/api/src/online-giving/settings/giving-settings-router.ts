import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { exportLinksSchema, layAreaLinksSchema, saveGivingLinkSchema } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { saveGivingSettingsSchema, saveGivingTextSchema } from '@sasaeai/domain/online-giving/settings/giving-settings-details'
import { saveGivingTargetSchema } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import { savePaymentAccountSchema } from '@sasaeai/domain/online-giving/settings/payment-account-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportGivingLinks, exportGivingTargets, exportPaymentAccounts } from './export-giving-lists.ts'
import { givingLinkTable, listGivingLinks } from './giving-link-table.ts'
import { readGivingSettings } from './giving-settings-queries.ts'
import { readGivingTargetChoices } from './giving-target-choices.ts'
import { givingTargetTable } from './giving-target-table.ts'
import { layAreaLinks } from './lay-area-links.ts'
import { layStandardTargets } from './lay-standard-targets.ts'
import { listGivingTargets } from './list-giving-targets.ts'
import { listPaymentAccounts, paymentAccountTable } from './payment-account-table.ts'
import { saveGivingLink } from './save-giving-link.ts'
import { saveGivingSettings, saveGivingText } from './save-giving-settings.ts'

/** 支払いの受け口 */
const paymentAccountRouter = router({
  list: procedureFor('giving.read').query(({ ctx }) => listPaymentAccounts(ctx.deps)),
  save: procedureFor('giving.manage')
    .input(savePaymentAccountSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: paymentAccountTable, ...input })),
  ...groundItemProcedures(paymentAccountTable, 'giving.manage'),
  export: procedureFor('giving.read')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportPaymentAccounts(ctx.deps, ctx.actor, input)),
})

/** 受付項目 */
const givingTargetRouter = router({
  list: procedureFor('giving.read').query(({ ctx }) => listGivingTargets(ctx.deps)),
  choices: procedureFor('giving.read').query(({ ctx }) => readGivingTargetChoices(ctx.deps)),
  save: procedureFor('giving.manage')
    .input(saveGivingTargetSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: givingTargetTable, ...input })),
  ...groundItemProcedures(givingTargetTable, 'giving.manage'),
  layStandard: procedureFor('giving.manage').mutation(({ ctx }) => layStandardTargets(ctx.deps, ctx.actor)),
  export: procedureFor('giving.read')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportGivingTargets(ctx.deps, ctx.actor, input)),
})

/** 短いリンク */
const givingLinkRouter = router({
  list: procedureFor('giving.read').query(({ ctx }) => listGivingLinks(ctx.deps)),
  save: procedureFor('giving.manage')
    .input(saveGivingLinkSchema)
    .mutation(({ ctx, input }) => saveGivingLink(ctx.deps, ctx.actor, input)),
  ...groundItemProcedures(givingLinkTable, 'giving.manage'),
  layForAreas: procedureFor('giving.manage')
    .input(layAreaLinksSchema)
    .mutation(({ ctx, input }) => layAreaLinks(ctx.deps, ctx.actor, input)),
  export: procedureFor('giving.read')
    .input(asFile(exportLinksSchema))
    .mutation(({ ctx, input }) => exportGivingLinks(ctx.deps, ctx.actor, input)),
})

/** How gifts are taken online: rules and texts, what can be given to, to whom it is paid, and by which links. */
export const givingSettingsRouter = router({
  read: procedureFor('giving.read').query(({ ctx }) => readGivingSettings(ctx.deps)),
  save: procedureFor('giving.manage')
    .input(saveGivingSettingsSchema)
    .mutation(({ ctx, input }) => saveGivingSettings(ctx.deps, ctx.actor, input)),
  saveText: procedureFor('giving.manage')
    .input(saveGivingTextSchema)
    .mutation(({ ctx, input }) => saveGivingText(ctx.deps, ctx.actor, input)),
  account: paymentAccountRouter,
  target: givingTargetRouter,
  link: givingLinkRouter,
})
