import { formatFiscalYear, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { missingMonths } from '@sasaeai/domain/donation/revenue/machine-months'
import type { RevenueList } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import { revenueStreamKindNames, sponsorDisplayNames } from '@sasaeai/domain/donation/revenue/revenue-stream-kind'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listRevenueStreams } from './revenue-queries.ts'

/** The list of one kind as an Excel workbook, those out of use included. */
export async function exportRevenue(deps: Deps, { format, ...list }: AsFile<RevenueList>): Promise<ExportOutcome> {
  const { streams, today } = await listRevenueStreams(deps, list, await readReportMoment(deps, list.postedUntil))
  const name = revenueStreamKindNames[list.kind]
  const total = (figure: 'thisYearYen' | 'lastYearYen' | 'allYen' | 'allFeeYen') => sumYen(streams.map((each) => each[figure]))
  const sheet = {
    name,
    columns: [
      { heading: '番号' }, { heading: '名称' }, { heading: '相手先' }, { heading: '場所・サイト名' }, { heading: '財源' }, { heading: '使途・基金' }, { heading: '始まりの日', kind: 'date' as const },
      { heading: '終わりの日', kind: 'date' as const }, { heading: '見込み・目標（円）', kind: 'yen' as const }, { heading: `${formatFiscalYear(list.fiscalYear)}（円）`, kind: 'yen' as const },
      { heading: '前年度（円）', kind: 'yen' as const }, { heading: '累計（円）', kind: 'yen' as const }, { heading: '手数料の累計（円）', kind: 'yen' as const },
      { heading: '未入金の月' }, { heading: '名前の出し方' }, { heading: '条件・特典' }, { heading: '備考' },
    ],
    rows: streams.map((each) => [
      each.code, each.name, each.supporterName, each.place, each.fundingSourceName, each.fundName, each.startsOn, each.endsOn, each.expectedYen, each.thisYearYen, each.lastYearYen,
      each.allYen, each.allFeeYen, each.kind === 'vending_machine' ? missingMonths(each, list.fiscalYear, today).map(formatLocalMonth).join('、') : '',
      each.display === null ? '' : sponsorDisplayNames[each.display], each.terms, each.note,
    ]),
    total: ['', '合計', '', '', '', '', null, null, null, total('thisYearYen'), total('lastYearYen'), total('allYen'), total('allFeeYen'), '', '', '', ''],
  }
  return tableFile(`${name}_${formatFiscalYear(list.fiscalYear)}`, [sheet, ...momentSheets(list.postedUntil)], format)
}
