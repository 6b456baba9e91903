import { Suspense, lazy, useId, useState } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import type { EChartsCoreOption } from 'echarts/core'
import { Button } from './button.tsx'

// ECharts weighs more than all the rest of a page; it is fetched when a chart first comes into being.
const ChartCanvas = lazy(() => import('./chart-canvas.tsx'))

export type ChartOption = EChartsCoreOption

export interface ChartProps {
  readonly title: string
  /** What the picture says, in one or two sentences; it stands under the title and is read aloud for the picture. */
  readonly summary: string
  /** Series and axes; colours, hatching and lettering are already given. */
  readonly option: ChartOption
  /** The same figures as a DataTable. */
  readonly table: ReactNode
  readonly heightRem?: number | undefined
  /** Height on paper, where it differs: a report has to fit its page. */
  readonly paperHeightRem?: number | undefined
  /** Begins with the table, where its rows lead on. */
  readonly isTableFirst?: boolean | undefined
}

/** A picture of figures that can be turned into the table of the same figures. */
export function Chart({ title, summary, option, table, heightRem = 20, paperHeightRem = heightRem, isTableFirst = false }: ChartProps) {
  const [showsTable, setShowsTable] = useState(isTableFirst)
  const titleId = useId()
  return (
    <figure aria-labelledby={titleId} className="flex min-w-0 flex-col gap-3">
      <figcaption className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-[min(16rem,100%)] flex-1">
          <p id={titleId} className="text-[1.125rem] leading-150 font-bold">
            {title}
          </p>
          <p className="text-[0.875rem] leading-160 text-ink-sub">{summary}</p>
        </div>
        <Button size="small" icon={showsTable ? 'chart' : 'table'} onClick={() => setShowsTable(!showsTable)}>
          {showsTable ? 'グラフで見る' : '表で見る'}
        </Button>
      </figcaption>
      {showsTable ? (
        table
      ) : (
        <div className="h-(--height) print:h-(--paper-height)" style={heights({ heightRem, paperHeightRem })}>
          <Suspense fallback={<ChartPending />}>
            <ChartCanvas option={option} label={`${title}。${summary}`} paperHeightRem={paperHeightRem} />
          </Suspense>
        </div>
      )}
    </figure>
  )
}

function heights({ heightRem, paperHeightRem }: { heightRem: number; paperHeightRem: number }): CSSProperties {
  return Object.fromEntries([['--height', `${heightRem}rem`], ['--paper-height', `${paperHeightRem}rem`]])
}

function ChartPending() {
  return (
    <div role="status" className="grid h-full place-items-center rounded-8 bg-surface-sub text-[0.875rem] text-ink-sub">
      グラフを描いています
    </div>
  )
}
