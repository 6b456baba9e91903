import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { giftPeriods } from './gift-period.ts'

/** きっかけ・担当別: over which part of the year gifts are summed. */
export const giftSumsSchema = z.object({
  fiscalYear: fiscalYearSchema,
  period: z.enum(giftPeriods).default('year'),
  /** As the books stood at a moment; as they stand now without one. */
  postedUntil: postingMomentSchema.optional(),
})
export type GiftSumsInput = z.output<typeof giftSumsSchema>
