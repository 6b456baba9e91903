import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listIncomeLines } from './list-income-lines.ts'

/** 収入の区分 in the order in which they are printed, those out of use included. */
export async function exportIncomeLines({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '収入の区分',
    lines: await listIncomeLines(db),
    columns: [
      { heading: '種類', cell: ({ category }) => incomeCategoryNames[category] },
      { heading: '帳簿の財源', cell: ({ sourceNames }) => sourceNames.join('、') },
      { heading: '並び順', kind: 'count', cell: ({ displayOrder }) => displayOrder },
    ],
  }, format)
}
