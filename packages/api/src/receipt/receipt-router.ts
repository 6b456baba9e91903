import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { asFile } from '@sasaeai/domain/document/export-format'
import { reverseEntrySchema } from '@sasaeai/domain/ledger/reversal'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import {
  annualReceiptsSchema,
  issueReceiptSchema,
  mailReceiptSchema,
  mailReceiptsSchema,
  receiptInputSchema,
  receiptRegisterSchema,
  receiptsOfAreaSchema,
  receiptsOfBatchSchema,
  receiptsOfEntrySchema,
  receiptsToMailSchema,
  recordDeedsSchema,
  reissueReceiptSchema,
  spoilNumberSchema,
  startReceiptRunSchema,
  unreceiptedFilterSchema,
  unreceiptedListSchema,
  voidReceiptSchema,
  wholeRegisterSchema,
} from '@sasaeai/domain/receipt/receipt-input'
import { receiptFilterSchema, receiptListSchema } from '@sasaeai/domain/receipt/receipt-list-input'
import { recordCoversSchema } from '@sasaeai/domain/receipt/receipt-cover-input'
import { z } from 'zod'
import { procedureFor, router } from '../procedure-for.ts'
import { readAnnualOutlook } from './annual/annual-queries.ts'
import { exportAnnualRuns } from './annual/export-annual-runs.ts'
import { startReceiptRun } from './annual/start-receipt-run.ts'
import { readLetterOfReceipt } from './cover/covered-receipts.ts'
import { recordCovers } from './cover/record-covers.ts'
import { readReceiptLog } from './deed/read-receipt-log.ts'
import { recordDeeds } from './deed/record-deeds.ts'
import { exportReceipts } from './export-receipts.ts'
import { issueReceipt } from './issue-receipt.ts'
import { listReceiptsOfSupporter } from './list-receipts-of-supporter.ts'
import { listPayerOfEntry, listPayers } from './list-payers.ts'
import { mailReceipt } from './mail/mail-receipt.ts'
import { mailReceipts } from './mail/mail-receipts.ts'
import { readMailOutlook } from './mail/read-mail-outlook.ts'
import { listReceipts } from './receipt-queries.ts'
import { exportRegister } from './register/export-register.ts'
import { readRegister } from './register/register-queries.ts'
import { spoilNumber } from './register/spoil-number.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { reverseReceiptedEntry } from './reverse-receipted-entry.ts'
import { receiptSeriesRouter } from './series/receipt-series-router.ts'
import { exportUnreceipted } from './unreceipted/export-unreceipted.ts'
import { issueUnreceipted } from './unreceipted/issue-unreceipted.ts'
import { listUnreceipted } from './unreceipted/list-unreceipted.ts'
import { voidReceipt } from './void-receipt.ts'

/** 領収書. */
export const receiptRouter = router({
  list: procedureFor('receipt.read')
    .input(receiptListSchema)
    .query(({ ctx, input }) => listReceipts(ctx.deps, input)),
  export: procedureFor('receipt.read')
    .input(asFile(receiptFilterSchema))
    .mutation(({ ctx, input }) => exportReceipts(ctx.deps, ctx.actor, input)),
  payersOfBatch: procedureFor('receipt.read')
    .input(receiptsOfBatchSchema)
    .query(({ ctx, input }) => listPayers(ctx.deps, input)),
  payersOfArea: procedureFor('receipt.read')
    .input(receiptsOfAreaSchema)
    .query(({ ctx, input }) => listPayers(ctx.deps, input)),
  payersOfEntry: procedureFor('receipt.read')
    .input(receiptsOfEntrySchema)
    .query(({ ctx, input }) => listPayerOfEntry(ctx.deps, input.entryId)),
  ofSupporter: procedureFor('receipt.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(({ ctx, input }) => listReceiptsOfSupporter(ctx.deps, input.supporterId)),
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
  coverLetter: procedureFor('receipt.read')
    .input(receiptInputSchema)
    .query(({ ctx, input }) => readLetterOfReceipt(ctx.deps, { ...input, day: localDateInTokyo(ctx.deps.now()) })),
  recordCovers: procedureFor('receipt.deliver')
    .input(recordCoversSchema)
    .mutation(({ ctx, input }) => recordCovers(ctx.deps, ctx.actor, input)),
  /** 受渡し and everything else that is kept of one receipt. */
  log: procedureFor('receipt.read')
    .input(receiptInputSchema)
    .query(({ ctx, input }) => readReceiptLog(ctx.deps, input.receiptId)),
  recordDeeds: procedureFor('receipt.deliver')
    .input(recordDeedsSchema)
    .mutation(({ ctx, input }) => recordDeeds(ctx.deps, ctx.actor, input)),
  unreceipted: procedureFor('receipt.read')
    .input(unreceiptedListSchema)
    .query(({ ctx, input }) => listUnreceipted(ctx.deps, input)),
  exportUnreceipted: procedureFor('receipt.read')
    .input(asFile(unreceiptedFilterSchema))
    .mutation(({ ctx, input }) => exportUnreceipted(ctx.deps, ctx.actor, input)),
  issueUnreceipted: procedureFor('receipt.issue')
    .input(unreceiptedFilterSchema)
    .mutation(({ ctx, input }) => issueUnreceipted(ctx.deps, ctx.actor, input)),
  annual: router({
    outlook: procedureFor('receipt.read')
      .input(annualReceiptsSchema)
      .query(({ ctx, input }) => readAnnualOutlook(ctx.deps, input.calendarYear)),
    export: procedureFor('receipt.read')
      .input(asFile(annualReceiptsSchema))
      .mutation(({ ctx, input }) => exportAnnualRuns(ctx.deps, input)),
    start: procedureFor('receipt.issue')
      .input(startReceiptRunSchema)
      .mutation(({ ctx, input }) => startReceiptRun(ctx.deps, ctx.actor, input)),
  }),
  register: router({
    page: procedureFor('receipt.read')
      .input(receiptRegisterSchema)
      .query(({ ctx, input }) => readRegister(ctx.deps, input)),
    export: procedureFor('receipt.read')
      .input(asFile(wholeRegisterSchema))
      .mutation(({ ctx, input }) => exportRegister(ctx.deps, ctx.actor, input)),
    spoil: procedureFor('receipt.issue')
      .input(spoilNumberSchema)
      .mutation(({ ctx, input }) => spoilNumber(ctx.deps, ctx.actor, input)),
  }),
  mail: router({
    outlook: procedureFor('receipt.read')
      .input(receiptsToMailSchema)
      .query(({ ctx, input }) => readMailOutlook(ctx.deps, input)),
    sendOne: procedureFor('receipt.deliver')
      .input(mailReceiptSchema)
      .mutation(({ ctx, input }) => mailReceipt(ctx.deps, ctx.actor, input)),
    sendMany: procedureFor('receipt.deliver')
      .input(mailReceiptsSchema)
      .mutation(({ ctx, input }) => mailReceipts(ctx.deps, ctx.actor, input)),
  }),
  series: receiptSeriesRouter,
})
