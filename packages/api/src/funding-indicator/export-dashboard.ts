import type { CsvCell } from '@sasaeai/documents/write-csv'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { DashboardExportInput } from '@sasaeai/domain/funding-indicator/dashboard-export-input'
import { dashboardTables } from '@sasaeai/domain/funding-indicator/dashboard-tables'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import { excelFile, type ExportedFile } from '../document/excel-file.ts'
import { fundingDashboard } from './funding-dashboard-queries.ts'

/** The tables of 財源ダッシュボード as a file. They name nobody, so that the export leaves no trace in the audit log. */
export async function exportDashboard(deps: Deps, { format, ...input }: DashboardExportInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const dashboard = await fundingDashboard(deps, input)
  const { fiscalYear, asOf, postedUntil } = dashboard.cut
  const name = `財源ダッシュボード_${formatFiscalYear(fiscalYear)}_${asOf}`
  const until = `${formatFiscalYear(fiscalYear)}　${formatLocalDate(asOf)}まで`
  const words = postedUntil === undefined ? until : `${until}　${postedUntilWords(postedUntil)}`
  const tables = dashboardTables(dashboard)
  if (format !== 'xlsx') return csvFile(name, { tables, words, encoding: format === 'csv_cp932' ? 'cp932' : 'utf-8-bom' })
  return succeed(await excelFile(name, [
    { name: 'この表について', columns: [{ heading: '財源ダッシュボード' }], rows: [[words], ...tables.map(({ title }) => [title])] },
    ...tables.map(sheetOf),
  ]))
}

function sheetOf({ title, columns, rows, total }: ReportTable, place: number) {
  return {
    // Excel takes 31 characters, and no two sheets of one name.
    name: `${place + 1} ${title}`.replaceAll(/[:\\/?*[\]]/g, '・').slice(0, 31),
    columns: columns.map(({ heading, kind }) => ({ heading, kind: kind === 'rate' ? 'text' as const : kind })),
    rows,
    total: total ?? undefined,
  }
}

interface CsvContent {
  readonly tables: readonly ReportTable[]
  readonly words: string
  readonly encoding: 'utf-8-bom' | 'cp932'
}

/** Tables differ in their columns: each stands under its title with headings of its own, an empty line before it. */
async function csvFile(name: string, { tables, words, encoding }: CsvContent): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const { writeCsv } = await import('@sasaeai/documents/write-csv')
  const rows: CsvCell[][] = [
    [words],
    ...tables.flatMap(({ title, columns, rows: lines, total }) => [
      [], [title], columns.map(({ heading }) => heading), ...lines.map((line) => [...line]), ...(total === null ? [] : [[...total]]),
    ]),
  ]
  const written = writeCsv({ headings: ['財源ダッシュボード'], rows, encoding })
  if (!written.ok) return written
  return succeed({ fileName: `${name}.csv`, mediaType: 'text/csv', content: Buffer.from(written.bytes).toString('base64') })
}
