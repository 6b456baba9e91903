import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { DetailList } from '../../../app/detail-list.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { PlanInFull, PlanReviewInFull } from './plan-page.tsx'
import { ReviewedIndicators } from './reviewed-indicators.tsx'

const PlanReviewDialog = lazy(async () => ({ default: (await import('./plan-review-dialog.tsx')).PlanReviewDialog }))

/** 点検・評価 of the plan, the newest first: when a committee met, what it said, and what it said of each indicator. */
export function PlanReviews({ full, isNow }: { readonly full: PlanInFull; readonly isNow: boolean }) {
  const mayWrite = useMayDo('indicator.write') && isNow
  const [isAdding, setAdding] = useState(false)
  return (
    <section aria-labelledby="reviews" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="reviews" className="text-[1.25rem] font-bold">点検・評価</h2>
        {mayWrite && <Button icon="plus" className="print-hidden" onClick={() => setAdding(true)}>点検・評価を追加する</Button>}
      </div>
      {full.reviews.length === 0 && <EmptyState title="点検・評価はまだありません">委員会で年度の進みぐあいを確かめたら、ここに意見と議事を記録します。</EmptyState>}
      {full.reviews.map((review) => <Review key={review.reviewId} full={full} review={review} mayWrite={mayWrite} />)}
      <Suspense>{isAdding && <PlanReviewDialog full={full} review={null} onClose={() => setAdding(false)} />}</Suspense>
    </section>
  )
}

interface ReviewProps {
  readonly full: PlanInFull
  readonly review: PlanReviewInFull
  readonly mayWrite: boolean
}

function Review({ full, review, mayWrite }: ReviewProps) {
  const { reviewId, fiscalYear, committeeName, heldOn, attendeeNames, comment, minutes } = review
  const headingId = `review-${reviewId}`
  return (
    <article aria-labelledby={headingId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id={headingId} className="text-[1.125rem] font-bold">{formatFiscalYear(fiscalYear)}　{committeeName}（{formatLocalDate(heldOn)}）</h3>
        {mayWrite && <ReviewActs full={full} review={review} />}
      </div>
      <DetailList lines={[['委員会の意見', comment], ['出席', attendeeNames], ['議事', minutes]]} />
      <ReviewedIndicators full={full} review={review} mayWrite={mayWrite} />
    </article>
  )
}

function ReviewActs({ full, review }: Omit<ReviewProps, 'mayWrite'>) {
  const [opened, setOpened] = useState<'edit' | 'delete'>()
  const close = () => setOpened(undefined)
  const run = useRunCommand()
  const remove = useMutation(trpc.plan.review.remove.mutationOptions())
  const name = `${formatFiscalYear(review.fiscalYear)}の${review.committeeName}`
  const removeReview = async () => {
    await run(() => remove.mutateAsync({ reviewId: review.reviewId }), { done: `${name}を削除しました` })
    close()
  }
  return (
    <div className="flex flex-wrap print-hidden">
      <Button variant="quiet" size="small" aria-label={`${name}を編集する`} onClick={() => setOpened('edit')}>編集</Button>
      {review.indicators.length === 0 && <Button variant="quiet" size="small" aria-label={`${name}を削除する`} onClick={() => setOpened('delete')}>削除</Button>}
      <Suspense>{opened === 'edit' && <PlanReviewDialog key={review.revision} full={full} review={review} onClose={close} />}</Suspense>
      <ConfirmDialog isOpen={opened === 'delete'} onClose={close} onConfirm={() => void removeReview()} title={`${name}を削除しますか？`} confirmLabel="削除する" isDangerous isBusy={remove.isPending}>
        元に戻せません。指標の評価を一度でも記録した点検・評価は、削除できません。
      </ConfirmDialog>
    </div>
  )
}
