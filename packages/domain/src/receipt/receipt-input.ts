import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { areaIdSchema, intakeBatchIdSchema, journalEntryIdSchema, receiptIdSchema, receiptSeriesIdSchema } from '../id-schemas.ts'

/** One receipt for entries of one payer, in the first series of its subject unless another is chosen. */
export const issueReceiptSchema = z.object({
  entryIds: z.array(journalEntryIdSchema).min(1).max(500),
  seriesId: receiptSeriesIdSchema.optional(),
})
export type IssueReceiptInput = z.output<typeof issueReceiptSchema>

export const voidReasonSchema = z.object({
  reason: z.string().trim().min(1, '無効にする理由を入力してください。例：宛名の誤り').max(100, '理由は100文字以内で入力してください。'),
})
export const voidReceiptSchema = voidReasonSchema.extend({ receiptId: receiptIdSchema })
export type VoidReceiptInput = z.output<typeof voidReceiptSchema>

export const reissueReasonSchema = z.object({
  reason: z.string().trim().min(1, '再発行する理由を入力してください。例：納入者が紛失したため').max(100, '理由は100文字以内で入力してください。'),
})
export const reissueReceiptSchema = reissueReasonSchema.extend({ receiptId: receiptIdSchema })
export type ReissueReceiptInput = z.output<typeof reissueReceiptSchema>

/** The receipts of a fiscal year, the newest first; `cursor` is the last one of the page before. */
export const receiptListSchema = z.object({
  fiscalYear: fiscalYearSchema,
  /** One series; all of them unless told. */
  seriesId: receiptSeriesIdSchema.optional(),
  cursor: receiptIdSchema.nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type ReceiptListInput = z.output<typeof receiptListSchema>

export const receiptsOfBatchSchema = z.object({ batchId: intakeBatchIdSchema })
/** What came in on one slip, with whatever the same payer handed in beside it. */
export const receiptsOfEntrySchema = z.object({ entryId: journalEntryIdSchema })
/** What came from one area of a year's dues. */
export const receiptsOfAreaSchema = z.object({ areaId: areaIdSchema, fiscalYear: fiscalYearSchema })
