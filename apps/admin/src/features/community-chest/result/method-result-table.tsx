import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import {
  type CampaignResult,
  changeYen,
  type MethodRow,
  methodRows,
  type ResultFigures,
  type ResultYear,
  totalOfResult,
} from '@sasaeai/domain/community-chest/result/campaign-result'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import { nationalShare } from '@sasaeai/domain/community-chest/result/national-shares'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { methodFilter, resultYearFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import { formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { goalText, ResultFigure } from './result-figure.tsx'

/** 方法別: each method against its goal, last year and its share of the whole; or several years side by side. */
export function MethodResultTable({ result }: { result: CampaignResult }) {
  return (
    <DataTable
      caption="募金方法ごとの実績"
      columns={[nameColumn, ...(result.shownYears > 1 ? yearColumns(result) : oneYearColumns(result)), ...shareColumns(result)]}
      rows={methodRows(result)}
      rowKey={({ methodId }) => methodId ?? 'none'}
      phone="cards"
      empty={<EmptyState title="この運動の目標額と募金はまだありません">目標額を決めるか、受付で記帳すると、ここに並びます。</EmptyState>}
    />
  )
}

const nameColumn: Column<MethodRow> = { id: 'name', header: '募金方法', isRowHeader: true, cell: ({ name }) => name, footer: '計' }

function oneYearColumns(result: CampaignResult): Column<MethodRow>[] {
  const total = totalOfResult(result)
  return [
    {
      id: 'count',
      header: '件数',
      align: 'end',
      cell: ({ count, countMeaning }) => countText(count, countMeaning),
      footer: total.count === null ? '—' : countText(total.count.number, total.count.meaning),
    },
    { id: 'goal', header: '目標額（円）', align: 'end', cell: ({ goalYen }) => goalText(goalYen), footer: goalText(total.goalYen) },
    collectedColumn({ result, total, place: 0, header: '実績額（円）' }),
    {
      id: 'attainment',
      header: '達成率',
      align: 'end',
      cell: ({ collectedYen, goalYen }) => printedRate(collectedYen, goalYen, result.rules),
      footer: printedRate(total.collectedYen, total.goalYen, result.rules),
    },
    collectedColumn({ result, total, place: 1, header: '前年（円）' }),
    yearOnYearColumn(result, total),
    { id: 'change', header: '増減（円）', align: 'end', cell: (row) => formatYenDelta(changeYen(row)), footer: formatYenDelta(changeYen(total)) },
  ]
}

/** The oldest year first, as a reader goes through the years. */
function yearColumns(result: CampaignResult): Column<MethodRow>[] {
  const total = totalOfResult(result)
  const years = result.years.slice(0, result.shownYears)
  const amounts = years.map(({ fiscalYear }, place) => collectedColumn({ result, total, place, header: `${formatFiscalYear(fiscalYear)}（円）` }))
  return [...amounts.toReversed(), yearOnYearColumn(result, total)]
}

interface CollectedColumn {
  readonly result: CampaignResult
  readonly total: ResultFigures
  /** 0 for the year asked for, 1 for the one before … */
  readonly place: number
  readonly header: string
}

function collectedColumn({ result, total, place, header }: CollectedColumn): Column<MethodRow> {
  const year = result.years[place]
  const amountIn = (figures: ResultFigures): Yen => (place === 1 ? figures.lastYen : (figures.byYear[place] ?? yen(0)))
  const filter = year === undefined ? null : resultYearFilter(result.scope, year)
  return {
    id: `collected-${place}`,
    header,
    align: 'end',
    cell: (row) => (
      <ResultFigure
        amountYen={amountIn(row)}
        filter={filter === null ? null : methodFilter(filter, row.methodId)}
        label={`${row.name} ${yearName(year)}`}
      />
    ),
    footer: <ResultFigure amountYen={amountIn(total)} filter={filter} label={`計 ${yearName(year)}`} />,
  }
}

function yearName(year: ResultYear | undefined): string {
  return year === undefined ? '' : formatFiscalYear(year.fiscalYear)
}

function yearOnYearColumn({ rules }: CampaignResult, total: ResultFigures): Column<MethodRow> {
  return {
    id: 'yearOnYear',
    header: '前年比',
    align: 'end',
    cell: ({ collectedYen, lastYen }) => printedRate(collectedYen, lastYen, rules),
    footer: printedRate(total.collectedYen, total.lastYen, rules),
  }
}

function shareColumns(result: CampaignResult): Column<MethodRow>[] {
  const { collectedYen: wholeYen } = totalOfResult(result)
  return [
    {
      id: 'share',
      header: '構成比',
      align: 'end',
      cell: ({ collectedYen }) => printedRate(collectedYen, wholeYen, result.rules),
      footer: printedRate(wholeYen, wholeYen, result.rules),
    },
    { id: 'national', header: '全国', align: 'end', cell: ({ nationalCategory }) => nationalShare(nationalCategory) },
  ]
}
