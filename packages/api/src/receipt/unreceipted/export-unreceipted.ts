import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { UnreceiptedFilter } from '@sasaeai/domain/receipt/receipt-input'
import { receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { listUnreceipted } from './list-unreceipted.ts'

/** More gifts than any year has. */
const everyGift = 1_000_000

/** 未発行の寄附 as the filters narrow them. They name givers with their addresses, so whoever takes them leaves a trace. */
export async function exportUnreceipted(deps: Deps, actor: Actor, { format, ...filter }: AsFile<UnreceiptedFilter>): Promise<ExportOutcome> {
  const { rows } = await listUnreceipted(deps, { ...filter, cursor: null, limit: everyGift })
  const name = `領収書未発行の寄附_${filter.from}_${filter.to}`
  const written = await tableFile(name, [{
    name: '未発行の寄附',
    columns: [
      { heading: '受領日', kind: 'date' }, { heading: '伝票番号', kind: 'count' }, { heading: '寄附者' }, { heading: '住所' }, { heading: '対象' }, { heading: '内容' }, { heading: '金額（円）', kind: 'yen' },
    ],
    rows: rows.map((gift) => [gift.entryDate, gift.entryNumber, gift.name, gift.address, receiptSubjectNames[gift.subject], gift.purposes.join('・'), gift.amountYen]),
    total: [null, null, `合計 ${rows.length}件`, '', '', '', sumYen(rows.map(({ amountYen }) => amountYen))],
  }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'receipt_list.export', subjectKind: 'receipt_list', subjectId: name, after: { name, rows: rows.length } })
  return written
}
