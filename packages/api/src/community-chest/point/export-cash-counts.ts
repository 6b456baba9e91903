import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { denominations } from '@sasaeai/domain/community-chest/point/cash-pieces'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listCashCounts } from './cash-count-queries.ts'

/** More counts than any year has. */
const everyCount = 1_000_000

/** 金種計数 of the drives of a year, the newest first, with the pieces of each; those that were undone are in no sum. */
export async function exportCashCounts(deps: Deps, { fiscalYear, format }: AsFile<{ fiscalYear: FiscalYear }>): Promise<ExportOutcome> {
  const counts = await listCashCounts(deps, fiscalYear, everyCount)
  const standing = counts.filter(({ undoneOn }) => undoneOn === null)
  return tableFile(`金種計数_${formatFiscalYear(fiscalYear)}`, [{
    name: '金種計数',
    columns: [
      { heading: '計数日', kind: 'date' }, { heading: '場所・機会' }, { heading: '運動' }, { heading: '募金方法' }, { heading: '地域' }, { heading: '件数' }, { heading: '金額（円）', kind: 'yen' },
      ...denominations.map((denomination) => ({ heading: `${denomination.toLocaleString('ja-JP')}円（枚）`, kind: 'count' as const })),
      { heading: '計数した人' }, { heading: '伝票番号', kind: 'count' }, { heading: '取消日', kind: 'date' }, { heading: '訂正後の伝票番号', kind: 'count' },
    ],
    rows: counts.map((each) => [
      each.countedOn, each.pointName, each.campaignName, each.methodName, each.areaName, countText(each.count, each.countMeaning), each.amountYen,
      ...denominations.map((denomination) => each.pieces[denomination] ?? 0), each.countedBy, each.entryNumber, each.undoneOn, each.correctedByNumber,
    ]),
    total: [
      null, '合計（取消を除く）', '', '', '', '', sumYen(standing.map(({ amountYen }) => amountYen)),
      ...denominations.map((denomination) => standing.reduce((sum, { pieces }) => sum + (pieces[denomination] ?? 0), 0)), '', null, null, null,
    ],
  }], format)
}
