import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { type DuesProgressRow, type DuesSums, duesProgress, sumOfDues } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import type { DuesProgressInput } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import type { DuesProgressFacts } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { duesStatusNames } from '@sasaeai/domain/membership-dues/progress/dues-status'
import type { Deps } from '../../deps.ts'
import { readDuesProgress } from './dues-progress-query.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { momentSheets } from '../../document/moment-sheet.ts'

const columns: readonly WorkbookColumn[] = [
  { heading: 'コード' },
  { heading: '校区' },
  { heading: '名称' },
  { heading: '状況' },
  { heading: '世帯数', kind: 'count' },
  { heading: 'お願いした世帯', kind: 'count' },
  { heading: '納入した世帯', kind: 'count' },
  { heading: 'お願いした会員', kind: 'count' },
  { heading: '納入した会員', kind: 'count' },
  { heading: 'お願いした口数', kind: 'count' },
  { heading: '目安額', kind: 'yen' },
  { heading: '納入額', kind: 'yen' },
  { heading: '去年同日', kind: 'yen' },
]

/** 納入状況 as an Excel workbook: a sheet with all kinds together and one for each kind, the lowest areas line by line. */
export async function exportDuesProgress(deps: Deps, { format, ...input }: AsFile<DuesProgressInput>): Promise<ExportOutcome> {
  const progress = await readDuesProgress(deps, input)
  const { kinds, facts } = progress
  const sheets: WorkbookSheet[] = [
    sheetOf('すべて', progress),
    ...kinds.flatMap(({ duesKindId, name }) => {
      const own = facts.filter((fact) => fact.duesKindId === duesKindId)
      return own.length === 0 ? [] : [sheetOf(sheetName(name), { ...progress, facts: own })]
    }),
    ...momentSheets(input.postedUntil),
  ]
  return tableFile(`会費の納入状況_${formatFiscalYear(input.fiscalYear)}_${progress.cut.until}`, sheets, format)
}

/** Excel takes 31 characters, and not all of them. */
function sheetName(name: string): string {
  return name.replaceAll(/[:\\/?*[\]]/g, '・').slice(0, 28)
}

function sheetOf(name: string, { facts, areas, households }: DuesProgressFacts): WorkbookSheet {
  const rows = duesProgress(facts, { areas, households: households[0]?.counts ?? new Map() })
  const counted = rows.flatMap((row) => row.households ?? [])
  const allHouseholds = counted.length === 0 ? null : counted.reduce((sum, each) => sum + each, 0)
  return {
    name,
    columns,
    rows: rows.flatMap((row) => lowestLines(row, row.part === 'area' ? row.name : '')),
    total: ['', '', '合計', '', allHouseholds, ...figuresOf(sumOfDues(rows))],
  }
}

function lowestLines(row: DuesProgressRow, district: string): (string | number | null)[][] {
  if (row.children.length > 0) return row.children.flatMap((child) => lowestLines(child, district))
  return [[row.code, district, row.name, duesStatusNames[row.status], row.households, ...figuresOf(row)]]
}

function figuresOf({ askedHouseholds, paidHouseholds, askedMembers, paidMembers, askedUnits, ...sums }: DuesSums): number[] {
  return [askedHouseholds, paidHouseholds, askedMembers, paidMembers, askedUnits, sums.expectedYen, sums.receivedYen, sums.lastYen]
}
