import { writeCsv, type CsvCell } from '@sasaeai/documents/write-csv'
import { writeWorkbook } from '@sasaeai/documents/write-workbook'
import type { AreaExportInput } from '@sasaeai/domain/area/area-export-input'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import { listAreas, listHouseholds } from './area-queries.ts'

export interface ExportedFile {
  readonly fileName: string
  readonly mediaType: string
  /** The bytes in Base64. */
  readonly content: string
}

const columns = [
  { heading: 'コード', width: 12 },
  { heading: '名称', width: 24 },
  { heading: 'フリガナ', width: 24 },
  { heading: '種類', width: 10 },
  { heading: '親コード', width: 12 },
  { heading: '備考', width: 24 },
  { heading: '住基世帯', width: 12 },
  { heading: '住基世帯の基準日', width: 18 },
  { heading: '自治会加入世帯', width: 16 },
  { heading: '自治会加入世帯の基準日', width: 22 },
]

/** The tree with the households of a fiscal year, in the columns that the import reads back. */
export async function exportAreas(
  deps: Deps,
  { format, fiscalYear }: AreaExportInput,
): Promise<Outcome<ExportedFile, 'characters_unmappable'>> {
  const rows = await areaLines(deps, fiscalYear)
  const name = `地域一覧_${formatFiscalYear(fiscalYear)}`
  if (format === 'excel') {
    const bytes = await writeWorkbook({ sheetName: '地域一覧', columns, rows })
    return succeed(fileOf(`${name}.xlsx`, { mediaType: excelMediaType, bytes }))
  }
  const headings = columns.map((column) => column.heading)
  const csv = writeCsv({ headings, rows, encoding: format === 'csv_cp932' ? 'cp932' : 'utf-8' })
  if (csv.ok) return succeed(fileOf(`${name}.csv`, { mediaType: 'text/csv', bytes: csv.bytes }))
  const places = csv.unmappable.slice(0, 5).map((each) => `${each.character}（${each.lineNumber}行目の${each.heading}）`)
  return fail('characters_unmappable', { about: places.join('、') })
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
