import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { PlanReviewDetails } from '@sasaeai/domain/funding-indicator/plan/plan-review-details'
import { id } from '@sasaeai/domain/ids'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import { type GroundChange, groundRowOf, type SavedTable } from '../../council/ground-table.ts'

type ReviewProblem = 'row_gone' | 'plan_review_out_of_years' | 'plan_review_fixed'

/** 点検・評価 of a plan. */
export const planReviewTable: SavedTable<PlanReviewDetails, ReviewProblem> = {
  subjectKind: 'plan_review',
  async read(tx, reviewId) {
    const row = await tx.planReview.findUnique({ where: { id: reviewId } })
    if (row === null) return null
    const { planId, fiscalYear: year, committee, heldOn, attendees, minutes, comment, revision } = row
    return groundRowOf({
      planId: id<'PlanId'>(planId), fiscalYear: fiscalYear(year), committeeName: committee, heldOn: fromDateColumn(heldOn), attendeeNames: attendees, minutes, comment, revision,
    })
  },
  insert: (tx, reviewId, details) => tx.planReview.create({ data: { id: reviewId, ...columnsOf(details) } }),
  update: (tx, reviewId, details) => tx.planReview.update({ where: { id: reviewId }, data: columnsOf(details) }),
  remove: (tx, reviewId) => tx.planReview.delete({ where: { id: reviewId } }),
  problemOfSaving,
}

async function problemOfSaving(tx: Tx, { id: planReviewId, before, after }: GroundChange<PlanReviewDetails>): Promise<Failure<ReviewProblem> | null> {
  const plan = await tx.plan.findUnique({ where: { id: after.planId }, select: { firstYear: true, lastYear: true } })
  if (plan === null) return fail('row_gone')
  if (after.fiscalYear < plan.firstYear || after.fiscalYear > plan.lastYear) return fail('plan_review_out_of_years', { field: 'fiscalYear' })
  if (before === null || (before.planId === after.planId && before.fiscalYear === after.fiscalYear)) return null
  // What was said in it of a year's indicators stays said of that year.
  const isFixed = before.planId !== after.planId || (await tx.indicatorReview.count({ where: { planReviewId } })) > 0
  return isFixed ? fail('plan_review_fixed', { field: 'fiscalYear' }) : null
}

function columnsOf({ committeeName, attendeeNames, heldOn, ...same }: PlanReviewDetails) {
  return { ...same, committee: committeeName, attendees: attendeeNames, heldOn: toDateColumn(heldOn) }
}
