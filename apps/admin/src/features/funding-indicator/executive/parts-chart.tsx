import { differenceOf } from '@sasaeai/domain/funding-indicator/executive/difference'
import type { DifferencePart } from '@sasaeai/domain/funding-indicator/executive/explanation'
import { formatYenDelta, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { Chart, type ChartOption } from '@sasaeai/ui/chart'
import { type ReactNode, useMemo } from 'react'

/** More bars than these can no longer be told apart; the others stand together in the last one. */
const mostBars = 12

interface PartsChartProps {
  readonly title: string
  /** Largest change first. */
  readonly parts: readonly DifferencePart<unknown>[]
  readonly table: ReactNode
  readonly isTableFirst: boolean
}

/** 増減の内訳 as bars to the left and right of nothing. What has no bar of its own is in the last one, so that they add up. */
export function PartsChart({ title, parts, table, isTableFirst }: PartsChartProps) {
  const bars = useMemo(() => barsOf(parts), [parts])
  const option = useMemo(() => optionOf(bars), [bars])
  return <Chart title={title} summary={summaryOf(parts)} option={option} table={table} heightRem={Math.max(6, 2 + bars.length * 2)} paperHeightRem={Math.max(4, 1.5 + bars.length * 1.2)} isTableFirst={isTableFirst} />
}

interface Bar {
  readonly name: string
  readonly changeYen: Yen
}

function barsOf(parts: readonly DifferencePart<unknown>[]): Bar[] {
  const bars = parts.map((part) => ({ name: part.name, changeYen: differenceOf(part) }))
  if (bars.length <= mostBars) return bars
  const others = bars.slice(mostBars - 1)
  return [...bars.slice(0, mostBars - 1), { name: `ほか${others.length}`, changeYen: sumYen(others.map(({ changeYen }) => changeYen)) }]
}

function summaryOf(parts: readonly DifferencePart<unknown>[]): string {
  const whole = sumYen(parts.map(differenceOf))
  const said = (part: DifferencePart<unknown>) => `${part.name} ${formatYenDelta(differenceOf(part))}円`
  const [less] = parts.filter((part) => differenceOf(part) < 0)
  const [more] = parts.filter((part) => differenceOf(part) > 0)
  return [
    `合わせて${formatYenDelta(whole)}円。`,
    less === undefined ? '' : `最も減ったのは${said(less)}。`,
    more === undefined ? '' : `最も増えたのは${said(more)}。`,
  ].join('')
}

function optionOf(bars: readonly Bar[]): ChartOption {
  return {
    grid: { top: 4, left: 4, right: 24 },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toLocaleString('ja-JP').replace('-', '△')}円` : '—') },
    xAxis: { type: 'value', splitNumber: 3, axisLabel: { formatter: (amount: number) => `${(amount / 10_000).toLocaleString('ja-JP').replace('-', '△')}万円`, hideOverlap: true } },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name), axisLabel: { width: 150, overflow: 'truncate', interval: 0 }, axisLine: { onZero: false } },
    series: [{
      type: 'bar', name: '増減', barMaxWidth: 22,
      // What is less is hatched as well as of another colour: on a black-and-white print both look alike.
      data: bars.map(({ changeYen }) => ({ value: changeYen, itemStyle: changeYen < 0 ? lessStyle : moreStyle })),
    }],
  }
}

const moreStyle = { color: '#0017c1', decal: { symbol: 'none' } }
const lessStyle = {
  color: '#c74700',
  decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.5)' },
}
