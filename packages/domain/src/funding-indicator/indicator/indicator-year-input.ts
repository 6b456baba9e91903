import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { fundingIndicatorIdSchema, planReviewIdSchema } from '../../id-schemas.ts'
import { indicatorGrades } from './indicator-kind.ts'
import { typedValueSchema } from './typed-value.ts'

const noteSchema = z.string().trim().max(1_000, '1,000文字以内で入力してください。')

/** What somebody says of a year. What is not changed is not said again; nothing, where something was, takes it back. */
export const yearSayingsSchema = z
  .object({
    target: z.object({ value: typedValueSchema, note: noteSchema }),
    /** Null for an indicator that is computed. */
    actual: z.object({ value: typedValueSchema, asOfLabel: z.string().trim().max(30, '時点は30文字以内で入力してください。例：R7調査'), source: noteSchema, note: noteSchema }).nullable(),
    review: z.object({ grade: z.enum(indicatorGrades).nullable(), assessment: noteSchema, nextIssue: noteSchema }),
  })
  .superRefine(({ actual }, context) => {
    if (actual !== null && actual.value !== null && actual.asOfLabel === '') {
      context.addIssue({ code: 'custom', path: ['actual', 'asOfLabel'], message: '時点を入力してください。例：R7調査、R6実績' })
    }
  })
export type YearSayings = z.output<typeof yearSayingsSchema>

/** The newest rows that the form was opened on; null where there was none. */
const seenSchema = z.object({ target: z.uuid().nullable(), actual: z.uuid().nullable(), review: z.uuid().nullable() })

export const sayYearSchema = z.object({
  indicatorId: fundingIndicatorIdSchema,
  fiscalYear: fiscalYearSchema,
  seen: seenSchema,
  /** The committee's 点検・評価 in which it is said; null where it is said outside of one. */
  planReviewId: planReviewIdSchema.nullable().default(null),
  sayings: yearSayingsSchema,
})
export type SayYearInput = z.output<typeof sayYearSchema>
