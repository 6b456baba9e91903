import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import type { CompositionCell, IncomeComposition } from '@sasaeai/domain/funding-indicator/income/income-composition'
import { type IncomeTotalKind, incomeTotalKindNames } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import { formatTenths } from '@sasaeai/domain/funding-indicator/income/share-tenths'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Chart, type ChartOption } from '@sasaeai/ui/chart'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useMemo } from 'react'
import type { CompositionView } from './income-search.ts'

interface CompositionChartProps {
  readonly composition: IncomeComposition
  readonly kind: IncomeTotalKind
  readonly view: CompositionView
}

/** A part of the whole that has a colour of its own. */
interface Band {
  readonly name: string
  readonly cells: readonly CompositionCell[]
}

/** 収入構成比: a bar of 100 % for each year, parted by category or by line. */
export function CompositionChart({ composition, kind, view }: CompositionChartProps) {
  const bands = useMemo(() => bandsOf(composition, view), [composition, view])
  const option = useMemo(() => chartOption(composition, bands), [composition, bands])
  return (
    <Chart title={`${incomeTotalKindNames[kind]}の収入構成比（${view === 'category' ? '種類別' : '区分別'}）`} summary={summaryOf(composition, bands)} option={option}
      heightRem={30} paperHeightRem={19} table={<SharesTable composition={composition} bands={bands} />} />
  )
}

function bandsOf({ categories, rows }: IncomeComposition, view: CompositionView): Band[] {
  return view === 'category'
    ? categories.map(({ of, cells }) => ({ name: incomeCategoryNames[of], cells }))
    : rows.map(({ of, cells }) => ({ name: of.name, cells }))
}

/** The newest year that is told, and what of it is the most. */
function summaryOf({ years, totals }: IncomeComposition, bands: readonly Band[]): string {
  const place = totals.findLastIndex((total) => total !== null)
  const [year, total] = [years[place], totals[place]]
  if (year === undefined || total === undefined || total === null) return ''
  const greatest = bands.toSorted((left, right) => (right.cells[place]?.amountYen ?? 0) - (left.cells[place]?.amountYen ?? 0)).slice(0, 3)
  const shares = greatest.map(({ name, cells }) => `${name} ${formatTenths(cells[place]?.tenths ?? null)}`)
  return `${formatFiscalYear(year)}の合計は${formatYenDelta(total)}円。多い順に ${shares.join('、')}です。`
}

function chartOption({ years }: IncomeComposition, bands: readonly Band[]): ChartOption {
  return {
    baseOption: {
      grid: { top: 76 },
      legend: { data: bands.map(({ name }) => name) },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? formatTenths(Math.round(value * 10)) : '—') },
      xAxis: { type: 'category', data: years.map((year) => formatFiscalYear(year).replace('年度', '')) },
      yAxis: { type: 'value', max: 100, axisLabel: { formatter: (share: number) => `${share}%` }, interval: 25 },
      series: bands.map(({ name, cells }) => ({
        type: 'bar',
        name,
        stack: 'income',
        barMaxWidth: 56,
        itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
        data: cells.map(({ tenths }) => (tenths === null ? null : tenths / 10)),
      })),
    },
    // On a phone the names of the bands take more lines.
    media: [{ option: { grid: { top: 76 }, legend: { itemGap: 20, itemWidth: 18 } } }, { query: { maxWidth: 560 }, option: { grid: { top: 190 }, legend: { itemGap: 10, itemWidth: 14 } } }],
  }
}

function SharesTable({ composition: { years }, bands }: { composition: IncomeComposition; bands: readonly Band[] }) {
  const columns: Column<Band>[] = [
    { id: 'name', header: '収入', isRowHeader: true, cell: ({ name }) => name },
    ...years.map((year, place): Column<Band> => ({
      id: String(year), header: formatFiscalYear(year), align: 'end', cell: ({ cells }) => formatTenths(cells[place]?.tenths ?? null),
    })),
  ]
  return <DataTable caption="収入構成比" columns={columns} rows={bands} rowKey={({ name }) => name} />
}
