import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { journalEntryIdSchema } from '../../id-schemas.ts'

/** 渡し方 */
export const letterMethods = ['郵送', '手渡し', 'メール'] as const

const method = z.enum(letterMethods, '渡し方を選んでください。')

/** That letters of thanks were sent: written down for one gift or for many at once. */
export const recordLettersSchema = z.object({
  entryIds: z.array(journalEntryIdSchema).min(1, '寄附を選んでください。').max(1_000, '一度に記録できるのは1,000件までです。'),
  sentOn: localDateSchema,
  method,
})
export type RecordLettersInput = z.output<typeof recordLettersSchema>

/** What the form of it holds. */
export function typedLettersSchema(context: DateContext) {
  return z.object({ sentOn: typedDateSchema(context), method })
}
