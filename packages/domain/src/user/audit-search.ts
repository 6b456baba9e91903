import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date.ts'
import { auditEventIdSchema, userIdSchema } from '../ids.ts'

/** Which audit events to show, newest first; whatever is left out does not narrow. */
export const auditSearchSchema = z.object({
  /** First and last day, both included, in Tokyo. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  actorId: userIdSchema.optional(),
  /** The thing before the dot of an action. */
  thing: z.string().max(40).optional(),
  subjectId: z.string().max(64).optional(),
  text: z.string().trim().max(100).optional(),
  /** Where the page before ended. */
  after: z.object({ at: z.iso.datetime(), id: auditEventIdSchema }).optional(),
})
export type AuditSearch = z.infer<typeof auditSearchSchema>
