import {
  chestPayersOfBatchSchema,
  chestPayersOfEntrySchema,
  interimReceiptListSchema,
  interimReceiptYearSchema,
  issueInterimReceiptSchema,
  voidInterimReceiptSchema,
} from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportInterimReceipts } from './export-interim-receipts.ts'
import { listInterimReceipts } from './interim-receipt-queries.ts'
import { issueInterimReceipt } from './issue-interim-receipt.ts'
import { listChestPayerOfEntry, listChestPayers } from './list-chest-payers.ts'
import { listInterimReceiptsOfSupporter } from './list-interim-receipts-of-supporter.ts'
import { voidInterimReceipt } from './void-interim-receipt.ts'

/** 預り証. They name who gave what, so they are read by those who read receipts. */
export const interimReceiptRouter = router({
  list: procedureFor('receipt.read')
    .input(interimReceiptListSchema)
    .query(({ ctx, input }) => listInterimReceipts(ctx.deps, input)),
  export: procedureFor('receipt.read')
    .input(asFile(interimReceiptYearSchema))
    .mutation(({ ctx, input }) => exportInterimReceipts(ctx.deps, ctx.actor, input)),
  payersOfBatch: procedureFor('receipt.read')
    .input(chestPayersOfBatchSchema)
    .query(({ ctx, input }) => listChestPayers(ctx.deps, input.batchId)),
  payersOfEntry: procedureFor('receipt.read')
    .input(chestPayersOfEntrySchema)
    .query(({ ctx, input }) => listChestPayerOfEntry(ctx.deps, input.entryId)),
  ofSupporter: procedureFor('receipt.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(({ ctx, input }) => listInterimReceiptsOfSupporter(ctx.deps, input.supporterId)),
  issue: procedureFor('chest.write')
    .input(issueInterimReceiptSchema)
    .mutation(({ ctx, input }) => issueInterimReceipt(ctx.deps, ctx.actor, input)),
  void: procedureFor('chest.manage')
    .input(voidInterimReceiptSchema)
    .mutation(({ ctx, input }) => voidInterimReceipt(ctx.deps, ctx.actor, input)),
})
