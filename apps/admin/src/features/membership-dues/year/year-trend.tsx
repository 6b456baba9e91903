import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type DuesYear, type DuesYearOfTrend, trendFilter, yearOfKind, yearTotal } from '@sasaeai/domain/membership-dues/year/dues-year'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Chart, type ChartOption } from '@sasaeai/ui/chart'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useMemo } from 'react'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'

/** Up to five years as bars by kind, and as a table whose figures open. */
export function YearTrend({ year }: { year: DuesYear }) {
  const option = useMemo(() => chartOption(year), [year])
  if (year.years.length === 0) return null
  const table = <TrendTable year={year} />
  return (
    <section className="flex flex-col gap-4 print:gap-1">
      <Chart
        title={`${year.years.length}年間の推移`}
        summary={summaryOf(year)}
        option={option}
        heightRem={17}
        paperHeightRem={9}
        table={table}
      />
      {/* On paper there is no button that would turn the picture into its table. */}
      <div className="hidden print:block">{table}</div>
    </section>
  )
}

function summaryOf({ years, cut }: DuesYear): string {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || years.length < 2) return 'ほかの年度と比べられるのは、来年度からです。'
  const words = `${formatFiscalYear(first.fiscalYear)}の${formatYenDelta(yearTotal(first))}円に対して、${formatFiscalYear(last.fiscalYear)}は${formatYenDelta(yearTotal(last))}円（${formatYearOnYear(yearTotal(last), yearTotal(first))}）です。`
  return last.fiscalYear === cut.fiscalYear ? `${words}今年度は基準日までの額です。` : words
}

function chartOption({ years, kinds }: DuesYear): ChartOption {
  return {
    grid: { top: 36 },
    legend: { data: kinds.map(({ name }) => name) },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toLocaleString('ja-JP')}円` : '—'),
    },
    xAxis: { type: 'category', data: years.map(({ fiscalYear }) => formatFiscalYear(fiscalYear)) },
    yAxis: {
      type: 'value',
      axisLabel: { formatter: (amount: number) => `${(amount / 10_000).toLocaleString('ja-JP')}万円` },
      splitNumber: 3,
    },
    series: kinds.map(({ duesKindId, name }) => ({
      type: 'bar',
      name,
      stack: 'dues',
      barMaxWidth: 56,
      data: years.map((each) => yearOfKind(each, duesKindId)),
    })),
  }
}

function TrendTable({ year: { cut, years, kinds } }: { year: DuesYear }) {
  const columns: Column<DuesYearOfTrend>[] = [
    { id: 'year', header: '年度', isRowHeader: true, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
    ...kinds.map(
      ({ duesKindId, name }): Column<DuesYearOfTrend> => ({
        id: duesKindId,
        header: `${name}（円）`,
        align: 'end',
        cell: (each) => (
          <FigureLink
            amountYen={yearOfKind(each, duesKindId)}
            filter={{ ...trendFilter(cut, each.fiscalYear), duesKindId }}
            label={`${formatFiscalYear(each.fiscalYear)} ${name}`}
          />
        ),
      }),
    ),
    {
      id: 'total',
      header: '合計（円）',
      align: 'end',
      cell: (each) => (
        <FigureLink
          amountYen={yearTotal(each)}
          filter={trendFilter(cut, each.fiscalYear)}
          label={`${formatFiscalYear(each.fiscalYear)} 合計`}
        />
      ),
    },
  ]
  return <DataTable caption="年度の推移" columns={columns} rows={years} rowKey={({ fiscalYear }) => String(fiscalYear)} phone="cards" />
}
