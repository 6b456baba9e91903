import { attainmentOf } from '@sasaeai/domain/funding-indicator/attainment'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { perHousehold } from '@sasaeai/domain/funding-indicator/per-household'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import { formatAttainment, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { BarCell } from '@sasaeai/ui/bar-cell'
import { type Column, DataTable, type TableSort } from '@sasaeai/ui/data-table'
import { type DistrictRow, districtRows } from './district-rows.ts'
import { FigureLink } from './figure-link.tsx'
import { type DistrictSort, districtSorts } from './funding-search.ts'

interface DistrictTableProps {
  readonly dashboard: FundingDashboard
  readonly category: FundingCategory
  readonly sort: DistrictSort
  readonly isDescending: boolean
  readonly onSort: (sort: DistrictSort, isDescending: boolean) => void
}

/** 校区別, with bars for the eye. */
export function DistrictTable({ dashboard, category, sort, isDescending, onSort }: DistrictTableProps) {
  const rows = districtRows(dashboard.districts, category, { sort, isDescending })
  const direction: TableSort['direction'] = isDescending ? 'descending' : 'ascending'
  const choose = (chosen: TableSort) => {
    const wanted = districtSorts.find((each) => each === chosen.columnId)
    if (wanted !== undefined) onSort(wanted, chosen.direction === 'descending')
  }
  const columns = columnsOf(dashboard, category, rows)
  const caption = `${dashboard.districtTypeName}別の受入額`
  return (
    <>
      <div className="print-hidden">
        <DataTable
          {...{ caption, columns, rows }}
          rowKey={(row) => row.areaId}
          sort={{ columnId: sort, direction }}
          onSort={choose}
        />
      </div>
      <HalvesOnPaper {...{ caption, columns, rows }} />
    </>
  )
}

/** On paper the table stands in two halves side by side, so that 46 districts fit on a third of a page. */
function HalvesOnPaper({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly Column<DistrictRow>[]
  rows: readonly DistrictRow[]
}) {
  const half = Math.ceil(rows.length / 2)
  const withoutTotal = columns.map((column) => ({ ...column, footer: undefined }))
  return (
    <div className="hidden gap-5 print:grid print:grid-cols-2">
      <DataTable
        caption={`${caption}（1）`}
        columns={withoutTotal}
        rows={rows.slice(0, half)}
        rowKey={(row) => row.areaId}
      />
      <DataTable caption={`${caption}（2）`} columns={columns} rows={rows.slice(half)} rowKey={(row) => row.areaId} />
    </div>
  )
}

function columnsOf(
  dashboard: FundingDashboard,
  category: FundingCategory,
  rows: readonly DistrictRow[],
): Column<DistrictRow>[] {
  const whole = wholeOf(rows)
  return [
    {
      id: 'code',
      header: dashboard.districtTypeName,
      cell: ({ name }) => <span className="whitespace-nowrap">{name}</span>,
      isRowHeader: true,
      sortableBy: 'text',
      footer: '計',
    },
    {
      id: 'thisYen',
      header: '受入額（円）',
      align: 'end',
      sortableBy: 'figure',
      cell: ({ areaId: districtId, name, thisYen }) => (
        <FigureLink
          amountYen={thisYen}
          filter={figureFilter(dashboard.cut, 'this', { districtId, category })}
          label={name}
        />
      ),
      footer: formatYenDelta(whole.thisYen),
    },
    {
      id: 'bar',
      header: '縦線は前年同日',
      cell: (row) => <BarCell share={row.thisYen / whole.longestYen} markShare={row.lastYen / whole.longestYen} />,
    },
    {
      id: 'yearOnYear',
      header: '前年比',
      align: 'end',
      sortableBy: 'figure',
      cell: (row) => formatYearOnYear(row.thisYen, row.lastYen),
      footer: formatYearOnYear(whole.thisYen, whole.lastYen),
    },
    {
      id: 'households',
      header: '世帯',
      align: 'end',
      cell: (row) => counted(row.households),
      footer: counted(whole.households),
    },
    {
      id: 'perHousehold',
      header: '1世帯（円）',
      align: 'end',
      sortableBy: 'figure',
      cell: (row) => (row.perHouseholdYen === null ? '—' : formatYenDelta(row.perHouseholdYen)),
      footer: whole.perHousehold,
    },
    {
      id: 'attainment',
      header: '達成率',
      align: 'end',
      sortableBy: 'figure',
      cell: (row) => formatAttainment(row.thisYen, row.targetYen),
      footer: whole.attainment,
    },
  ]
}

function wholeOf(rows: readonly DistrictRow[]) {
  const thisYen = sumYen(rows.map((row) => row.thisYen))
  const known = rows.filter((row) => row.households !== null)
  const households = known.length === 0 ? null : known.reduce((sum, row) => sum + (row.households ?? 0), 0)
  const average = perHousehold(sumYen(known.map((row) => row.thisYen)), households)
  const attainment = attainmentOf(rows)
  return {
    thisYen,
    households,
    lastYen: sumYen(rows.map((row) => row.lastYen)),
    // Never 0, so that a council without money has bars without length rather than bars of no number.
    longestYen: Math.max(1, ...rows.flatMap((row) => [row.thisYen, row.lastYen])),
    perHousehold: average === null ? '—' : formatYenDelta(average),
    attainment: attainment === null ? '—' : formatAttainment(attainment.actualYen, attainment.targetYen),
  }
}

function counted(households: number | null): string {
  return households === null ? '—' : households.toLocaleString('ja-JP')
}
