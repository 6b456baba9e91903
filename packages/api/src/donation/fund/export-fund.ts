import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { FundInput } from '@sasaeai/domain/donation/fund/fund-report-input'
import { fundYears } from '@sasaeai/domain/donation/fund/fund-standing'
import { sumYen } from '@sasaeai/domain/money/yen'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readFund } from './fund-queries.ts'

/** One fund: what was spent and carried in the year, and its standing year by year, now or as of a moment. It names no giver. */
export async function exportFund(deps: Deps, { format, ...input }: AsFile<FundInput>): Promise<ExportOutcome<'row_gone'>> {
  const full = await readFund(deps, input, await readReportMoment(deps, input.postedUntil))
  if (full === null) return fail('row_gone')
  const { fund, movements, fiscalYear } = full
  return tableFile(`使途・基金_${fund.name}_${formatFiscalYear(fiscalYear)}`, [
    {
      name: '使用と振替',
      columns: [
        { heading: '日付', kind: 'date' }, { heading: '内容' }, { heading: '理由' }, { heading: '科目' }, { heading: '使用額（円）', kind: 'yen' }, { heading: '振替（円）', kind: 'yen' },
        { heading: '伝票番号', kind: 'count' }, { heading: '取消' },
      ],
      rows: movements.map((each) => [
        each.entryDate, each.description, each.reason, each.accountName, each.usedYen, each.transferredYen, each.entryNumber, each.isReversed ? '取消済み' : '',
      ]),
      total: [null, '合計', '', '', sumYen(movements.map(({ usedYen }) => usedYen)), sumYen(movements.map(({ transferredYen }) => transferredYen)), null, ''],
    },
    {
      name: '年度ごとの収支',
      columns: [
        { heading: '年度' }, { heading: '繰越（円）', kind: 'yen' }, { heading: '受入額（円）', kind: 'yen' }, { heading: '振替（円）', kind: 'yen' }, { heading: '使用額（円）', kind: 'yen' },
        { heading: '年度末の残高（円）', kind: 'yen' },
      ],
      rows: fundYears(fund.movements).toReversed().map((year) => [
        formatFiscalYear(year.fiscalYear), year.carriedYen, year.receivedYen, year.transferredYen, year.usedYen, year.balanceYen,
      ]),
    },
    ...momentSheets(input.postedUntil),
  ], format)
}
