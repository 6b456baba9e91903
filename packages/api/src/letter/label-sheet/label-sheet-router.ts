import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { saveLabelSheetSchema } from '@sasaeai/domain/letter/address-label/label-sheet-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportLabelSheets } from './export-label-sheets.ts'
import { labelSheetTable as table, listLabelSheets } from './label-sheet-table.ts'

/** ラベル用紙 */
export const labelSheetRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listLabelSheets(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportLabelSheets(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveLabelSheetSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table, ...input })),
  ...groundItemProcedures(table),
})
