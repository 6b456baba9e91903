import { zodResolver } from '@hookform/resolvers/zod'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { yearsOfPlan } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { type PlanReviewDetails, typedPlanReviewSchema } from '@sasaeai/domain/funding-indicator/plan/plan-review-details'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { PlanInFull, PlanReviewInFull } from './plan-page.tsx'

type Draft = z.input<ReturnType<typeof typedPlanReviewSchema>>

interface PlanReviewDialogProps extends DialogTurns {
  readonly full: PlanInFull
  /** Null for a new one. */
  readonly review: PlanReviewInFull | null
}

/** Adds a 点検・評価, or changes what was written of it. */
export function PlanReviewDialog({ full: { plan }, review, ...turns }: PlanReviewDialogProps) {
  const save = useMutation(trpc.plan.review.save.mutationOptions())
  const context = { today: useToday() }
  const inView = useFiscalYearInView()
  const years = yearsOfPlan(plan)
  const usualYear = years.includes(inView) ? inView : plan.lastYear
  const initial: Draft = {
    planId: plan.planId, fiscalYear: String(review?.fiscalYear ?? usualYear), committeeName: review?.committeeName ?? '',
    heldOn: review === null ? '' : formatLocalDateShort(review.heldOn), attendeeNames: review?.attendeeNames ?? '', minutes: review?.minutes ?? '', comment: review?.comment ?? '',
  }
  const form = useForm<Draft, unknown, PlanReviewDetails>({ resolver: zodResolver(typedPlanReviewSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  return (
    <FormDialog title={review === null ? '点検・評価の追加' : '点検・評価の編集'} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: review?.reviewId ?? null, revision: review?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <SelectField label="対象の年度" requirement="required" id="fiscalYear" options={years.map((value) => ({ value: String(value), label: formatFiscalYear(value) }))} error={errorOf('fiscalYear')} {...register('fiscalYear')} />
          <TextField label="委員会" requirement="required" id="committeeName" support="例：計画推進委員会" autoComplete="off" error={errorOf('committeeName')} {...register('committeeName')} />
          <DateField label="開催日" requirement="required" id="heldOn" read={(text) => readTypedDate(text, context)} support="例：R8.6.20" defaultValue={initial.heldOn} error={errorOf('heldOn')} {...register('heldOn')} />
          <TextAreaField label="出席" requirement="optional" id="attendeeNames" support="例：委員12名のうち10名" error={errorOf('attendeeNames')} {...register('attendeeNames')} />
          <TextAreaField label="委員会の意見" requirement="optional" id="comment" error={errorOf('comment')} {...register('comment')} />
          <TextAreaField label="議事" requirement="optional" id="minutes" rows={6} error={errorOf('minutes')} {...register('minutes')} />
        </>
      )}
    </FormDialog>
  )
}
