import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { journalExportIdSchema, journalExportProfileIdSchema } from '../../id-schemas.ts'
import { yenSchema } from '../../money/yen-schema.ts'

/** Which entries are wanted: those of a span of days, or all up to a day (`firstDay` null), that have not gone out yet. */
export const journalSpanSchema = z
  .object({
    profileId: journalExportProfileIdSchema,
    firstDay: localDateSchema.nullable(),
    lastDay: localDateSchema,
  })
  .refine(({ firstDay, lastDay }) => firstDay === null || firstDay <= lastDay, { path: ['lastDay'], error: '終わりの日は、始まりの日より後にしてください。' })
export type JournalSpan = z.output<typeof journalSpanSchema>

/** What the preview said: an export is made of exactly that or not at all. */
export const makeJournalExportSchema = z.object({
  span: journalSpanSchema,
  entries: z.int().positive(),
  debitYen: yenSchema,
})
export type MakeJournalExportInput = z.output<typeof makeJournalExportSchema>

export const exportedEntriesSchema = z.object({ exportId: journalExportIdSchema, cursor: z.int().nonnegative().nullish() })
