import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type CollectedDays, type CurvePoint, curveOf } from '@sasaeai/domain/community-chest/result/collected-days'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { driveFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import { addYen, formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { ResultFigure } from './result-figure.tsx'

/** The days on which anything came in, the newest first; each opens its entries. */
export function DaysTable({ days }: { days: CollectedDays }) {
  const moved = curveOf(days).filter(({ dayYen }) => dayYen !== 0)
  if (moved.length === 0) return null
  return (
    <section aria-labelledby="collected-days">
      <h2 id="collected-days" className="mb-1 text-[1.125rem] font-bold">
        受入れのあった日
      </h2>
      <DayRows days={days} points={moved.toReversed()} />
    </section>
  )
}

/** Some days of the curve as a table. */
export function DayRows({ days, points }: { days: CollectedDays; points: readonly CurvePoint[] }) {
  const { cut, lastCut, goalYen, rules } = days
  const ofDay = ({ day }: CurvePoint) => ({ ...driveFilter(days.scope), from: day, to: day })
  const columns: Column<CurvePoint>[] = [
    { id: 'day', header: '日', isRowHeader: true, cell: ({ day }) => formatLocalDateShort(day) },
    {
      id: 'dayYen',
      header: 'この日（円）',
      align: 'end',
      cell: (point) => <ResultFigure amountYen={point.dayYen} filter={ofDay(point)} label={formatLocalDateShort(point.day)} />,
    },
    { id: 'now', header: `${formatFiscalYear(cut.fiscalYear)}の累計（円）`, align: 'end', cell: ({ nowYen }) => formatYenDelta(nowYen) },
    { id: 'attainment', header: '達成率', align: 'end', cell: ({ nowYen }) => printedRate(nowYen, goalYen, rules) },
    { id: 'last', header: `${formatFiscalYear(lastCut.fiscalYear)}の累計（円）`, align: 'end', cell: ({ lastYen }) => formatYenDelta(lastYen) },
    { id: 'change', header: '前年との差（円）', align: 'end', cell: ({ nowYen, lastYen }) => formatYenDelta(addYen(nowYen, negateYen(lastYen))) },
  ]
  return <DataTable caption="日ごとの累計" columns={columns} rows={points} rowKey={({ day }) => day} phone="scroll" />
}
