import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import { groupDigits } from '../../money/group-digits.ts'
import { formatAttainment } from '../../money/ratio.ts'
import type { ReportCell, ReportTable } from '../report-table.ts'
import { incomeParts, leastAverageYen, leastDonors, type TaxCreditTest, type TestResult } from './tax-credit-test.ts'

export const testResultNames: Readonly<Record<TestResult, string>> = { met: '満たす見込み', unmet: '満たしていません', unknown: '記録が足りず未定' }

/** Judged donors, which may be fractions of one: 「102.5」. */
export function formatTenthsOfDonors(tenths: number): string {
  return `${groupDigits(Math.floor(tenths / 10))}.${tenths % 10}`
}

/** A period of the 税額控除 test: what was asked for and reached, and year by year what it was reached with. */
export function taxCreditTables(period: string, test: TaxCreditTest): ReportTable[] {
  return [requirementTable(period, test), yearTable(period, test)]
}

function requirementTable(period: string, { donors, income }: TaxCreditTest): ReportTable {
  const ofRaised: ReportCell[][] = donors.isRaised
    ? [['要件1', testResultNames[donors.result], '寄附の年平均（円）', groupDigits(donors.averageYen), groupDigits(leastAverageYen), groupDigits(donors.missingYen)]]
    : []
  return {
    title: `${period}：要件`,
    columns: ['要件', '結果', '見るもの', '実績', '必要', 'あと必要'].map((heading) => ({ heading, kind: 'text' })),
    rows: [
      ['要件1', testResultNames[donors.result], '年平均の寄附者（判定上、人）', formatTenthsOfDonors(donors.averageTenths), String(leastDonors), groupDigits(donors.missingDonors)],
      ...ofRaised,
      ['要件2', testResultNames[income.result], '寄附の収入に対する割合', formatAttainment(income.giftsYen, income.incomeYen), `${100 / incomeParts}%`, income.missingYen === null ? '—' : `${groupDigits(income.missingYen)}円`],
    ],
    total: null,
  }
}

function yearTable(period: string, { years }: TaxCreditTest): ReportTable {
  return {
    title: `${period}：年度ごと`,
    columns: [
      { heading: '年度', kind: 'text' }, { heading: '3,000円以上の寄附者（人）', kind: 'count' }, { heading: 'その寄附（円）', kind: 'yen' }, { heading: '判定上の人数', kind: 'rate' },
      { heading: '住所がなく数えない人', kind: 'count' }, { heading: '寄附の全部（円）', kind: 'yen' }, { heading: '費用（円）', kind: 'yen' }, { heading: '収入（円）', kind: 'yen' },
    ],
    rows: years.map(({ fiscalYear, hasBooks, donors, donorsYen, countedTenths, withoutAddress, giftsYen, costYen, incomeYen }) => [
      formatFiscalYear(fiscalYear),
      ...(hasBooks ? [donors, donorsYen, formatTenthsOfDonors(countedTenths), withoutAddress, giftsYen] : [null, null, '—', null, null]),
      costYen, incomeYen,
    ]),
    total: null,
  }
}
