import { attainmentOf } from '@sasaeai/domain/funding-indicator/attainment'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import type { SourceFigures } from '@sasaeai/domain/funding-indicator/source-figures'
import { formatAttainment, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import type { ReactNode } from 'react'
import { FigureLink } from './figure-link.tsx'

interface SourceTableProps {
  readonly dashboard: FundingDashboard
  readonly holding: SourceFigures['holding']
  readonly title: string
  readonly help?: ReactNode
}

/** 財源別: this year to the day, last year to the same day, and the target where there is one. */
export function SourceTable({ dashboard, holding, title, help }: SourceTableProps) {
  const rows = dashboard.sources.filter((source) => source.holding === holding)
  if (rows.length === 0) return null
  return (
    <section className="min-w-0">
      <h2 className="mb-1 flex items-center gap-1 text-[1.125rem] font-bold print:text-[0.875rem]">
        {title}
        {help}
      </h2>
      <DataTable
        caption={title}
        columns={columnsOf(dashboard, rows)}
        rows={rows}
        rowKey={(row) => row.sourceId}
        phone="cards"
      />
    </section>
  )
}

function columnsOf({ cut }: FundingDashboard, rows: readonly SourceFigures[]): Column<SourceFigures>[] {
  const [now, last] = [sumYen(rows.map((row) => row.thisYen)), sumYen(rows.map((row) => row.lastYen))]
  const whole = attainmentOf(rows)
  return [
    {
      id: 'name',
      header: '財源',
      cell: ({ name }) => <span className="whitespace-nowrap">{name}</span>,
      isRowHeader: true,
      footer: '計',
    },
    {
      id: 'now',
      header: '今年度（円）',
      align: 'end',
      cell: ({ sourceId, holding, name, thisYen }) => (
        <FigureLink
          amountYen={thisYen}
          filter={figureFilter(cut, 'this', { sourceId, holding })}
          label={`${name} 今年度`}
        />
      ),
      footer: formatYenDelta(now),
    },
    {
      id: 'last',
      header: '前年同日（円）',
      align: 'end',
      cell: ({ sourceId, holding, name, lastYen }) => (
        <FigureLink
          amountYen={lastYen}
          filter={figureFilter(cut, 'last', { sourceId, holding })}
          label={`${name} 前年同日`}
        />
      ),
      footer: formatYenDelta(last),
    },
    {
      id: 'yearOnYear',
      header: '前年比',
      align: 'end',
      cell: (row) => formatYearOnYear(row.thisYen, row.lastYen),
      footer: formatYearOnYear(now, last),
    },
    {
      id: 'target',
      header: '目標（円）',
      align: 'end',
      cell: (row) => (row.targetYen === null ? '—' : formatYenDelta(row.targetYen)),
      footer: '',
    },
    {
      id: 'attainment',
      header: '達成率',
      align: 'end',
      cell: (row) => formatAttainment(row.thisYen, row.targetYen),
      footer: whole === null ? '—' : formatAttainment(whole.actualYen, whole.targetYen),
    },
  ]
}
