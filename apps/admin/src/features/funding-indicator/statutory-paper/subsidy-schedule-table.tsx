import { siteName } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import type { SubsidySchedule, SubsidyScheduleRow, SubsidySums } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import type { FundingSourceId } from '@sasaeai/domain/ids'
import { formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { FigureLink } from '../figure-link.tsx'

/** A line of the form: a source, or the 区分小計. */
interface Line extends SubsidySums {
  readonly section: string
  readonly row: SubsidyScheduleRow | null
}

/** 別紙3③ as the form has it; what was granted and what users paid open their entries. */
export function SubsidyScheduleTable({ schedule, isRefreshing }: { schedule: SubsidySchedule; isRefreshing: boolean }) {
  const lines = schedule.sections.flatMap(({ section, rows, sum }): Line[] => [...rows.map((row) => ({ ...row, section, row })), { ...sum, section, row: null }])
  return (
    <DataTable caption="補助金事業等収益明細書" columns={columnsOf(schedule)} rows={lines} rowKey={({ section, row }) => `${section} ${row?.sourceId ?? 'sum'}`} phone="cards"
      isRefreshing={isRefreshing} empty={<EmptyState title="この年度の補助金・配分金はまだありません" icon="receipt" />} />
  )
}

function columnsOf({ fiscalYear, postedUntil, sites, total }: SubsidySchedule): Column<Line>[] {
  const opening = (line: Line, amountYen: Yen, { sourceId, name }: { sourceId: FundingSourceId | null | undefined; name: string }) =>
    sourceId == null || amountYen === 0 ? formatYenDelta(amountYen) : (
      <FigureLink amountYen={amountYen} label={`${line.row?.purpose ?? ''} ${name}`} filter={{ fiscalYear, fundingSourceId: sourceId, ...(postedUntil === undefined ? {} : { postedUntil }) }} />
    )
  return [
    { id: 'grantor', header: '交付団体及び交付の目的', isRowHeader: true, cell: ({ row }) => <Grantor row={row} />, footer: '合計' },
    { id: 'section', header: '区分', cell: ({ section }) => <span className="inline-block min-w-[9.5em] align-top">{section}</span>, footer: '' },
    { id: 'granted', header: '交付金額（円）', align: 'end', footer: formatYenDelta(total.grantedYen), cell: (line) => opening(line, line.grantedYen, { sourceId: line.row?.sourceId, name: '交付金額' }) },
    { id: 'users', header: '利用者からの収益（円）', align: 'end', footer: formatYenDelta(total.userIncomeYen), cell: (line) => opening(line, line.userIncomeYen, { sourceId: line.row?.userIncomeSourceId, name: '利用者からの収益' }) },
    { id: 'total', header: '交付金額等合計（円）', align: 'end', cell: ({ totalYen }) => formatYenDelta(totalYen), footer: formatYenDelta(total.totalYen) },
    { id: 'reserve', header: 'うち積立金積立額（円）', align: 'end', cell: ({ reserveYen }) => formatYenDelta(reserveYen), footer: formatYenDelta(total.reserveYen) },
    ...sites.map((site, place): Column<Line> => ({
      id: `site ${site}`, header: siteName(site), align: 'end', cell: ({ siteYen }) => formatYenDelta(siteYen[place] ?? yen(0)), footer: formatYenDelta(total.siteYen[place] ?? yen(0)),
    })),
  ]
}

function Grantor({ row }: { row: SubsidyScheduleRow | null }) {
  if (row === null) return '区分小計'
  return (
    <>
      {row.grantor === '' ? <span className="font-bold text-red-900">交付団体が未入力</span> : row.grantor}
      <span className="block text-[0.9em] font-normal">{row.purpose}</span>
    </>
  )
}
