import { formatAttained, formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { indicatorGradeNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useState } from 'react'
import { GradeChip } from '../indicator/grade-chip.tsx'
import { IndicatorYearDialog } from '../indicator/indicator-year-dialog.tsx'
import type { IndicatorOfPlan, PlanInFull, PlanReviewInFull } from './plan-page.tsx'

interface ReviewedIndicatorsProps {
  readonly full: PlanInFull
  readonly review: PlanReviewInFull
  readonly mayWrite: boolean
}

/** What the committee said of each indicator, beside what the year came to. */
export function ReviewedIndicators({ full, review, mayWrite }: ReviewedIndicatorsProps) {
  const [edited, setEdited] = useState<IndicatorOfPlan>()
  const said = new Map(review.indicators.map((each) => [each.indicatorId, each]))
  const yearOf = ({ values }: IndicatorOfPlan) => values.find(({ fiscalYear }) => fiscalYear === review.fiscalYear)
  // Who may write sees all that can be said, others what was said.
  const rows = mayWrite ? full.indicators : full.indicators.filter(({ indicatorId }) => said.has(indicatorId))
  const editedYear = edited === undefined ? undefined : yearOf(edited)
  const columns: Column<IndicatorOfPlan>[] = [
    { id: 'name', header: '成果指標', isRowHeader: true, isText: true, cell: ({ name }) => name },
    { id: 'value', header: '実績', align: 'end', cell: (row) => formatIndicatorValue(yearOf(row)?.value ?? null, row) },
    { id: 'attainment', header: '達成率', align: 'end', cell: (row) => formatAttained(yearOf(row)?.attainment ?? null) },
    { id: 'grade', header: '評価の区分', cell: ({ indicatorId }) => <Grade grade={said.get(indicatorId)?.grade ?? null} /> },
    { id: 'assessment', header: '評価', cell: ({ indicatorId }) => <Words text={said.get(indicatorId)?.assessment} /> },
    { id: 'next', header: '次期への課題', cell: ({ indicatorId }) => <Words text={said.get(indicatorId)?.nextIssue} /> },
    ...(mayWrite ? [{
      id: 'acts', header: '操作', isActs: true,
      cell: (row: IndicatorOfPlan) => <Button size="small" className="whitespace-nowrap print-hidden" aria-label={`${review.committeeName}での「${row.name}」の評価を入力`} onClick={() => setEdited(row)}>評価</Button>,
    }] : []),
  ]
  if (rows.length === 0) return null
  return (
    <>
      <div className="keep-together">
        <DataTable caption={`${review.committeeName}の指標ごとの評価`} columns={columns} rows={rows} rowKey={({ indicatorId }) => indicatorId} phone="cards" />
      </div>
      {edited !== undefined && editedYear !== undefined && (
        <IndicatorYearDialog key={editedYear.seen.review} indicator={edited} year={editedYear} planReviewId={review.reviewId} onClose={() => setEdited(undefined)} />
      )}
    </>
  )
}

function Grade({ grade }: { readonly grade: PlanReviewInFull['indicators'][number]['grade'] }) {
  return grade === null ? '—' : <GradeChip grade={grade}>{indicatorGradeNames[grade]}</GradeChip>
}

function Words({ text = '' }: { readonly text: string | undefined }) {
  return <span className="block min-w-28 whitespace-pre-line">{text === '' ? '—' : text}</span>
}
