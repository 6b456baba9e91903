import { Chart } from '@sasaeai/ui/chart'
import type { ChartOption } from '@sasaeai/ui/chart'
import { DataTable } from '@sasaeai/ui/data-table'
import type { Column } from '@sasaeai/ui/data-table'
import { CatalogueEntry } from './catalogue-entry.tsx'

const months = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月']
const thisYear = [120, 4820, 9210, 5130, 640, 310, 4180, 3920, 0, 0, 0, 0]
const lastYear = [140, 4610, 9480, 4890, 720, 280, 4020, 4110, 2380, 520, 260, 430]

const option: ChartOption = {
  legend: {},
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: months },
  yAxis: { type: 'value', name: '千円' },
  series: [
    { type: 'bar', name: '令和8年度', data: thisYear, barMaxWidth: 18, barGap: '12%' },
    { type: 'bar', name: '令和7年度', data: lastYear, barMaxWidth: 18 },
  ],
}

interface MonthRow {
  readonly month: string
  readonly now: string
  readonly before: string
}

const rows: readonly MonthRow[] = months.map((month, position) => ({
  month,
  now: (thisYear[position] ?? 0).toLocaleString('ja-JP'),
  before: (lastYear[position] ?? 0).toLocaleString('ja-JP'),
}))

const columns: readonly Column<MonthRow>[] = [
  { id: 'month', header: '月', cell: (row) => row.month, isRowHeader: true },
  { id: 'now', header: '令和8年度（千円）', cell: (row) => row.now, align: 'end' },
  { id: 'before', header: '令和7年度（千円）', cell: (row) => row.before, align: 'end' },
]

/** chart. */
export function ChartSpecimens() {
  return (
    <CatalogueEntry name="chart" title="グラフ" description="同じ数字を表でも見られます。棒には網目が付き、白黒で印刷しても区別できます。">
      <Chart
        title="月ごとの会費"
        summary="6月が最も多く921万円。4月から11月までの合計は2,833万円で、前年の同じ期間を0.3%上回っています。"
        option={option}
        table={<DataTable caption="月ごとの会費" columns={columns} rows={rows} rowKey={(row) => row.month} />}
      />
    </CatalogueEntry>
  )
}
