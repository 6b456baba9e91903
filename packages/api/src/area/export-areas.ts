import type { CsvCell } from '@sasaeai/documents/write-csv'
import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import type { AreaExportInput } from '@sasaeai/domain/area/area-export-input'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { listAreas, listAreaTypes, listHouseholds } from './area-queries.ts'

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
export async function exportAreas(deps: Deps, { format, fiscalYear }: AreaExportInput): Promise<ExportOutcome> {
  const rows = await areaLines(deps, fiscalYear)
  const name = `地域一覧_${formatFiscalYear(fiscalYear)}`
  return tableFile(name, [{ name: '地域一覧', columns, rows }], format)
}

/** 地域の種類: what the levels of the tree are called, from the top down. */
export async function exportAreaTypes(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const types = await listAreaTypes(deps)
  return tableFile('地域の種類', [{
    name: '地域の種類',
    columns: [{ heading: '上から', kind: 'count' }, { heading: '種類' }, { heading: '地域の数', kind: 'count' }],
    rows: types.map(({ level, name, areas }) => [level + 1, name, areas]),
  }], format)
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
