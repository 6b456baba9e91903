import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { saveReceiptSealSchema } from '@sasaeai/domain/receipt/receipt-seal-input'
import { saveReceiptSeriesSchema } from '@sasaeai/domain/receipt/receipt-series-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { readPresentSeal, saveReceiptSeal, withdrawReceiptSeal } from '../seal/save-receipt-seal.ts'
import { exportReceiptSeries } from './export-receipt-series.ts'
import { listReceiptSeries, receiptSeriesTable } from './receipt-series-table.ts'

/** 領収書の系列と印影. */
export const receiptSeriesRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listReceiptSeries(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportReceiptSeries(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveReceiptSeriesSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: receiptSeriesTable, ...input })),
  ...groundItemProcedures(receiptSeriesTable),
  seal: procedureFor('receipt.issue').query(({ ctx }) => readPresentSeal(ctx.deps)),
  saveSeal: procedureFor('council.manage')
    .input(saveReceiptSealSchema)
    .mutation(({ ctx, input }) => saveReceiptSeal(ctx.deps, ctx.actor, input)),
  withdrawSeal: procedureFor('council.manage').mutation(({ ctx }) => withdrawReceiptSeal(ctx.deps, ctx.actor)),
})
