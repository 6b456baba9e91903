import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { revisionSchema } from '../../council/revision.ts'
import { planIdSchema, planReviewIdSchema } from '../../id-schemas.ts'

const words = (name: string, most: number) => z.string().trim().max(most, `${name}は${most.toLocaleString('ja-JP')}文字以内で入力してください。`)

/** A 点検・評価 as it is stored. */
export const planReviewDetailsSchema = z.object({
  planId: planIdSchema,
  /** The year that is looked at, which is over when the committee meets, or goes on. */
  fiscalYear: fiscalYearSchema,
  committeeName: z.string().trim().min(1, '委員会の名を入力してください。例：計画推進委員会').max(60, '委員会の名は60文字以内で入力してください。'),
  heldOn: localDateSchema,
  attendeeNames: words('出席', 1_000),
  minutes: words('議事', 20_000),
  comment: words('委員会の意見', 4_000),
})
export type PlanReviewDetails = z.output<typeof planReviewDetailsSchema>

/** The same as a form holds it. The year comes from a list of choices. */
export function typedPlanReviewSchema(context: DateContext) {
  return planReviewDetailsSchema.extend({ fiscalYear: z.coerce.number<number | string>().pipe(fiscalYearSchema), heldOn: typedDateSchema(context) })
}

/** `id` is null for a new one. */
export const savePlanReviewSchema = z.object({ id: planReviewIdSchema.nullable(), revision: revisionSchema.nullable(), details: planReviewDetailsSchema })

export const planReviewSchema = z.object({ reviewId: planReviewIdSchema })
