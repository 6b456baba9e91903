import type { CsvCell } from '@sasaeai/documents/write-csv'
import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import type { AreaExportInput } from '@sasaeai/domain/area/area-export-input'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import type { ExportedFile } from '../document/excel-file.ts'
import { listAreas, listHouseholds } from './area-queries.ts'

const columns: readonly WorkbookColumn[] = [
  { heading: 'コード' },
  { heading: '名称' },
  { heading: 'フリガナ' },
  { heading: '種類' },
  { heading: '親コード' },
  { heading: '備考' },
  { heading: '住基世帯', kind: 'count' },
  { heading: '住基世帯の基準日', kind: 'date' },
  { heading: '自治会加入世帯', kind: 'count' },
  { heading: '自治会加入世帯の基準日', kind: 'date' },
]

/** The tree with the households of a fiscal year, in the columns that the import reads back. */
export async function exportAreas(
  deps: Deps,
  { format, fiscalYear }: AreaExportInput,
): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const rows = await areaLines(deps, fiscalYear)
  const name = `地域一覧_${formatFiscalYear(fiscalYear)}`
  if (format === 'excel') {
    // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
    const { writeWorkbook } = await import('@sasaeai/documents/write-workbook')
    const bytes = await writeWorkbook([{ name: '地域一覧', columns, rows }])
    return succeed(fileOf(`${name}.xlsx`, { mediaType: excelMediaType, bytes }))
  }
  const headings = columns.map((column) => column.heading)
  const { writeCsv } = await import('@sasaeai/documents/write-csv')
  const csv = writeCsv({ headings, rows, encoding: format === 'csv_cp932' ? 'cp932' : 'utf-8-bom' })
  if (!csv.ok) return fail(csv.code, csv.about === undefined ? {} : { about: csv.about })
  return succeed(fileOf(`${name}.csv`, { mediaType: 'text/csv', bytes: csv.bytes }))
}

async function areaLines(deps: Deps, fiscalYear: AreaExportInput['fiscalYear']): Promise<CsvCell[][]> {
  const [areas, households] = await Promise.all([listAreas(deps), listHouseholds(deps, fiscalYear)])
  const codes = new Map(areas.map((area) => [area.areaId, area.code]))
  return areas.map((area) => {
    const countBy = (basis: HouseholdBasis) =>
      households.find((count) => count.areaId === area.areaId && count.basis === basis)
    const [resident, member] = [countBy('resident_register'), countBy('association_membership')]
    return [
      area.code,
      area.name,
      area.kana,
      area.typeName,
      area.parentId === null ? '' : (codes.get(area.parentId) ?? ''),
      area.note,
      resident?.households ?? null,
      resident?.asOf ?? '',
      member?.households ?? null,
      member?.asOf ?? '',
    ]
  })
}

const excelMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function fileOf(fileName: string, { mediaType, bytes }: { mediaType: string; bytes: Uint8Array }): ExportedFile {
  return { fileName, mediaType, content: Buffer.from(bytes).toString('base64') }
}
