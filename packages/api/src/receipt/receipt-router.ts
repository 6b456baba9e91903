import { reverseEntrySchema } from '@sasaeai/domain/ledger/reversal'
import {
  issueReceiptSchema,
  receiptListSchema,
  receiptsOfAreaSchema,
  receiptsOfBatchSchema,
  receiptsOfEntrySchema,
  reissueReceiptSchema,
  voidReceiptSchema,
} from '@sasaeai/domain/receipt/receipt-input'
import { procedureFor, router } from '../procedure-for.ts'
import { issueReceipt } from './issue-receipt.ts'
import { listPayerOfEntry, listPayers } from './list-payers.ts'
import { listReceipts } from './receipt-queries.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { reverseReceiptedEntry } from './reverse-receipted-entry.ts'
import { receiptSeriesRouter } from './series/receipt-series-router.ts'
import { voidReceipt } from './void-receipt.ts'

/** 領収書. */
export const receiptRouter = router({
  list: procedureFor('receipt.read')
    .input(receiptListSchema)
    .query(({ ctx, input }) => listReceipts(ctx.deps, input)),
  payersOfBatch: procedureFor('receipt.read')
    .input(receiptsOfBatchSchema)
    .query(({ ctx, input }) => listPayers(ctx.deps, input)),
  payersOfArea: procedureFor('receipt.read')
    .input(receiptsOfAreaSchema)
    .query(({ ctx, input }) => listPayers(ctx.deps, input)),
  payersOfEntry: procedureFor('receipt.read')
    .input(receiptsOfEntrySchema)
    .query(({ ctx, input }) => listPayerOfEntry(ctx.deps, input.entryId)),
  issue: procedureFor('receipt.issue')
    .input(issueReceiptSchema)
    .mutation(({ ctx, input }) => issueReceipt(ctx.deps, ctx.actor, input)),
  reissue: procedureFor('receipt.issue')
    .input(reissueReceiptSchema)
    .mutation(({ ctx, input }) => reissueReceipt(ctx.deps, ctx.actor, input)),
  void: procedureFor('receipt.issue')
    .input(voidReceiptSchema)
    .mutation(({ ctx, input }) => voidReceipt(ctx.deps, ctx.actor, input)),
  /** Who may reverse entries may void receipts as well. */
  voidAndReverse: procedureFor('ledger.post')
    .input(reverseEntrySchema)
    .mutation(({ ctx, input }) => reverseReceiptedEntry(ctx.deps, ctx.actor, input)),
  series: receiptSeriesRouter,
})
