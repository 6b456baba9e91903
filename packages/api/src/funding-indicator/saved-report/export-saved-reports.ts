import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { savedReportKindNames } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-kind'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listSavedReports } from './saved-report-queries.ts'

/** More reports than any council saves. */
const everyReport = 1_000_000

/** What was saved, the newest first. Its figures stand in the reports. */
export async function exportSavedReports(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const { rows } = await listSavedReports(deps, { limit: everyReport })
  return tableFile('保存した報告書', [{
    name: '保存した報告書',
    columns: [{ heading: '報告書' }, { heading: '種類' }, { heading: '年度' }, { heading: '時点' }, { heading: '保存した日', kind: 'date' }, { heading: '保存した人' }, { heading: '帳票' }],
    rows: rows.map((report) => [
      report.title, savedReportKindNames[report.kind], formatFiscalYear(report.fiscalYear), formatPostingMoment(report.moment), localDateInTokyo(new Date(report.savedAt)), report.savedByName,
      report.documentId === null ? '' : 'PDF',
    ]),
  }], format)
}
