import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { ReceiptFilter } from '@sasaeai/domain/receipt/receipt-list-input'
import { receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import type { Actor, Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { recordExport } from '../user/record-export.ts'
import { readReceipts, type ReceiptRow } from './receipt-queries.ts'

const columns: readonly WorkbookColumn[] = [
  { heading: '番号' }, { heading: '対象' }, { heading: '発行日', kind: 'date' }, { heading: '宛名' }, { heading: 'ただし書き' }, { heading: '金額（円）', kind: 'yen' },
  { heading: '状態' }, { heading: '無効の理由' }, { heading: '再発行', kind: 'count' }, { heading: '再発行日', kind: 'date' },
]

/** More receipts than any year has. */
const everyReceipt = 1_000_000

/** Every receipt that the list shows for these filters, as an Excel file. It names who gave what, so whoever takes it leaves a trace. */
export async function exportReceipts(deps: Deps, actor: Actor, { format, ...filter }: AsFile<ReceiptFilter>): Promise<ExportOutcome> {
  const receipts = await readReceipts(deps, filter, { after: null, limit: everyReceipt })
  const name = `領収書_${formatFiscalYear(filter.fiscalYear)}`
  const live = receipts.filter(({ voidReason }) => voidReason === '')
  const total = ['', '', null, `有効の合計 ${live.length}枚`, '', sumYen(live.map(({ amountYen }) => amountYen)), '', '', null, null]
  const written = await tableFile(name, [{ name: '領収書', columns, rows: receipts.map(cellsOf), total }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'receipt_list.export', subjectKind: 'receipt_list', subjectId: name, after: { name, rows: receipts.length } })
  return written
}

function cellsOf(receipt: ReceiptRow): (string | number | null)[] {
  return [
    receipt.number, receiptSubjectNames[receipt.subject], receipt.issuedOn, receipt.payer, receipt.purpose, receipt.amountYen,
    receipt.voidReason === '' ? '有効' : '無効', receipt.voidReason, receipt.reissues === 0 ? null : receipt.reissues, receipt.reissuedOn,
  ]
}
