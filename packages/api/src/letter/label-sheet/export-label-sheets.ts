import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { labelsOnSheet } from '@sasaeai/domain/letter/address-label/label-place'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listLabelSheets } from './label-sheet-table.ts'

/** ラベル用紙 with all their measures in millimetres, those out of use included. */
export async function exportLabelSheets({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: 'ラベル用紙',
    lines: await listLabelSheets(db),
    columns: [
      { heading: '面', kind: 'count', cell: labelsOnSheet },
      { heading: '横の枚数', kind: 'count', cell: ({ across }) => across },
      { heading: '縦の枚数', kind: 'count', cell: ({ down }) => down },
      { heading: 'ラベルの幅（mm）', kind: 'number', cell: ({ labelWidthMm }) => labelWidthMm },
      { heading: 'ラベルの高さ（mm）', kind: 'number', cell: ({ labelHeightMm }) => labelHeightMm },
      { heading: '左の余白（mm）', kind: 'number', cell: ({ leftMm }) => leftMm },
      { heading: '上の余白（mm）', kind: 'number', cell: ({ topMm }) => topMm },
      { heading: '横の間隔（mm）', kind: 'number', cell: ({ columnGapMm }) => columnGapMm },
      { heading: '縦の間隔（mm）', kind: 'number', cell: ({ rowGapMm }) => rowGapMm },
      { heading: '右へのずらし（mm）', kind: 'number', cell: ({ shiftRightMm }) => shiftRightMm },
      { heading: '下へのずらし（mm）', kind: 'number', cell: ({ shiftDownMm }) => shiftDownMm },
    ],
  }, format)
}
