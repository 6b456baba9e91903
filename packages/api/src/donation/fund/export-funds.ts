import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { FundsOfYearInput } from '@sasaeai/domain/donation/fund/fund-report-input'
import { fundStanding, sumOfFunds } from '@sasaeai/domain/donation/fund/fund-standing'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listFundStandings } from './fund-queries.ts'

/** 使途・基金 as a year sees them, now or as of a moment, as a file. */
export async function exportFunds(deps: Deps, { fiscalYear: year, postedUntil, format }: AsFile<FundsOfYearInput>): Promise<ExportOutcome> {
  const rows = (await listFundStandings(deps, await readReportMoment(deps, postedUntil))).map((fund) => ({ fund, standing: fundStanding(fund.movements, year) }))
  const total = sumOfFunds(rows.map(({ standing }) => standing))
  const sheet = {
    name: '使途・基金',
    columns: [
      { heading: 'コード' }, { heading: '名称' }, { heading: '使いみち' }, { heading: '使途の指定' }, { heading: '前年度からの繰越（円）', kind: 'yen' as const },
      { heading: '受入額（円）', kind: 'yen' as const }, { heading: '振替（円）', kind: 'yen' as const }, { heading: '使用額（円）', kind: 'yen' as const },
      { heading: '残高（円）', kind: 'yen' as const }, { heading: '目標額（円）', kind: 'yen' as const }, { heading: '受入額の累計（円）', kind: 'yen' as const },
      { heading: '使用終了日', kind: 'date' as const },
    ],
    rows: rows.map(({ fund, standing }) => [
      fund.code, fund.name, fund.purpose, fund.isRestricted ? '指定あり' : '指定なし', standing.carriedYen, standing.receivedYen, standing.transferredYen,
      standing.usedYen, standing.balanceYen, fund.targetYen, standing.receivedInAllYen, fund.closedOn,
    ]),
    total: ['合計', '', '', '', total.carriedYen, total.receivedYen, total.transferredYen, total.usedYen, total.balanceYen, null, total.receivedInAllYen, null],
  }
  return tableFile(`使途・基金_${formatFiscalYear(year)}`, [sheet, ...momentSheets(postedUntil)], format)
}
