import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { giftPeriods } from './gift-period.ts'

/** きっかけ・担当別: over which part of the year gifts are summed. */
export const giftSumsSchema = z.object({ fiscalYear: fiscalYearSchema, period: z.enum(giftPeriods).default('year') })
export type GiftSumsInput = z.output<typeof giftSumsSchema>
