import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listFunds } from './fund-table.ts'

/** 使途・基金 as they are set up, without their money; those out of use included. */
export async function exportFundSettings({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '使途・基金',
    lines: await listFunds(db),
    columns: [
      { heading: '使いみち', cell: ({ purpose }) => purpose },
      { heading: '使途の指定', cell: ({ isRestricted }) => (isRestricted ? 'あり' : 'なし') },
      { heading: '目標額（円）', kind: 'yen', cell: ({ targetYen }) => targetYen },
      { heading: '公開する説明', cell: ({ publicDescription }) => publicDescription },
    ],
  }, format)
}
