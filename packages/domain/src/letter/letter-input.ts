import { z } from 'zod'
import type { DateContext } from '../calendar/parse-date.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { typedDateSchema } from '../calendar/typed-date.ts'
import { letterTemplateIdSchema, supporterIdSchema } from '../id-schemas.ts'
import { supporterListSchema } from '../supporter/supporter-list-input.ts'
import { type LetterField, letterFields } from './letter-field.ts'
import { letterTemplateDetailsSchema } from './letter-template-details.ts'

/** 渡し方 */
export const letterMethods = ['郵送', '手渡し', 'メール'] as const
export const letterMethodSchema = z.enum(letterMethods, '渡し方を選んでください。')

/** Whom ご案内 go to: everybody whom the list of supporters shows with these filters, or one of them. */
export const noticeAudienceSchema = z.union([
  z.object({ supporterId: supporterIdSchema }),
  z.object({ filter: supporterListSchema.omit({ cursor: true, limit: true }) }),
])
export type NoticeAudience = z.output<typeof noticeAudienceSchema>

/** So many ご案内 at a time: a file that a printer takes, and that somebody still can look through. */
export const mostNotices = 3_000

/** That ご案内 were sent. */
export const recordNoticesSchema = z.object({
  templateId: letterTemplateIdSchema,
  audience: noticeAudienceSchema,
  sentOn: localDateSchema,
  method: letterMethodSchema,
})
export type RecordNoticesInput = z.output<typeof recordNoticesSchema>

/** What the form of printing letters holds. */
export function typedLetterOrderSchema(context: DateContext) {
  return z.object({ templateId: z.string().min(1, 'ひな形を選んでください。'), issuedOn: typedDateSchema(context) })
}

/** What the form of writing down that letters were sent holds. */
export function typedSentLettersSchema(context: DateContext) {
  return z.object({ templateId: z.string().min(1, 'ひな形を選んでください。'), sentOn: typedDateSchema(context), method: letterMethodSchema })
}

/** What a letter would say to a supporter. */
export const letterOfSupporterSchema = z.object({ supporterId: supporterIdSchema })

// Object.keys knows its keys only as text.
const fieldKeys = Object.keys(letterFields) as [LetterField, ...LetterField[]]
const line = z.string().max(300)

/** A template as it is being written, with what to show it on. */
export const previewLetterSchema = z.object({
  details: letterTemplateDetailsSchema,
  letter: z.object({
    addressee: z.object({ name: line, honorific: line, postalCode: line, address: line }),
    values: z.partialRecord(z.enum(fieldKeys), line),
  }),
})
export type PreviewLetterInput = z.output<typeof previewLetterSchema>
