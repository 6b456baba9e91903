import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { YearRun } from '@sasaeai/domain/ledger/year-run'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { SupporterMoney, SupporterYearSum } from './read-supporter-money.ts'

/** 納入・寄附 of one supporter: years in lines and kinds of money in columns, and what was given for which purpose. */
export function supporterMoneySheets({ sums, funds }: SupporterMoney, run: YearRun): WorkbookSheet[] {
  const kinds = [...new Map(sums.map((sum) => [kindOf(sum), sum.duesKindName ?? sum.sourceName]))]
  const cellsOf = (some: readonly SupporterYearSum[]) => [
    yenOf(some), some.reduce((total, { times }) => total + times, 0), ...kinds.map(([kind]) => yenOf(some.filter((sum) => kindOf(sum) === kind))),
  ]
  return [
    {
      name: '年ごとの合計',
      columns: [
        { heading: run === 'calendar' ? '年' : '年度' }, { heading: '合計（円）', kind: 'yen' }, { heading: '件数', kind: 'count' },
        ...kinds.map(([, name]) => ({ heading: `${name}（円）`, kind: 'yen' as const })),
      ],
      rows: [...Map.groupBy(sums, ({ year }) => year)].map(([year, ofYear]) => [run === 'calendar' ? `${year}年` : formatFiscalYear(fiscalYear(year)), ...cellsOf(ofYear)]),
      total: ['合計', ...cellsOf(sums)],
    },
    {
      name: '使途の指定',
      columns: [{ heading: '使途・基金' }, { heading: '金額（円）', kind: 'yen' }],
      rows: funds.map(({ fundName, amountYen }) => [fundName, amountYen]),
      total: ['合計', sumYen(funds.map(({ amountYen }) => amountYen))],
    },
  ]
}

function yenOf(sums: readonly SupporterYearSum[]): number {
  return sumYen(sums.map(({ amountYen }) => amountYen))
}

function kindOf({ fundingSourceId, duesKindId }: SupporterYearSum): string {
  return `${fundingSourceId} ${duesKindId ?? ''}`
}
