import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { CampaignId } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { type GoalListLine, goalListOf } from './goal-list.ts'
import { readGoalSheet } from './goal-sheet-query.ts'

/** 目標額一覧 as an Excel workbook: one line for each amount that stands by itself, so that the lines can be added up. */
export async function exportGoals(deps: Deps, { campaignId, format }: AsFile<{ campaignId: CampaignId }>): Promise<ExportOutcome<'row_gone'>> {
  const sheet = await readGoalSheet(deps, campaignId)
  if (sheet === null) return fail('row_gone')
  const { whole, groups, total } = goalListOf(sheet)
  const columns: WorkbookColumn[] = [
    { heading: '校区' }, { heading: 'コード' }, { heading: '地域' }, { heading: '世帯', kind: 'count' },
    ...sheet.methods.map(({ name }): WorkbookColumn => ({ heading: `${name}（円）`, kind: 'yen' })),
    { heading: '合計（円）', kind: 'yen' },
  ]
  const rowOf = (district: string, { code, name, households, amounts, totalYen }: GoalListLine) => [district, code, name, households, ...amounts, totalYen]
  const rows = [
    rowOf('', whole),
    ...groups.flatMap(({ sum, parts }) => (parts.length === 0 ? [rowOf(sum.name, sum)] : parts.map((part) => rowOf(sum.name, part)))),
  ]
  const name = `目標額_${formatFiscalYear(sheet.fiscalYear)}_${sheet.name}`
  return tableFile(name, [{ name: '目標額', columns, rows, total: rowOf('', total) }], format)
}
