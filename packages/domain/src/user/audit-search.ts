import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { auditEventIdSchema, userIdSchema } from '../id-schemas.ts'

/** Which audit events to show; whatever is left out does not narrow. */
export const auditFilterSchema = z.object({
  /** First and last day, both included, in Tokyo. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  actorId: userIdSchema.optional(),
  /** The thing before the dot of an action. */
  thing: z.string().max(40).optional(),
  subjectId: z.string().max(64).optional(),
  text: z.string().trim().max(100).optional(),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** One page of what the filter lets through, newest first. */
export const auditSearchSchema = auditFilterSchema.extend({
  /** Where the page before ended. */
  cursor: z.object({ at: z.iso.datetime(), id: auditEventIdSchema }).nullish(),
})
export type AuditSearch = z.infer<typeof auditSearchSchema>
