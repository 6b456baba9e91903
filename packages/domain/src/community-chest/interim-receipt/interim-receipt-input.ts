import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { intakeBatchIdSchema, interimReceiptIdSchema, journalEntryIdSchema } from '../../id-schemas.ts'
import { voidReasonSchema } from '../../receipt/receipt-input.ts'

/** One 預り証 for entries of one payer and one drive. */
export const issueInterimReceiptSchema = z.object({ entryIds: z.array(journalEntryIdSchema).min(1).max(500) })
export type IssueInterimReceiptInput = z.output<typeof issueInterimReceiptSchema>

export const voidInterimReceiptSchema = voidReasonSchema.extend({ interimReceiptId: interimReceiptIdSchema })
export type VoidInterimReceiptInput = z.output<typeof voidInterimReceiptSchema>

/** The 預り証 of a fiscal year. */
export const interimReceiptYearSchema = z.object({ fiscalYear: fiscalYearSchema })
/** The same, the newest first; `cursor` is the last number of the page before. */
export const interimReceiptListSchema = interimReceiptYearSchema.extend({
  cursor: z.int().nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type InterimReceiptListInput = z.output<typeof interimReceiptListSchema>

/** Who handed in money of drives: in one batch, or on one slip with what was handed in beside it. */
export const chestPayersOfBatchSchema = z.object({ batchId: intakeBatchIdSchema })
export const chestPayersOfEntrySchema = z.object({ entryId: journalEntryIdSchema })
