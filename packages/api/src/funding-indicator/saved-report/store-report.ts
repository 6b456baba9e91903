import { createHash } from 'node:crypto'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { ReportFigure } from '@sasaeai/domain/funding-indicator/saved-report/report-figure'
import type { SavedReportKind } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-kind'
import { type DocumentRunId, id, type SavedReportId, type UserId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'

/** What a report said. */
export interface ReportContent {
  readonly figures: readonly ReportFigure[]
  /** All that was printed, for a paper: set again from it, it is the same paper. */
  readonly paper?: object
}

export interface ReportToStore {
  readonly kind: SavedReportKind
  readonly title: string
  readonly fiscalYear: FiscalYear
  readonly input: object
  readonly moment: Date
  readonly content: ReportContent
  readonly documentRunId: DocumentRunId | null
  readonly savedById: UserId
}

/** Writes a report down. The paper of one making is written down once, however often the making had to begin again: null then. */
export async function storeReport(deps: Deps, tx: Tx, report: ReportToStore): Promise<SavedReportId | null> {
  const reportId = id<'SavedReportId'>(deps.newId())
  const text = JSON.stringify(report.content)
  const sha256 = createHash('sha256').update(text).digest()
  const stored = await tx.$executeRaw`
    INSERT INTO saved_report (id, kind, title, fiscal_year, input, moment, figures, sha256, document_run_id, saved_at, saved_by_id)
    VALUES (${reportId}::uuid, ${report.kind}, ${report.title}, ${report.fiscalYear}::int, ${JSON.stringify(report.input)}::jsonb, ${report.moment},
      ${text}::json, ${sha256}, ${report.documentRunId}::uuid, ${deps.now()}, ${report.savedById}::uuid)
    ON CONFLICT (document_run_id) DO NOTHING`
  return stored === 0 ? null : reportId
}
