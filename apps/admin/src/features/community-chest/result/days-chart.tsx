import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type CollectedDays, type CurvePoint, curveOf, curveWords } from '@sasaeai/domain/community-chest/result/collected-days'
import { Chart, type ChartOption } from '@sasaeai/ui/chart'
import { useMemo } from 'react'
import { DayRows } from './days-table.tsx'

/** The curve of the drive over last year's, below the line of the goal. */
export function DaysChart({ days }: { days: CollectedDays }) {
  const points = useMemo(() => curveOf(days), [days])
  const option = useMemo(() => chartOption(days, points), [days, points])
  if (points.length === 0) return null
  return (
    <Chart
      title="累計の伸び"
      summary={curveWords(days)}
      option={option}
      heightRem={21}
      paperHeightRem={12}
      table={<DayRows days={days} points={points} />}
    />
  )
}

/** A stroke with a dot, as a line is drawn. */
const lineIcon = 'path://M0 9h14a6 6 0 0 1 12 0h14v2H26a6 6 0 0 1-12 0H0Z'

function chartOption({ cut, lastCut, goalYen }: CollectedDays, points: readonly CurvePoint[]): ChartOption {
  const [now, last] = [formatFiscalYear(cut.fiscalYear), formatFiscalYear(lastCut.fiscalYear)]
  return {
    grid: { top: 40, right: 24 },
    legend: { data: [{ name: now, icon: lineIcon }, { name: last, icon: lineIcon }, ...(goalYen === null ? [] : [{ name: '目標額', icon: lineIcon }])] },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toLocaleString('ja-JP')}円` : '—'),
    },
    xAxis: { type: 'category', boundaryGap: false, data: points.map(({ day }) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`) },
    yAxis: {
      type: 'value',
      axisLabel: { formatter: (amount: number) => `${(amount / 10_000).toLocaleString('ja-JP')}万円` },
      splitNumber: 4,
    },
    series: [
      { type: 'line', name: now, data: points.map(({ nowYen }) => nowYen), showSymbol: false, lineStyle: { width: 3 }, areaStyle: { opacity: 0.12 } },
      { type: 'line', name: last, data: points.map(({ lastYen }) => lastYen), showSymbol: false, lineStyle: { width: 2, type: 'dashed' }, color: '#4d4d4d' },
      ...(goalYen === null
        ? []
        : [{ type: 'line', name: '目標額', data: points.map(() => goalYen), showSymbol: false, lineStyle: { width: 2, type: 'dotted' }, color: '#b3261e' }]),
    ],
  }
}
