import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { grantCallIdSchema } from '../id-schemas.ts'
import { grantReviewSchema } from './review/grant-review-input.ts'

/** A list of 助成 that is written as an Excel file. */
export const grantListSchema = z.discriminatedUnion('list', [
  z.object({ list: z.literal('calls'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('committees'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('applications'), callId: grantCallIdSchema }),
  z.object({ list: z.literal('relief'), callId: grantCallIdSchema }),
  z.object({ list: z.literal('review'), ...grantReviewSchema.shape }),
])
export type GrantListInput = z.output<typeof grantListSchema>
