import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { exportFormats } from '../../document/export-format.ts'
import { fundingIndicatorIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'

/** 指標の一覧 of a year, as it was at a moment or is now. */
export const indicatorListSchema = z.object({ fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })
export type IndicatorListInput = z.output<typeof indicatorListSchema>

export const indicatorExportSchema = indicatorListSchema.extend({ format: z.enum(exportFormats) })

/** One indicator with the ten years up to a year. */
export const indicatorPageSchema = indicatorListSchema.extend({ indicatorId: fundingIndicatorIdSchema })
export type IndicatorPageInput = z.output<typeof indicatorPageSchema>
