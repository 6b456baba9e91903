import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { receiptLayoutNames } from '@sasaeai/domain/receipt/receipt-layout'
import { receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listReceiptSeries } from './receipt-series-table.ts'

/** 領収書の系列: every series, those out of use with the day since which they are. */
export async function exportReceiptSeries(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const series = await listReceiptSeries(deps.db)
  return tableFile('領収書の系列', [{
    name: '領収書の系列',
    columns: [
      { heading: 'コード' }, { heading: '名称' }, { heading: '対象' }, { heading: '番号の形' }, { heading: '桁数', kind: 'count' }, { heading: '組み方' }, { heading: '注記' }, { heading: '印影の印刷' },
      { heading: '使用終了日', kind: 'date' },
    ],
    rows: series.map((each) => [
      each.code, each.name, receiptSubjectNames[each.subject], each.pattern, each.digits, receiptLayoutNames[each.layout], each.note, each.printsSeal ? '印刷する' : '印刷しない', each.closedOn,
    ]),
  }], format)
}
