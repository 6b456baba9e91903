import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { receiptLayoutNames } from '@sasaeai/domain/receipt/receipt-layout'
import { receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listReceiptSeries } from './receipt-series-table.ts'

/** 領収書の系列, those out of use included. */
export async function exportReceiptSeries({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '領収書の系列',
    lines: await listReceiptSeries(db),
    columns: [
      { heading: '対象', cell: ({ subject }) => receiptSubjectNames[subject] },
      { heading: '番号の形', cell: ({ pattern }) => pattern },
      { heading: '桁数', kind: 'count', cell: ({ digits }) => digits },
      { heading: '組み方', cell: ({ layout }) => receiptLayoutNames[layout] },
      { heading: '注記', cell: ({ note }) => note },
      { heading: '印影の印刷', cell: ({ printsSeal }) => (printsSeal ? '印刷する' : '印刷しない') },
    ],
  }, format)
}
