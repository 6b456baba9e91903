import { documentRunStatusNames } from '@sasaeai/domain/document/document-run'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readAnnualRuns } from './annual-queries.ts'

/** The record of 年間証明 of a calendar year: its runs with what each has issued. It names no giver. */
export async function exportAnnualRuns(deps: Deps, { calendarYear, format }: AsFile<{ readonly calendarYear: number }>): Promise<ExportOutcome> {
  const runs = await readAnnualRuns(deps, calendarYear)
  return tableFile(`年間証明の発行の記録_${calendarYear}年`, [{
    name: '発行の記録',
    columns: [{ heading: '発行日', kind: 'date' }, { heading: '始めた人' }, { heading: '有効な枚数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' }, { heading: '作成' }],
    rows: runs.map((run) => [run.issuedOn, run.requestedByName, run.count, run.amountYen, run.papers === null ? 'まだ' : documentRunStatusNames[run.papers.status]]),
    total: [null, '合計', runs.reduce((sum, { count }) => sum + count, 0), sumYen(runs.map(({ amountYen }) => amountYen)), ''],
  }], format)
}
