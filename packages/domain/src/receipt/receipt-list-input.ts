import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { receiptIdSchema, receiptSeriesIdSchema } from '../id-schemas.ts'

/** What became of a receipt, as the list is narrowed to it. */
export const receiptStates = ['live', 'to_deliver', 'void'] as const
export type ReceiptState = (typeof receiptStates)[number]

export const receiptStateNames: Record<ReceiptState, string> = {
  live: '有効',
  to_deliver: '有効で、渡した記録がない',
  void: '無効',
}

/** What the list of receipts is asked for. The filters stand in the page's address, the cursor does not. */
export const receiptFilterSchema = z.object({
  fiscalYear: fiscalYearSchema,
  /** One series; all of them unless told. */
  seriesId: receiptSeriesIdSchema.nullable().default(null),
  /** 領収書番号, or the payer by the name printed, reading, number or telephone. */
  text: z.string().trim().max(100, '検索する言葉は100文字以内で入力してください。').default(''),
  state: z.enum(receiptStates).nullable().default(null),
})
export type ReceiptFilter = z.output<typeof receiptFilterSchema>

/** The receipts of a fiscal year, the newest first; `cursor` is the last one of the page before. */
export const receiptListSchema = receiptFilterSchema.extend({
  cursor: receiptIdSchema.nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type ReceiptListInput = z.output<typeof receiptListSchema>
