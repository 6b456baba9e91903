import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type CampaignResult, type ResultYear, totalOfResult } from '@sasaeai/domain/community-chest/result/campaign-result'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { resultYearFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { goalText, ResultFigure } from './result-figure.tsx'

interface YearLine {
  readonly year: ResultYear
  readonly collectedYen: Yen
  /** Null for the oldest year at hand. */
  readonly beforeYen: Yen | null
}

/** Each year against its own goal and the year before it. */
export function YearResultTable({ result }: { result: CampaignResult }) {
  const { byYear } = totalOfResult(result)
  const lines = result.years.slice(0, result.shownYears).map((year, place): YearLine => ({
    year, collectedYen: byYear[place] ?? yen(0), beforeYen: byYear[place + 1] ?? null,
  }))
  const columns: Column<YearLine>[] = [
    { id: 'year', header: '年度', isRowHeader: true, cell: ({ year }) => formatFiscalYear(year.fiscalYear) },
    { id: 'until', header: '集計した日まで', align: 'end', cell: ({ year }) => formatLocalDateShort(year.until) },
    { id: 'goal', header: '目標額（円）', align: 'end', cell: ({ year }) => goalText(year.goalYen ?? yen(0)) },
    {
      id: 'collected',
      header: '実績額（円）',
      align: 'end',
      cell: ({ year, collectedYen }) => (
        <ResultFigure amountYen={collectedYen} filter={resultYearFilter(result.scope, year)} label={`実績額 ${formatFiscalYear(year.fiscalYear)}`} />
      ),
    },
    { id: 'attainment', header: '達成率', align: 'end', cell: ({ year, collectedYen }) => printedRate(collectedYen, year.goalYen, result.rules) },
    { id: 'yearOnYear', header: '前年比', align: 'end', cell: ({ collectedYen, beforeYen }) => printedRate(collectedYen, beforeYen, result.rules) },
  ]
  return (
    <section aria-labelledby="result-years">
      <h2 id="result-years" className="mb-1 text-[1.125rem] font-bold">
        年度ごとの達成率
      </h2>
      <DataTable caption="年度ごとの達成率" columns={columns} rows={lines.toReversed()} rowKey={({ year }) => String(year.fiscalYear)} phone="cards" />
    </section>
  )
}
