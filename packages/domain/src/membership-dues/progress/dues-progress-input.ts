import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'

/** What 納入状況 is asked for; without a day it looks at the year as of today. */
export const duesProgressSchema = z.object({
  fiscalYear: fiscalYearSchema,
  until: localDateSchema.optional(),
  /** As the books stood at a moment; as they stand now without one. */
  postedUntil: postingMomentSchema.optional(),
})
export type DuesProgressInput = z.output<typeof duesProgressSchema>

/** One area's dues of a year, as the books stood at a moment; as they stand now without one. */
export const duesOfAreaSchema = z.object({ areaId: areaIdSchema, fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })
export type DuesOfAreaInput = z.output<typeof duesOfAreaSchema>
