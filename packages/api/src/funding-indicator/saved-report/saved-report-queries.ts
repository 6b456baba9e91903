import { jsonInstant } from '@sasaeai/db/json-instant'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { figuresOfDonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-figures'
import { fundingDashboardSchema } from '@sasaeai/domain/funding-indicator/funding-cut'
import { changesSince, type FigureChange, figuresOfDashboard, type ReportFigure } from '@sasaeai/domain/funding-indicator/saved-report/report-figure'
import type { SavedReportListInput } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-input'
import type { SavedReportKind } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-kind'
import type { SavedReportId, StoredDocumentId } from '@sasaeai/domain/ids'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import type { Deps } from '../../deps.ts'
import { ofNow } from '../../ledger/report-moment.ts'
import { readDonationYear } from '../donation-year/read-donation-year.ts'
import { dashboardAt } from '../funding-dashboard-queries.ts'
import type { ReportContent } from './store-report.ts'

export interface SavedReportRow {
  readonly reportId: SavedReportId
  readonly kind: SavedReportKind
  readonly title: string
  readonly fiscalYear: FiscalYear
  readonly moment: PostingMoment
  /** ISO instant. */
  readonly savedAt: string
  readonly savedByName: string
  /** The paper that was saved with it, once it is finished. */
  readonly documentId: StoredDocumentId | null
}

export interface SavedReportPage {
  readonly rows: readonly SavedReportRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: SavedReportId | null
}

/** What was saved, the newest first. */
export async function listSavedReports({ db }: Deps, { cursor = null, limit }: SavedReportListInput): Promise<SavedReportPage> {
  const { rows } = await db.pool.query<SavedReportRow>(
    `SELECT ${columns} FROM ${tables}
      WHERE $1::uuid IS NULL OR (r.saved_at, r.id) < (SELECT b.saved_at, b.id FROM saved_report b WHERE b.id = $1)
      ORDER BY r.saved_at DESC, r.id DESC LIMIT $2`,
    [cursor, limit + 1],
  )
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.reportId ?? null) : null }
}

/** A saved report with its figures as they were, and what has changed since. */
export interface SavedReport extends SavedReportRow {
  readonly figures: readonly ReportFigure[]
  readonly changes: readonly FigureChange[]
}

/** Null when there is none. */
export async function readSavedReport(deps: Deps, reportId: SavedReportId): Promise<SavedReport | null> {
  const { rows } = await deps.db.pool.query<SavedReportRow & { input: unknown; content: ReportContent }>(
    `SELECT ${columns}, r.input, r.figures AS content FROM ${tables} WHERE r.id = $1`,
    [reportId],
  )
  const [row] = rows
  if (row === undefined) return null
  const { input, content, ...report } = row
  const now = await readFiguresNow(deps, report.kind, input)
  return { ...report, figures: content.figures, changes: changesSince(content.figures, now, report.moment) }
}

/** The same year to the same day, with everything that was posted since. */
async function readFiguresNow(deps: Deps, kind: SavedReportKind, input: unknown): Promise<ReportFigure[]> {
  const asked = fundingDashboardSchema.parse(input)
  switch (kind) {
    case 'funding_dashboard':
    case 'board_pack':
      return figuresOfDashboard(await dashboardAt(deps, asked, ofNow))
    case 'donation_year':
      return figuresOfDonationYear(await readDonationYear(deps, asked, ofNow))
  }
}

/** What was kept of a paper that was saved; null when there is no such paper of the kind. */
export async function readSavedPaper({ db }: Deps, reportId: SavedReportId, kind: SavedReportKind): Promise<unknown> {
  const { rows } = await db.pool.query<{ content: ReportContent }>('SELECT figures AS content FROM saved_report WHERE id = $1 AND kind = $2', [reportId, kind])
  return rows[0]?.content.paper ?? null
}

const tables = 'saved_report r JOIN user_account u ON u.id = r.saved_by_id LEFT JOIN document_run d ON d.id = r.document_run_id'
const columns = `r.id AS "reportId", r.kind, r.title, r.fiscal_year AS "fiscalYear", ${jsonInstant('r.moment')} AS moment,
  ${jsonInstant('r.saved_at')} AS "savedAt", u.name AS "savedByName", d.document_id AS "documentId"`
