import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { savedReportListSchema, savedReportSchema, saveReportSchema } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportSavedReport } from './export-saved-report.ts'
import { exportSavedReports } from './export-saved-reports.ts'
import { listSavedReports, readSavedReport } from './saved-report-queries.ts'
import { saveReport } from './save-report.ts'

/** 保存した報告書. */
export const savedReportRouter = router({
  list: procedureFor('report.read').input(savedReportListSchema).query(({ ctx, input }) => listSavedReports(ctx.deps, input)),
  export: procedureFor('report.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportSavedReports(ctx.deps, input)),
  exportOne: procedureFor('report.read').input(asFile(savedReportSchema)).mutation(({ ctx, input }) => exportSavedReport(ctx.deps, input)),
  get: procedureFor('report.read').input(savedReportSchema).query(({ ctx, input }) => readSavedReport(ctx.deps, input.reportId)),
  save: procedureFor('report.save').input(saveReportSchema).mutation(({ ctx, input }) => saveReport(ctx.deps, ctx.actor, input)),
})
