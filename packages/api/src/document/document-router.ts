import { documentOrderSchema, documentRunInputSchema, documentRunListInputSchema } from '@sasaeai/domain/document/document-order-input'
import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { auditFilterSchema } from '@sasaeai/domain/user/audit-search'
import { procedureFor, router } from '../procedure-for.ts'
import type { AuditNames } from '../user/audit-queries.ts'
import { cancelDocumentRun } from './cancel-document-run.ts'
import { listDocumentRuns, readDocumentRun } from './document-run-queries.ts'
import { exportAuditLog } from './export-audit-log.ts'
import { exportDocumentRuns } from './export-document-runs.ts'
import { exportFiscalYears } from './export-fiscal-years.ts'
import { exportUsers } from './export-users.ts'
import { orderDocument } from './order-document.ts'
import type { PaperMakers } from './paper-maker.ts'

/** 帳票. Its makers come from the terms whose papers they are, and names from all terms, which this term does not know. */
export function documentRouterOf(makers: PaperMakers, namesOf: AuditNames) {
  return router({
    list: procedureFor('dues.read')
      .input(documentRunListInputSchema)
      .query(({ ctx, input }) => listDocumentRuns(ctx.deps, ctx.actor.role, input)),
    run: procedureFor('dues.read')
      .input(documentRunInputSchema)
      .query(({ ctx, input }) => readDocumentRun(ctx.deps, ctx.actor.role, input.runId)),
    export: procedureFor('dues.read')
      .input(exportAskingSchema)
      .mutation(({ ctx, input }) => exportDocumentRuns(ctx.deps, ctx.actor, input)),
    order: procedureFor('document.make')
      .input(documentOrderSchema)
      .mutation(({ ctx, input }) => orderDocument(ctx.deps, ctx.actor, { order: input, makers })),
    cancel: procedureFor('document.make')
      .input(documentRunInputSchema)
      .mutation(({ ctx, input }) => cancelDocumentRun(ctx.deps, ctx.actor, input)),
    // Users and the council know nothing of files.
    exportFiscalYears: procedureFor('ground.read')
      .input(exportAskingSchema)
      .mutation(({ ctx, input }) => exportFiscalYears(ctx.deps, input)),
    exportUsers: procedureFor('user.manage')
      .input(exportAskingSchema)
      .mutation(({ ctx, input }) => exportUsers(ctx.deps, ctx.actor, input)),
    exportAuditLog: procedureFor('audit.read')
      .input(asFile(auditFilterSchema))
      .mutation(({ ctx, input: { format, ...filter } }) => exportAuditLog(ctx.deps, ctx.actor, { filter, format, namesOf })),
  })
}
