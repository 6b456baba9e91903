import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { areaIdSchema, fundingSourceIdSchema } from '../id-schemas.ts'
import { yenSchema } from '../money/yen-schema.ts'

const mostYen = 9_000_000_000_000

/** The targets of a fiscal year in one scope: over all (area null) or in one area. */
export const fundingTargetsSchema = z.object({ fiscalYear: fiscalYearSchema, areaId: areaIdSchema.nullable() })
export type FundingTargetsInput = z.output<typeof fundingTargetsSchema>

/** 目標額: what is to be raised in a fiscal year by source. */
export const saveFundingTargetsSchema = fundingTargetsSchema.extend({
  targets: z
    .array(
      z.object({
        fundingSourceId: fundingSourceIdSchema,
        /** Null where there is no target, which is not the same as a target of 0. */
        targetYen: yenSchema
          .refine((amount) => amount >= 0 && amount <= mostYen, '目標額は0円以上で入力してください。')
          .nullable(),
      }),
    )
    .max(500),
})
export type SaveFundingTargetsInput = z.output<typeof saveFundingTargetsSchema>
