import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { RevenueStreamInput } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import { formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { sumYen } from '@sasaeai/domain/money/yen'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readRevenueStream } from './revenue-queries.ts'

/** One machine, sponsor or project: all that came, those taken back in no sum. */
export async function exportRevenueStream(deps: Deps, { format, ...asked }: AsFile<RevenueStreamInput>): Promise<ExportOutcome<'row_gone'>> {
  const full = await readRevenueStream(deps, asked, await readReportMoment(deps, asked.postedUntil))
  if (full === null) return fail('row_gone')
  const live = full.receipts.filter(({ isLive }) => isLive)
  return tableFile(`受入れ_${full.stream.name}`, [
    {
      name: '受入れ',
      columns: [{ heading: '受入日', kind: 'date' }, { heading: '対象月' }, { heading: '金額（円）', kind: 'yen' }, { heading: '手数料（円）', kind: 'yen' }, { heading: '伝票番号', kind: 'count' }, { heading: '状態' }],
      rows: full.receipts.map(({ receivedOn, month, grossYen, feeYen, entryNumber, isLive, isGoods }) => [
        receivedOn, month === null ? '' : formatLocalMonth(month), grossYen, feeYen, entryNumber, !isLive ? '取消済み' : isGoods ? '物品を受入れ' : '受入れ済み',
      ]),
      total: [null, '合計（取消を除く）', sumYen(live.map(({ grossYen }) => grossYen)), sumYen(live.map(({ feeYen }) => feeYen)), null, ''],
    },
    ...momentSheets(asked.postedUntil),
  ], format)
}
