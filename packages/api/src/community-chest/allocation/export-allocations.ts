import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { ExportUsesInput } from '@sasaeai/domain/community-chest/allocation/allocation-use-input'
import { fail, type Outcome, succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { excelFile, type ExportedFile } from '../../document/excel-file.ts'
import { allocationsOfYear } from './allocation-queries.ts'
import { allocationSheets, databaseHeadings, databaseRows } from './allocation-sheets.ts'

/** 配分金 of a year as an Excel workbook. */
export async function exportAllocations(deps: Deps, year: FiscalYear): Promise<Success<ExportedFile>> {
  return succeed(await excelFile(`配分金_${formatFiscalYear(year)}`, allocationSheets(await allocationsOfYear(deps, year))))
}

/** The uses of a year for the public database. They name groups, which the database publishes, and nobody else. */
export async function exportUsesForDatabase(deps: Deps, { fiscalYear, format }: ExportUsesInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const rows = databaseRows(await allocationsOfYear(deps, fiscalYear))
  const name = `使途_公開データベース用_${formatFiscalYear(fiscalYear)}`
  if (format === 'xlsx') {
    const columns = databaseHeadings.map((heading) => (heading === '助成額' ? { heading, kind: 'yen' as const } : { heading }))
    return succeed(await excelFile(name, [{ name: '使途', columns, rows }]))
  }
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { writeCsv } = await import('@sasaeai/documents/write-csv')
  const written = writeCsv({ headings: databaseHeadings, rows, encoding: format === 'csv' ? 'utf-8-bom' : 'cp932' })
  if (!written.ok) return fail(written.code, written.about === undefined ? {} : { about: written.about })
  return succeed({ fileName: `${name}.csv`, mediaType: 'text/csv', content: Buffer.from(written.bytes).toString('base64') })
}
