import { siteName } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import { type SubsidyAmount, subsidyAmountNames } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-amount'
import type { SubsidySchedule, SubsidyScheduleRow, SubsidySums } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import { formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { ScheduleLink } from './schedule-link.tsx'

/** A line of the form: a source, or the 区分小計. */
interface Line extends SubsidySums {
  readonly section: string
  readonly row: SubsidyScheduleRow | null
}

/** 別紙3③ as the form has it; each amount of the books opens its entries. */
export function SubsidyScheduleTable({ schedule, isRefreshing }: { schedule: SubsidySchedule; isRefreshing: boolean }) {
  const lines = schedule.sections.flatMap(({ section, rows, sum }): Line[] => [...rows.map((row) => ({ ...row, section, row })), { ...sum, section, row: null }])
  return (
    <DataTable caption="補助金事業等収益明細書" columns={columnsOf(schedule)} rows={lines} rowKey={({ section, row }) => `${section} ${row?.sourceId ?? 'sum'}`} phone="cards"
      isRefreshing={isRefreshing} empty={<EmptyState title="この年度の補助金・配分金はまだありません" icon="receipt" />} />
  )
}

function columnsOf(schedule: SubsidySchedule): Column<Line>[] {
  const { fiscalYear, postedUntil, sites, total } = schedule
  const figure = (amountYen: Yen, line: Line | null, { of = 'total', site }: { of?: SubsidyAmount; site?: string }) => {
    const name = line === null ? '合計' : (line.row?.purpose ?? `${line.section} 区分小計`)
    const search = { year: fiscalYear, postedUntil, section: line?.section, sourceId: line?.row?.sourceId, of, site }
    return <ScheduleLink to="/statutory-papers/subsidies" search={search} amountYen={amountYen} label={`${name} ${site === undefined ? subsidyAmountNames[of] : siteName(site)}`} />
  }
  const columnOf = (of: SubsidyAmount, amountOf: (sums: SubsidySums) => Yen): Column<Line> => ({
    id: of, header: `${subsidyAmountNames[of]}（円）`, align: 'end', footer: figure(amountOf(total), null, { of }), cell: (line) => figure(amountOf(line), line, { of }),
  })
  return [
    { id: 'grantor', header: '交付団体及び\u200B交付の目的', isRowHeader: true, cell: ({ row }) => <Grantor row={row} />, footer: '合計' },
    { id: 'section', header: '区分', cell: ({ section }) => <span className="inline-block min-w-[9.5em] align-top sm:max-lg:min-w-[6.5em]">{section}</span>, footer: '' },
    columnOf('granted', ({ grantedYen }) => grantedYen),
    columnOf('users', ({ userIncomeYen }) => userIncomeYen),
    columnOf('total', ({ totalYen }) => totalYen),
    { id: 'reserve', header: 'うち積立金\u200B積立額（円）', align: 'end', cell: ({ reserveYen }) => formatYenDelta(reserveYen), footer: formatYenDelta(total.reserveYen) },
    ...sites.map((site, place): Column<Line> => ({
      id: `site ${site}`, header: siteName(site), align: 'end', cell: (line) => figure(line.siteYen[place] ?? yen(0), line, { site }), footer: figure(total.siteYen[place] ?? yen(0), null, { site }),
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
