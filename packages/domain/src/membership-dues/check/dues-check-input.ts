import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'

/** The checks of one year of dues. */
export const duesChecksSchema = z.object({ fiscalYear: fiscalYearSchema })

const findingKey = z.string().min(1).max(300)

/** 確認済み, with what came of it. */
export const markCheckSchema = z.object({
  fiscalYear: fiscalYearSchema,
  findingKey,
  note: z.string().trim().max(200, '確認の内容は200文字以内で入力してください。'),
})
export type MarkCheckInput = z.output<typeof markCheckSchema>

export const unmarkCheckSchema = z.object({ fiscalYear: fiscalYearSchema, findingKey })
export type UnmarkCheckInput = z.output<typeof unmarkCheckSchema>
