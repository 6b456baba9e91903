import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import type { DateContext } from '../calendar/parse-date.ts'
import { typedDateSchema } from '../calendar/typed-date.ts'
import { journalEntryIdSchema } from '../id-schemas.ts'
import { contributionSchema } from './contribution.ts'
import { typedContributionSchema } from './typed-contribution.ts'

const reasonSchema = z
  .string()
  .trim()
  .min(1, '理由を入力してください（例：金額の入力誤り）。')
  .max(200, '理由は200文字以内で入力してください。')

/** 取消: undoes an entry on a date in an open month, for a reason that stays in the books. */
export const reverseEntrySchema = z.object({
  entryId: journalEntryIdSchema,
  reversalDate: localDateSchema,
  reason: reasonSchema,
})
export type ReverseEntryInput = z.infer<typeof reverseEntrySchema>

/** 訂正: the reversal (赤伝) and the right entry (黒伝) in one act. The right entry's date is in `contribution`. */
export const correctEntrySchema = reverseEntrySchema.extend({ contribution: contributionSchema })
export type CorrectEntryInput = z.infer<typeof correctEntrySchema>

/** What the form of a reversal holds, its date typed in any of the usual spellings. */
export function typedReversalSchema(context: DateContext) {
  return z.object({ reversalDate: typedDateSchema(context), reason: reasonSchema })
}

/** What the form of a correction holds. */
export function typedCorrectionSchema(context: DateContext) {
  return typedReversalSchema(context).extend({ contribution: typedContributionSchema(context) })
}
