import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { journalEntryIdSchema, letterTemplateIdSchema, mailOrderIdSchema } from '../../id-schemas.ts'
import { letterMethodSchema } from '../../letter/letter-input.ts'

/** Whose words letters of thanks had: those of a template, of the one that suits each gift, or of nobody's that is known. */
const templateChoiceSchema = z.union([z.literal('by_kind'), z.literal('none'), letterTemplateIdSchema])

/** That letters of thanks were sent: written down for one gift or for many at once. */
export const recordLettersSchema = z.object({
  entryIds: z.array(journalEntryIdSchema).min(1, '寄附を選んでください。').max(1_000, '一度に記録できるのは1,000件までです。'),
  sentOn: localDateSchema,
  method: letterMethodSchema,
  template: templateChoiceSchema,
})
export type RecordLettersInput = z.output<typeof recordLettersSchema>

/** A letter of thanks by mail. `orderId` is made by the page: the same press puts one mail into the outbox. */
export const mailThankYouSchema = z.object({ orderId: mailOrderIdSchema, entryId: journalEntryIdSchema })
export type MailThankYouInput = z.output<typeof mailThankYouSchema>
