import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatInterimReceiptNumber } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-number'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { listInterimReceipts } from './interim-receipt-queries.ts'

/** More 預り証 than any year has. */
const everyReceipt = 1_000_000

/** Every 預り証 of a year. They name who gave what, so whoever takes them leaves a trace. */
export async function exportInterimReceipts(deps: Deps, actor: Actor, { fiscalYear, format }: AsFile<{ readonly fiscalYear: FiscalYear }>): Promise<ExportOutcome> {
  const { rows, totals } = await listInterimReceipts(deps, { fiscalYear, cursor: null, limit: everyReceipt })
  const name = `預り証_${formatFiscalYear(fiscalYear)}`
  const written = await tableFile(name, [{
    name: '預り証',
    columns: [
      { heading: '番号' }, { heading: '発行日', kind: 'date' }, { heading: '宛名' }, { heading: 'ただし書き' }, { heading: '金額（円）', kind: 'yen' }, { heading: '状態' },
      { heading: '無効の理由' }, { heading: '無効にした人' },
    ],
    rows: rows.map((row) => [
      formatInterimReceiptNumber(row), row.issuedOn, row.payer, row.purpose, row.amountYen,
      row.voidReason !== '' ? '無効' : row.hasReversedEntry ? '伝票が取り消されています' : '有効', row.voidReason, row.voidedByName ?? '',
    ]),
    total: ['', null, `有効の合計 ${totals.count - totals.voided}枚`, '', totals.liveYen, '', '', ''],
  }], format)
  if (written.ok) {
    await recordExport(deps, actor, { action: 'interim_receipt.export', subjectKind: 'interim_receipt', subjectId: String(fiscalYear), after: { title: name, rows: rows.length } })
  }
  return written
}
