import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { labelsOnSheet } from '@sasaeai/domain/letter/address-label/label-place'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listLabelSheets } from './label-sheet-table.ts'

/** ラベル用紙 with all their measures in millimetres, those out of use included. */
export async function exportLabelSheets(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const sheets = await listLabelSheets(deps.db)
  return tableFile('ラベル用紙', [{
    name: 'ラベル用紙',
    columns: [
      { heading: 'コード' }, { heading: '名称' }, { heading: '面', kind: 'count' }, { heading: '横の枚数', kind: 'count' }, { heading: '縦の枚数', kind: 'count' },
      ...['ラベルの幅', 'ラベルの高さ', '左の余白', '上の余白', '横の間隔', '縦の間隔', '右へのずらし', '下へのずらし'].map((what) => ({ heading: `${what}（mm）`, kind: 'number' as const })),
      { heading: '使用終了日', kind: 'date' },
    ],
    rows: sheets.map((each) => [
      each.code, each.name, labelsOnSheet(each), each.across, each.down, each.labelWidthMm, each.labelHeightMm, each.leftMm, each.topMm, each.columnGapMm, each.rowGapMm,
      each.shiftRightMm, each.shiftDownMm, each.closedOn,
    ]),
  }], format)
}
