import type { CsvCell } from '@sasaeai/documents/write-csv'
import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import { indicatorGradeNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { IndicatorListInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-list-input'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listIndicators } from './list-indicators.ts'

/** Of how many years a file has the values. */
const yearsInFile = 5

/** 指標の一覧 as a file. The columns that the import reads have the headings that it knows. */
export async function exportIndicators(
  deps: Deps,
  { fiscalYear: year, postedUntil, format }: IndicatorListInput & { readonly format: ExportFormat },
): Promise<ExportOutcome> {
  const indicators = await listIndicators(deps, { fiscalYear: year, at: await readReportMoment(deps, postedUntil) })
  const years = Array.from({ length: yearsInFile }, (_, place) => fiscalYear(year - yearsInFile + 1 + place))
  const columns = columnsOf(years)
  const rows = indicators.map(({ category, name, unit, owner, values }): CsvCell[] => {
    const now = values.find((value) => value.fiscalYear === year)
    const { grade = null, assessment = '', nextIssue = '' } = now?.review ?? {}
    return [
      category, name, unit, now?.target ?? null, now?.value ?? null, now?.asOfLabel ?? '', now?.attainment ?? null,
      grade === null ? '' : indicatorGradeNames[grade], assessment, nextIssue, owner,
      ...years.map((each) => values.find((value) => value.fiscalYear === each)?.value ?? null),
    ]
  })
  const name = `指標_${formatFiscalYear(year)}`
  return tableFile(name, [{ name: '指標', columns, rows }], format)
}

function columnsOf(years: readonly FiscalYear[]): WorkbookColumn[] {
  return [
    { heading: '分類' }, { heading: '成果指標' }, { heading: '単位' }, { heading: '目標', kind: 'number' }, { heading: '実績', kind: 'number' }, { heading: '時点' },
    { heading: '達成率（%）', kind: 'number' }, { heading: '評価の区分' }, { heading: '評価' }, { heading: '次期への課題' }, { heading: '担当' },
    ...years.map((year): WorkbookColumn => ({ heading: `${formatFiscalYear(year)}の実績`, kind: 'number' })),
  ]
}
