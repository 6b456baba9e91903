import { formatAttained, formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { indicatorGradeNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { Button } from '@sasaeai/ui/button'
import type { Column } from '@sasaeai/ui/data-table'
import { AppLink } from '../../../app/app-link.tsx'
import { GradeChip } from './grade-chip.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { ListedIndicator } from './indicators-page.tsx'
import { YearBars } from './year-bars.tsx'

interface ColumnsOfMoment extends MomentSearch {
  /** Undefined where nothing can be entered. */
  readonly onEdit: ((indicator: ListedIndicator) => void) | undefined
}

/** 分類・成果指標・目標・実績・評価・次期への課題, as plans print them, with the course of ten years beside. */
export function indicatorColumns({ postedUntil, onEdit }: ColumnsOfMoment): Column<ListedIndicator>[] {
  const now = ({ values }: ListedIndicator) => values.at(-1)
  return [
    { id: 'category', header: '分類', cell: ({ category }) => <span className="block min-w-16 sm:max-lg:min-w-14">{category}</span> },
    {
      id: 'name', header: '成果指標', isRowHeader: true, isText: true,
      cell: ({ indicatorId, name }) => <AppLink to="/indicators/$indicatorId" params={{ indicatorId }} search={{ postedUntil }} className="block min-w-36 sm:max-lg:min-w-28 print:text-ink print:no-underline">{name}</AppLink>,
    },
    { id: 'target', header: '目標', align: 'end', cell: (row) => formatIndicatorValue(now(row)?.target ?? null, row) },
    { id: 'actual', header: '実績', align: 'end', cell: (row) => <Actual indicator={row} /> },
    { id: 'attainment', header: '達成率', align: 'end', cell: (row) => formatAttained(now(row)?.attainment ?? null) },
    { id: 'review', header: '評価', cell: (row) => <Review year={now(row)} /> },
    { id: 'next', header: '次期への課題', cell: (row) => <span className="block min-w-28 sm:max-lg:min-w-24">{now(row)?.review?.nextIssue ?? ''}</span> },
    { id: 'course', header: '推移', isWideOnly: 'desktop', cell: ({ values }) => <YearBars years={values} /> },
    ...(onEdit === undefined ? [] : [{
      id: 'acts', header: '操作', isActs: true,
      cell: (row: ListedIndicator) => <Button size="small" className="whitespace-nowrap print-hidden" aria-label={`${row.name}の目標・実績・評価を入力`} onClick={() => onEdit(row)}>入力</Button>,
    }]),
  ]
}

/** The value with its own 時点 below it. */
function Actual({ indicator }: { indicator: ListedIndicator }) {
  const year = indicator.values.at(-1)
  return (
    <>
      <span className="block font-bold">{formatIndicatorValue(year?.value ?? null, indicator)}</span>
      {year !== undefined && year.asOfLabel !== '' && <span className="block text-[0.8125em] text-ink-sub">{year.asOfLabel}</span>}
    </>
  )
}

function Review({ year }: { year: ListedIndicator['values'][number] | undefined }) {
  const { grade = null, assessment = '' } = year?.review ?? {}
  return (
    <div className="flex min-w-28 sm:max-lg:min-w-24 flex-col items-start gap-1">
      {grade !== null && <GradeChip grade={grade}>{indicatorGradeNames[grade]}</GradeChip>}
      {assessment !== '' && <span>{assessment}</span>}
    </div>
  )
}
