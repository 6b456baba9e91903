import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { householdBases } from './household-basis.ts'

/** The largest file that is read, in bytes; 5,000 areas take a tenth of it. */
const largestImportBytes = 3_000_000

/** An uploaded file with what it does not say itself. */
export const areaImportSchema = z.object({
  /** The bytes of the file in Base64. */
  file: z.base64().max(Math.ceil(largestImportBytes / 3) * 4, 'ファイルが大きすぎます。3MBまでのファイルにしてください。'),
  /** The fiscal year that numbers of households in the file are for. */
  fiscalYear: fiscalYearSchema,
  /** For lines that do not say where their number of households comes from, or as of when. */
  basis: z.enum(householdBases),
  asOf: localDateSchema,
})
export type AreaImportInput = z.output<typeof areaImportSchema>

export const applyAreaImportSchema = areaImportSchema.extend({
  /** What the preview showed: another plan is never applied in its place. */
  fingerprint: z.string(),
  /** Whether lines with errors are left out on purpose. */
  leaveOutErrors: z.boolean(),
})
export type ApplyAreaImportInput = z.output<typeof applyAreaImportSchema>
