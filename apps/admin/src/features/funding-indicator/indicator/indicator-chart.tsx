import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatAttained, formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { Chart, type ChartOption } from '@sasaeai/ui/chart'
import { DataTable } from '@sasaeai/ui/data-table'
import { useMemo } from 'react'
import type { IndicatorInFull, YearInFull } from './indicator-page.tsx'

/** Ten years as bars, targets as points without a line between them; a year from which another definition counts is marked. */
export function IndicatorChart({ indicator }: { indicator: IndicatorInFull }) {
  const option = useMemo(() => optionOf(indicator), [indicator])
  return <Chart title="10年の推移" summary={summaryOf(indicator)} option={option} heightRem={16} paperHeightRem={10} table={<YearTable indicator={indicator} />} />
}

function optionOf({ years, unit }: IndicatorInFull): ChartOption {
  const hasTarget = years.some(({ target }) => target !== null)
  return {
    grid: { top: 36 },
    legend: { data: ['実績', ...(hasTarget ? [{ name: '目標', icon: 'diamond' }] : [])] },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toLocaleString('ja-JP')}${unit}` : '—') },
    xAxis: { type: 'category', data: years.map(labelOf) },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => `${value.toLocaleString('ja-JP')}${unit}` }, splitNumber: 3 },
    series: [
      {
        type: 'bar', name: '実績', data: years.map(({ value }) => value), barMaxWidth: 40,
        markLine: {
          symbol: 'none', silent: true, lineStyle: { type: 'dotted', color: '#1a1a1a', width: 2 }, label: { formatter: '定義の変更' },
          data: years.flatMap((year) => (year.isBreak ? [{ xAxis: labelOf(year) }] : [])),
        },
      },
      ...(hasTarget ? [{ type: 'line', name: '目標', data: years.map(({ target }) => target), symbol: 'diamond', symbolSize: 14, lineStyle: { width: 0 }, color: '#4d4d4d', itemStyle: { borderColor: '#ffffff', borderWidth: 2 } }] : []),
    ],
  }
}

function labelOf({ fiscalYear }: YearInFull): string {
  return formatFiscalYear(fiscalYear).replace('年度', '')
}

function summaryOf(indicator: IndicatorInFull): string {
  const known = indicator.years.filter(({ value }) => value !== null)
  const last = known.at(-1)
  if (last === undefined) return '実績はまだありません。'
  const breaks = indicator.years.filter(({ isBreak }) => isBreak).map(({ fiscalYear }) => formatFiscalYear(fiscalYear))
  const changed = breaks.length === 0 ? '' : `${breaks.join('、')}から定義が変わったので、その前とは比べられません。`
  return `${formatFiscalYear(last.fiscalYear)}は${formatIndicatorValue(last.value, indicator)}（${last.asOfLabel}）。${changed}`
}

function YearTable({ indicator }: { indicator: IndicatorInFull }) {
  return (
    <DataTable<YearInFull>
      caption="10年の推移"
      rows={indicator.years}
      rowKey={({ fiscalYear }) => String(fiscalYear)}
      columns={[
        { id: 'year', header: '年度', isRowHeader: true, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
        { id: 'target', header: '目標', align: 'end', cell: ({ target }) => formatIndicatorValue(target, indicator) },
        { id: 'value', header: '実績', align: 'end', cell: ({ value }) => formatIndicatorValue(value, indicator) },
        { id: 'asOf', header: '時点', cell: ({ asOfLabel }) => asOfLabel },
        { id: 'attainment', header: '達成率', align: 'end', cell: ({ attainment }) => formatAttained(attainment) },
        { id: 'version', header: '定義', cell: ({ versionNumber, isBreak }) => (versionNumber === null ? '—' : `第${versionNumber}版${isBreak ? '（変更）' : ''}`) },
      ]}
    />
  )
}
