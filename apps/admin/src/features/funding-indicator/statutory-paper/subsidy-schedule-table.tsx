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
  /** The sources that make it up. */
  readonly rows: readonly SubsidyScheduleRow[]
}

/** 別紙3③ as the form has it; what was granted and what users paid open their entries. */
export function SubsidyScheduleTable({ schedule, isRefreshing }: { schedule: SubsidySchedule; isRefreshing: boolean }) {
  const lines = schedule.sections.flatMap(({ section, rows, sum }): Line[] => [...rows.map((row) => ({ ...row, section, row, rows: [row] })), { ...sum, section, row: null, rows }])
  return (
    <DataTable caption="補助金事業等収益明細書" columns={columnsOf(schedule)} rows={lines} rowKey={({ section, row }) => `${section} ${row?.sourceId ?? 'sum'}`} phone="cards"
      isRefreshing={isRefreshing} empty={<EmptyState title="この年度の補助金・配分金はまだありません" icon="receipt" />} />
  )
}

/** The one source whose entries are the whole amount; null where several make it up, whose lines stand above. */
function onlySource(rows: readonly SubsidyScheduleRow[], of: 'granted' | 'users' | 'total'): FundingSourceId | null {
  const sources = rows.flatMap(({ sourceId, userIncomeSourceId, grantedYen, userIncomeYen }) => [
    ...(of !== 'users' && grantedYen !== 0 ? [sourceId] : []),
    ...(of !== 'granted' && userIncomeYen !== 0 && userIncomeSourceId !== null ? [userIncomeSourceId] : []),
  ])
  return sources.length === 1 ? (sources[0] ?? null) : null
}

function columnsOf({ fiscalYear, postedUntil, sites, sections, total }: SubsidySchedule): Column<Line>[] {
  const all = sections.flatMap(({ rows }) => rows)
  const opening = (rows: readonly SubsidyScheduleRow[], amountYen: Yen, { of, name }: { of: 'granted' | 'users' | 'total'; name: string }) => {
    const fundingSourceId = onlySource(rows, of)
    if (fundingSourceId === null || amountYen === 0) return formatYenDelta(amountYen)
    return <FigureLink amountYen={amountYen} label={name} filter={{ fiscalYear, fundingSourceId, postedUntil }} />
  }
  const columnOf = (of: 'granted' | 'users' | 'total', header: string, amountOf: (sums: SubsidySums) => Yen): Column<Line> => ({
    id: of, header: `${header}（円）`, align: 'end', footer: opening(all, amountOf(total), { of, name: `合計 ${header}` }),
    cell: ({ rows, section, row, ...sums }) => opening(rows, amountOf(sums), { of, name: `${row?.purpose ?? `${section} 区分小計`} ${header}` }),
  })
  return [
    { id: 'grantor', header: '交付団体及び交付の目的', isRowHeader: true, cell: ({ row }) => <Grantor row={row} />, footer: '合計' },
    { id: 'section', header: '区分', cell: ({ section }) => <span className="inline-block min-w-[9.5em] align-top">{section}</span>, footer: '' },
    columnOf('granted', '交付金額', ({ grantedYen }) => grantedYen),
    columnOf('users', '利用者からの収益', ({ userIncomeYen }) => userIncomeYen),
    columnOf('total', '交付金額等合計', ({ totalYen }) => totalYen),
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
