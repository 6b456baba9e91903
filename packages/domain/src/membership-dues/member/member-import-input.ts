import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'

/** The largest file that is read, in bytes; 5,000 members take a third of it. */
const largestImportBytes = 3_000_000

/** An uploaded file with what it does not say itself. */
export const memberImportSchema = z.object({
  /** The bytes of the file in Base64. */
  file: z.base64().max(Math.ceil(largestImportBytes / 3) * 4, 'ファイルが大きすぎます。3MBまでのファイルにしてください。'),
  /** For lines that do not say since when. */
  joinedOn: localDateSchema,
})
export type MemberImportInput = z.output<typeof memberImportSchema>

export const applyMemberImportSchema = memberImportSchema.extend({
  /** What the preview showed: another plan is never applied in its place. */
  fingerprint: z.string(),
  /** Whether lines with errors are left out on purpose. */
  leaveOutErrors: z.boolean(),
  /** Whether lines that may register somebody twice are left out. */
  leaveOutNamesakes: z.boolean(),
})
export type ApplyMemberImportInput = z.output<typeof applyMemberImportSchema>
