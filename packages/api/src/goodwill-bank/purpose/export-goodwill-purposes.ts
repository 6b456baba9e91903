import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listGoodwillPurposes } from './goodwill-purpose-table.ts'

/** 預託の目的, those out of use included. */
export async function exportGoodwillPurposes({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '預託の目的',
    lines: await listGoodwillPurposes(db),
    columns: [
      { heading: 'お金を預かる使途・基金', cell: ({ fundName }) => fundName ?? '物品だけ' },
    ],
  }, format)
}
