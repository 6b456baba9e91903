import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import type { EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartTheme } from './chart-theme.ts'
import type { ChartOption } from './chart.tsx'

use([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

// The printable width of A4 with our margins, in CSS pixels.
const paperWidth = 700
// One rem on paper (print.css sets 11 points), in CSS pixels.
const paperRem = (11 * 96) / 72

interface ChartCanvasProps {
  readonly option: ChartOption
  readonly label: string
  readonly paperHeightRem: number
}

/** The picture itself, as SVG; a default export because it is only ever loaded lazily. */
export default function ChartCanvas({ option, label, paperHeightRem }: ChartCanvasProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  useEffect(() => {
    if (host.current === null) return undefined
    const created = init(host.current, chartTheme(getComputedStyle(host.current).fontFamily), { renderer: 'svg' })
    chart.current = created
    const stopFollowing = followSize(created, host.current, paperHeightRem * paperRem)
    return () => {
      stopFollowing()
      created.dispose()
      chart.current = null
    }
  }, [paperHeightRem])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  return <div ref={host} role="img" aria-label={label} className="h-full w-full" />
}

/** Redraws when its box changes, and for the size of the paper while printing. */
function followSize(chart: EChartsType, host: HTMLElement, paperHeight: number): () => void {
  const observer = new ResizeObserver(() => chart.resize())
  const forPaper = () => {
    chart.resize({ width: Math.min(paperWidth, host.clientWidth), height: paperHeight })
    // The paper is drawn before the next frame, on which the chart would draw itself.
    chart.getZr().flush()
  }
  const forScreen = () => chart.resize({ width: 'auto', height: 'auto' })
  observer.observe(host)
  window.addEventListener('beforeprint', forPaper)
  window.addEventListener('afterprint', forScreen)
  return () => {
    observer.disconnect()
    window.removeEventListener('beforeprint', forPaper)
    window.removeEventListener('afterprint', forScreen)
  }
}
