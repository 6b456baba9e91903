import { fiscalMonths } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { SourceFigures } from '@sasaeai/domain/funding-indicator/source-figures'
import { type FundingCategory, fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { Chart, type ChartOption } from '@sasaeai/ui/chart'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useMemo } from 'react'

interface MonthChartProps {
  readonly cut: FundingCut
  readonly category: FundingCategory
  readonly sources: readonly SourceFigures[]
}

interface MonthRow {
  readonly label: string
  /** Null for months that lie ahead. */
  readonly nowYen: Yen | null
  readonly lastYen: Yen
}

/** 月別: this year's bars before last year's line, and the same as a table. */
export function MonthChart({ cut, category, sources }: MonthChartProps) {
  const rows = useMemo(
    () =>
      monthRows(
        cut,
        sources.filter((source) => source.category === category),
      ),
    [cut, category, sources],
  )
  const option = useMemo(() => monthChartOption(cut, rows), [cut, rows])
  return (
    <Chart
      title={`${fundingCategoryNames[category]}の月別の受入額`}
      summary={summaryOf(
        rows,
        sources.filter((source) => source.category === category),
      )}
      option={option}
      heightRem={17}
      paperHeightRem={9}
      table={<DataTable caption="月別の受入額" columns={columnsOf(cut)} rows={rows} rowKey={(row) => row.label} />}
    />
  )
}

function monthRows(cut: FundingCut, sources: readonly SourceFigures[]): MonthRow[] {
  return fiscalMonths(cut.fiscalYear).map(({ month, firstDay }, place) => ({
    label: `${month}月`,
    nowYen: firstDay > cut.asOf ? null : sumYen(sources.map((source) => source.months[place] ?? yen(0))),
    lastYen: sumYen(sources.map((source) => source.lastMonths[place] ?? yen(0))),
  }))
}

function summaryOf(rows: readonly MonthRow[], sources: readonly SourceFigures[]): string {
  const best = rows.reduce(
    (most, row) => ((row.nowYen ?? 0) > (most.nowYen ?? 0) ? row : most),
    rows[0] ?? { label: '', nowYen: null, lastYen: yen(0) },
  )
  const [now, last] = [sumYen(sources.map((source) => source.thisYen)), sumYen(sources.map((source) => source.lastYen))]
  if (now === 0) return `まだ受入れがありません。前年同日は${formatYenDelta(last)}円でした。`
  return `合計${formatYenDelta(now)}円、前年同日比${formatYearOnYear(now, last)}。最も多い月は${best.label}の${formatYenDelta(best.nowYen ?? yen(0))}円です。`
}

/** A stroke with a dot, as the line itself is drawn. */
const lineIcon = 'path://M0 9h14a6 6 0 0 1 12 0h14v2H26a6 6 0 0 1-12 0H0Z'

/** Bars of this year before a line of last year. */
export function monthChartOption(cut: FundingCut, rows: readonly MonthRow[]): ChartOption {
  return {
    grid: { top: 36 },
    legend: { data: [formatFiscalYear(cut.fiscalYear), { name: formatFiscalYear(cut.lastYear), icon: lineIcon }] },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toLocaleString('ja-JP')}円` : '—'),
    },
    xAxis: { type: 'category', data: rows.map((row) => row.label) },
    yAxis: {
      type: 'value',
      axisLabel: { formatter: (amount: number) => `${(amount / 10_000).toLocaleString('ja-JP')}万円` },
      splitNumber: 2,
    },
    series: [
      {
        type: 'bar',
        name: formatFiscalYear(cut.fiscalYear),
        data: rows.map((row) => row.nowYen),
        barMaxWidth: 30,
        itemStyle: {
          decal: {
            symbol: 'rect',
            dashArrayX: [1, 0],
            dashArrayY: [2, 4],
            rotation: -Math.PI / 4,
            color: 'rgba(255,255,255,0.4)',
          },
        },
      },
      {
        type: 'line',
        name: formatFiscalYear(cut.lastYear),
        data: rows.map((row) => row.lastYen),
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2 },
        color: '#4d4d4d',
      },
    ],
  }
}

function columnsOf(cut: FundingCut): Column<MonthRow>[] {
  const amount = (yenOrNone: Yen | null) => (yenOrNone === null ? '—' : formatYenDelta(yenOrNone))
  return [
    { id: 'month', header: '月', cell: (row) => row.label, isRowHeader: true },
    { id: 'now', header: `${formatFiscalYear(cut.fiscalYear)}（円）`, cell: (row) => amount(row.nowYen), align: 'end' },
    { id: 'last', header: `${formatFiscalYear(cut.lastYear)}（円）`, cell: (row) => amount(row.lastYen), align: 'end' },
  ]
}
