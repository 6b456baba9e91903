import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { areaIdSchema, fundIdSchema, intakeBatchIdSchema, journalEntryIdSchema, mailOrderIdSchema, receiptIdSchema, receiptRunIdSchema, receiptSeriesIdSchema } from '../id-schemas.ts'
import { postingMomentSchema } from '../ledger/posting-moment-schema.ts'
import { receiptDeedKinds } from './receipt-deed.ts'

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

export const receiptsOfBatchSchema = z.object({ batchId: intakeBatchIdSchema })
/** What came in on one slip, with whatever the same payer handed in beside it. */
export const receiptsOfEntrySchema = z.object({ entryId: journalEntryIdSchema })
/** What came from one area of a year's dues. */
export const receiptsOfAreaSchema = z.object({ areaId: areaIdSchema, fiscalYear: fiscalYearSchema })

/** A calendar year, as receipts for tax go by. */
export const calendarYearSchema = z.int().min(2000, '暦年を西暦4桁で入力してください。例：2026').max(2199, '暦年を西暦4桁で入力してください。例：2026')
export const annualReceiptsSchema = z.object({ calendarYear: calendarYearSchema })

/** 年間証明の発行; `runId` is made by the page, so that a repeat starts nothing twice. */
export const startReceiptRunSchema = z.object({ runId: receiptRunIdSchema, calendarYear: calendarYearSchema, issuedOn: localDateSchema })
export type StartReceiptRunInput = z.output<typeof startReceiptRunSchema>

/** 番号簿 of a series and a fiscal year, as it stood at a moment, or as it stands now without one; `cursor` is the last number of the page before. */
export const receiptRegisterSchema = z.object({
  fiscalYear: fiscalYearSchema,
  seriesId: receiptSeriesIdSchema,
  postedUntil: postingMomentSchema.optional(),
  cursor: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
})
export type ReceiptRegisterInput = z.output<typeof receiptRegisterSchema>
export const wholeRegisterSchema = receiptRegisterSchema.pick({ fiscalYear: true, seriesId: true, postedUntil: true })
export type WholeRegisterInput = z.output<typeof wholeRegisterSchema>

export const spoilReasonSchema = z.object({
  reason: z.string().trim().min(1, '理由を入力してください。例：手書きの領収書を書き損じたため').max(100, '理由は100文字以内で入力してください。'),
})
/** 書損番号: the next number of a series is used up without a receipt. */
export const spoilNumberSchema = spoilReasonSchema.extend({ seriesId: receiptSeriesIdSchema })
export type SpoilNumberInput = z.output<typeof spoilNumberSchema>

/** 受渡しの記録, of receipts or of all of a run that are not void. */
export const recordDeedsSchema = z.object({
  of: z.union([z.object({ receiptIds: z.array(receiptIdSchema).min(1).max(500) }), z.object({ runId: receiptRunIdSchema })]),
  kind: z.enum(receiptDeedKinds, 'どうしたかを選んでください。'),
  doneOn: localDateSchema,
  note: z.string().trim().max(100, '備考は100文字以内で入力してください。').default(''),
})
export type RecordDeedsInput = z.output<typeof recordDeedsSchema>

/** Receipts that are to go out by mail, or all of a run. */
export const receiptsToMailSchema = z.object({
  of: z.union([z.object({ receiptIds: z.array(receiptIdSchema).min(1).max(500) }), z.object({ runId: receiptRunIdSchema })]),
})
export type ReceiptsToMail = z.output<typeof receiptsToMailSchema>
/** `orderId` is made by the page for each click, so that a repeat sends nothing twice. */
export const mailReceiptsSchema = receiptsToMailSchema.extend({ orderId: mailOrderIdSchema })
export type MailReceiptsInput = z.output<typeof mailReceiptsSchema>
export const mailReceiptSchema = z.object({ orderId: mailOrderIdSchema, receiptId: receiptIdSchema })
export type MailReceiptInput = z.output<typeof mailReceiptSchema>

export const receiptInputSchema = z.object({ receiptId: receiptIdSchema })

/** Gifts without a receipt, by the day that they came in and their purpose. */
export const unreceiptedFilterSchema = z.object({ from: localDateSchema, to: localDateSchema, fundId: fundIdSchema.optional() })
export type UnreceiptedFilter = z.output<typeof unreceiptedFilterSchema>
export const unreceiptedListSchema = unreceiptedFilterSchema.extend({
  /** The last entry of the page before. */
  cursor: journalEntryIdSchema.nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type UnreceiptedListInput = z.output<typeof unreceiptedListSchema>
