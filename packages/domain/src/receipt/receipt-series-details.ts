import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { revisionSchema } from '../council/revision.ts'
import { receiptSeriesIdSchema } from '../id-schemas.ts'
import { receiptLayouts } from './receipt-layout.ts'
import { isReceiptPattern } from './receipt-number.ts'
import { receiptSubjects } from './receipt-subject.ts'

/** 領収書の系列, as the council sets it. What was issued before keeps the number and the look that it had. */
export const receiptSeriesDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  subject: z.enum(receiptSubjects, '対象を選んでください。'),
  pattern: z
    .string()
    .trim()
    .max(30, '番号の形は30文字以内で入力してください。')
    .refine(isReceiptPattern, '{番号}と、{年}または{西暦}を、間に文字をはさんで入れてください。例：寄附{年}-{番号}'),
  /** Digits of {番号}, filled up with zeros. */
  digits: z.coerce.number().int('桁数は整数で入力してください。').min(1, '1〜8桁で入力してください。').max(8, '1〜8桁で入力してください。'),
  layout: z.enum(receiptLayouts, '組み方を選んでください。'),
  /** Printed at the foot of the receipt. */
  note: z.string().trim().max(120, '注記は120文字以内で入力してください。').default(''),
  printsSeal: z.boolean().default(true),
})
export type ReceiptSeriesDetails = z.output<typeof receiptSeriesDetailsSchema>

/** `id` is null for a new series. */
export const saveReceiptSeriesSchema = z.object({
  id: receiptSeriesIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: receiptSeriesDetailsSchema,
})
