import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { grantCallSchema, grantCallsSchema } from './call/grant-call-input.ts'
import { grantReviewSchema } from './review/grant-review-input.ts'

/** A list of 助成 that is written as an Excel file. */
export const grantListSchema = z.discriminatedUnion('list', [
  z.object({ list: z.literal('calls'), ...grantCallsSchema.shape }),
  z.object({ list: z.literal('committees'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('applications'), ...grantCallSchema.shape }),
  z.object({ list: z.literal('relief'), ...grantCallSchema.shape }),
  z.object({ list: z.literal('review'), ...grantReviewSchema.shape }),
])
export type GrantListInput = z.output<typeof grantListSchema>
