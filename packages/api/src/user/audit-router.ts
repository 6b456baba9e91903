import { auditSearchSchema } from '@sasaeai/domain/user/audit-search'
import { procedureFor, router } from '../procedure-for.ts'
import { type AuditNames, listAuditedPeople, searchAuditLog } from './audit-queries.ts'

/** 監査ログ. What the ids in it stand for comes from terms that this one does not know. */
export function auditRouterOf(namesOf: AuditNames) {
  return router({
    search: procedureFor('audit.read')
      .input(auditSearchSchema)
      .query(({ ctx, input }) => searchAuditLog(ctx.deps.db, input)),
    people: procedureFor('audit.read').query(({ ctx }) => listAuditedPeople(ctx.deps.db)),
    names: procedureFor('audit.read').query(({ ctx }) => namesOf(ctx.deps)),
  })
}
