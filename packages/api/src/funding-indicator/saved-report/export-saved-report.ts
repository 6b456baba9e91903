import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { SavedReportId } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readSavedReport } from './saved-report-queries.ts'

/** A saved report: its figures as they were, and what has changed since. */
export async function exportSavedReport(deps: Deps, { reportId, format }: AsFile<{ reportId: SavedReportId }>): Promise<ExportOutcome<'row_gone'>> {
  const report = await readSavedReport(deps, reportId)
  if (report === null) return fail('row_gone')
  const { title, moment, figures, changes } = report
  return tableFile(`保存した報告書_${title}`, [
    {
      name: '保存した数字',
      columns: [{ heading: '区分' }, { heading: '数字' }, { heading: '金額（円）', kind: 'yen' }],
      rows: figures.map(({ section, label, amountYen }) => [section, label, amountYen]),
    },
    {
      name: '保存してから変わったこと',
      columns: [{ heading: '区分' }, { heading: '数字' }, ...['保存したとき', 'いま', '差'].map((what) => ({ heading: `${what}（円）`, kind: 'yen' as const }))],
      rows: changes.map(({ section, label, thenYen, nowYen, differenceYen }) => [section, label, thenYen, nowYen, differenceYen]),
    },
    ...momentSheets(moment),
  ], format)
}
