import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { indicatorGradeNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { GradeChip } from './grade-chip.tsx'
import type { IndicatorInFull, YearInFull } from './indicator-page.tsx'

/** 評価と次期への課題 of the year. */
export function IndicatorReviewSection({ year: { fiscalYear, review } }: { readonly indicator: IndicatorInFull; readonly year: YearInFull }) {
  return (
    <section aria-labelledby="review" className="keep-together">
      <h2 id="review" className="mb-2 flex flex-wrap items-center gap-3 text-[1.25rem] font-bold">
        {formatFiscalYear(fiscalYear)}の評価
        {review !== null && review.grade !== null && <GradeChip grade={review.grade}>{indicatorGradeNames[review.grade]}</GradeChip>}
      </h2>
      {review === null ? (
        <p className="text-ink-sub">評価はまだありません。</p>
      ) : (
        <dl className="grid max-w-4xl gap-x-8 gap-y-3 md:grid-cols-2">
          <div><dt className="font-bold">評価</dt><dd className="whitespace-pre-line">{review.assessment === '' ? '—' : review.assessment}</dd></div>
          <div><dt className="font-bold">次期への課題</dt><dd className="whitespace-pre-line">{review.nextIssue === '' ? '—' : review.nextIssue}</dd></div>
        </dl>
      )}
    </section>
  )
}
