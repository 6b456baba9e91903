import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { DashboardExportInput } from '@sasaeai/domain/funding-indicator/dashboard-export-input'
import { dashboardTables } from '@sasaeai/domain/funding-indicator/dashboard-tables'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import type { ExportedFile } from '../document/excel-file.ts'
import { fundingDashboard } from './funding-dashboard-queries.ts'
import { writeReportTables } from './write-report-tables.ts'

/** The tables of 財源ダッシュボード as a file. They name nobody, so that the export leaves no trace in the audit log. */
export async function exportDashboard(deps: Deps, { format, ...input }: DashboardExportInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const dashboard = await fundingDashboard(deps, input)
  const { fiscalYear, asOf } = dashboard.cut
  return writeReportTables({
    name: `財源ダッシュボード_${formatFiscalYear(fiscalYear)}_${asOf}`, title: '財源ダッシュボード', words: wordsOfCut(dashboard.cut), tables: dashboardTables(dashboard), format,
  })
}

/** Of which time the figures are. */
export function wordsOfCut({ fiscalYear, asOf, postedUntil }: FundingCut): string {
  const until = `${formatFiscalYear(fiscalYear)}　${formatLocalDate(asOf)}まで`
  return postedUntil === undefined ? until : `${until}　${postedUntilWords(postedUntil)}`
}
