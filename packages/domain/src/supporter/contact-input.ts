import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { supporterIdSchema } from '../id-schemas.ts'
import { contactChannels } from './contact-channel.ts'

/** 接触の記録: one line; it is never changed, a correction is a further line. */
export const contactDetailsSchema = z.object({
  contactedOn: localDateSchema,
  channel: z.enum(contactChannels, '方法を選んでください。'),
  /** Whom the office spoke with, on their side. */
  counterpart: z.string().trim().max(100, '相手は100文字以内で入力してください。').default(''),
  summary: z
    .string()
    .trim()
    .min(1, '内容を入力してください。例：会費のお礼と来年度のご案内')
    .max(1000, '内容は1000文字以内で入力してください。'),
})
export type ContactDetails = z.output<typeof contactDetailsSchema>

export const recordContactSchema = z.object({ supporterId: supporterIdSchema, details: contactDetailsSchema })
export type RecordContactInput = z.output<typeof recordContactSchema>
