import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { savePartnerSchema } from '@sasaeai/domain/donation/partner/partner-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportPartners } from './export-partners.ts'
import { listPartners, partnerTable } from './partner-table.ts'

/** 地域貢献の相手 */
export const partnerRouter = router({
  list: procedureFor('supporter.read').query(({ ctx }) => listPartners(ctx.deps)),
  save: procedureFor('ground.manage')
    .input(savePartnerSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: partnerTable, ...input })),
  ...groundItemProcedures(partnerTable),
  export: procedureFor('fund.write')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportPartners(ctx.deps, ctx.actor, input)),
})
