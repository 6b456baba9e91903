import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'

/** The largest file that is read, in bytes: a plan has some dozens of indicators. */
const largestImportBytes = 1_000_000

export const indicatorImportSchema = z.object({
  /** The bytes of the file in Base64. */
  file: z.base64().max(Math.ceil(largestImportBytes / 3) * 4, 'ファイルが大きすぎます。1MBまでのファイルにしてください。'),
  /** The year in which targets and actuals are shown. */
  fiscalYear: fiscalYearSchema,
})
export type IndicatorImportInput = z.output<typeof indicatorImportSchema>

/** What the preview showed: another plan is never applied in its place. */
export const applyIndicatorImportSchema = indicatorImportSchema.extend({ fingerprint: z.string() })
export type ApplyIndicatorImportInput = z.output<typeof applyIndicatorImportSchema>
