import { z } from 'zod'
import { outgoingMailIdSchema } from '../../id-schemas.ts'
import { mailStates } from './mail-state.ts'

export const outboxFilterSchema = z.object({
  /** Null for mails of every state. */
  state: z.enum(mailStates).nullable().default(null),
  /** Somewhere in the name, the address or the subject. */
  text: z.string().max(100).default(''),
})
export type OutboxFilter = z.output<typeof outboxFilterSchema>

/** The outbox, the newest first; `cursor` is the last mail of the page before. */
export const outboxListSchema = outboxFilterSchema.extend({
  cursor: outgoingMailIdSchema.nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type OutboxListInput = z.output<typeof outboxListSchema>

export const outgoingMailInputSchema = z.object({ mailId: outgoingMailIdSchema })

export const cancelReasonSchema = z.object({
  reason: z.string().trim().min(1, '取りやめる理由を入力してください。例：郵送に変えたため').max(100, '理由は100文字以内で入力してください。'),
})
export const cancelMailSchema = cancelReasonSchema.extend({ mailId: outgoingMailIdSchema })
export type CancelMailInput = z.output<typeof cancelMailSchema>
