import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema } from '../../id-schemas.ts'

/** What 納入状況 is asked for; without a day it looks at the year as of today. */
export const duesProgressSchema = z.object({
  fiscalYear: fiscalYearSchema,
  until: localDateSchema.optional(),
})
export type DuesProgressInput = z.output<typeof duesProgressSchema>

/** One area's dues of a year. */
export const duesOfAreaSchema = z.object({ areaId: areaIdSchema, fiscalYear: fiscalYearSchema })
export type DuesOfAreaInput = z.output<typeof duesOfAreaSchema>
