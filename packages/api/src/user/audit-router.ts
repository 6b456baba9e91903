import { auditSearchSchema } from '@sasaeai/domain/user/audit-search'
import { procedureFor, router } from '../procedure-for.ts'
import { listAuditedPeople, searchAuditLog } from './audit-queries.ts'

export const auditRouter = router({
  search: procedureFor('audit.read')
    .input(auditSearchSchema)
    .query(({ ctx, input }) => searchAuditLog(ctx.deps.db, input)),
  people: procedureFor('audit.read').query(({ ctx }) => listAuditedPeople(ctx.deps.db)),
})
