import type { CsvCell } from '@sasaeai/documents/write-csv'
import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import { type CompositionCell, incomeComposition } from '@sasaeai/domain/funding-indicator/income/income-composition'
import type { ExportIncomeInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import { type IncomeTotalKind, incomeTotalKindNames } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import type { IncomeYears } from '@sasaeai/domain/funding-indicator/income/income-years'
import { formatTenths } from '@sasaeai/domain/funding-indicator/income/share-tenths'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { csvFile } from '../../document/csv-file.ts'
import { excelFile, type ExportedFile } from '../../document/excel-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readIncomeYears } from './read-income-years.ts'

/** 財源の構成 of some years as a file: tables beside each other in Excel, one line for each line and year in CSV. */
export async function exportIncome(deps: Deps, { first, last, asOf, format }: ExportIncomeInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const income = await readIncomeYears(deps, { first, last, at: await readReportMoment(deps, asOf) })
  const name = `財源の構成_${formatFiscalYear(first)}から${formatFiscalYear(last)}`
  if (format === 'xlsx') {
    const sheets = (['settled', 'budget'] as const).flatMap((kind) => sheetsOf(income, kind))
    return succeed(await excelFile(name, [...sheets, { name: '明細', columns: lineColumns, rows: linesOf(income) }]))
  }
  return csvFile(name, { columns: lineColumns, rows: linesOf(income) }, format)
}

/** The amounts of 決算 or 予算, and their shares; none where nobody has told any. */
function sheetsOf(income: IncomeYears, kind: IncomeTotalKind): WorkbookSheet[] {
  const { years, rows, totals } = incomeComposition(income, kind)
  if (rows.length === 0) return []
  const word = incomeTotalKindNames[kind]
  const heads = [{ heading: 'コード' }, { heading: '区分' }, { heading: '種類' }]
  const tableOf = (cellOf: (cell: CompositionCell) => string | number | null) =>
    rows.map(({ of, cells }) => [of.code, of.name, incomeCategoryNames[of.category], ...cells.map(cellOf)])
  return [
    {
      name: word,
      columns: [...heads, ...years.map((year) => ({ heading: `${formatFiscalYear(year)}（円）`, kind: 'yen' as const }))],
      rows: tableOf(({ amountYen }) => amountYen),
      total: ['', '合計', '', ...totals],
    },
    {
      name: `${word}の構成比`,
      columns: [...heads, ...years.map((year) => ({ heading: formatFiscalYear(year) }))],
      rows: tableOf(({ tenths }) => (tenths === null ? null : formatTenths(tenths))),
    },
  ]
}

/** Under these headings the file can be taken in again: 帳簿のほか is what was told, the ledger's part is not. */
const lineColumns: WorkbookSheet['columns'] = [
  { heading: '年度' }, { heading: 'コード' }, { heading: '区分' }, { heading: '種類' }, { heading: '予算（円）', kind: 'yen' },
  { heading: '帳簿の額（円）', kind: 'yen' }, { heading: '帳簿のほか（円）', kind: 'yen' }, { heading: '決算の計（円）', kind: 'yen' },
  { heading: '構成比' }, { heading: '出典' }, { heading: '時点', kind: 'date' },
]

function linesOf(income: IncomeYears): CsvCell[][] {
  const { rows, years } = incomeComposition(income, 'settled')
  const shares = new Map(rows.flatMap(({ of, cells }) => cells.map(({ fiscalYear, tenths }) => [`${fiscalYear}/${of.lineId ?? ''}`, tenths] as const)))
  const lines = new Map(income.lines.map((line) => [line.lineId, line]))
  return years.flatMap((year) =>
    (income.years.find(({ fiscalYear }) => fiscalYear === year)?.amounts ?? []).flatMap((amount): CsvCell[][] => {
      const line = lines.get(amount.lineId)
      if (line === undefined) return []
      const { budgetYen, ledgerYen, enteredYen, settledYen, isSettled, isEntered, source, asOf, budgetSource, budgetAsOf } = amount
      const tenths = shares.get(`${year}/${amount.lineId ?? ''}`) ?? null
      return [[
        formatFiscalYear(year), line.code, line.name, incomeCategoryNames[line.category], budgetYen, ledgerYen, isEntered ? enteredYen : null,
        isSettled ? settledYen : null, formatTenths(tenths), isEntered ? source : budgetSource, (isEntered ? asOf : budgetAsOf) ?? '',
      ]]
    }),
  )
}
