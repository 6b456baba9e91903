import { zodResolver } from '@hookform/resolvers/zod'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { indicatorGradeNames, indicatorGrades } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { IndicatorYear } from '@sasaeai/domain/funding-indicator/indicator/indicator-years'
import { type YearSayings, yearSayingsSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-year-input'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import type { PlanReviewId } from '@sasaeai/domain/ids'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

interface IndicatorYearDialogProps extends DialogTurns {
  readonly indicator: Pick<SaidIndicator, 'indicatorId' | 'name' | 'unit' | 'kind'>
  readonly year: IndicatorYear
  /** The committee's 点検・評価 in which it is said, if it is. */
  readonly planReviewId?: PlanReviewId
}

type Draft = z.input<typeof yearSayingsSchema>

/** 目標・実績・評価 of a year. What is changed is added to what was said before; nothing is overwritten. */
export function IndicatorYearDialog({ indicator, year, planReviewId, ...turns }: IndicatorYearDialogProps) {
  const { indicatorId, name, unit, kind } = indicator
  const { fiscalYear, seen } = year
  const say = useMutation(trpc.indicator.say.mutationOptions())
  const form = useForm<Draft, unknown, YearSayings>({ resolver: zodResolver(yearSayingsSchema), defaultValues: draftOf(year, kind), shouldFocusError: false })
  const { register } = form
  return (
    <FormDialog title={`${name}（${formatFiscalYear(fiscalYear)}）`} form={form} {...turns}
      save={(sayings) => say.mutateAsync({ indicatorId, fiscalYear, seen, sayings, planReviewId: planReviewId ?? null })}>
      {(errorOf) => (
        <>
          <TextField label="目標" requirement="optional" id="target.value" unit={unit} width="medium" inputMode="decimal" support="空けると、目標のない年度になります。" error={errorOf('target.value')} {...register('target.value')} />
          <TextField label="目標の備考" requirement="optional" id="target.note" error={errorOf('target.note')} {...register('target.note')} />
          {kind === 'manual' && (
            <>
              <div className="grid gap-6 sm:grid-cols-2">
                <TextField label="実績" requirement="optional" id="actual.value" unit={unit} width="medium" inputMode="decimal" error={errorOf('actual.value')} {...register('actual.value')} />
                <TextField label="実績の時点" requirement="optional" id="actual.asOfLabel" width="medium" support="書いたとおりに表示します。例：R7調査、R6実績" error={errorOf('actual.asOfLabel')} {...register('actual.asOfLabel')} />
              </div>
              <TextField label="出典" requirement="optional" id="actual.source" support="例：市民意識調査" error={errorOf('actual.source')} {...register('actual.source')} />
            </>
          )}
          <SelectField label="評価の区分" requirement="optional" id="review.grade" emptyLabel="選ばない" options={indicatorGrades.map((value) => ({ value, label: indicatorGradeNames[value] }))}
            error={errorOf('review.grade')} {...register('review.grade', { setValueAs: (value: string) => (value === '' ? null : value) })} />
          <TextAreaField label="評価" requirement="optional" id="review.assessment" error={errorOf('review.assessment')} {...register('review.assessment')} />
          <TextAreaField label="次期への課題" requirement="optional" id="review.nextIssue" error={errorOf('review.nextIssue')} {...register('review.nextIssue')} />
        </>
      )}
    </FormDialog>
  )
}

/** The form as it opens: values as they are typed. */
function draftOf({ target, value, asOfLabel, notes, review }: IndicatorYear, kind: SaidIndicator['kind']): Draft {
  return {
    target: { value: typed(target), note: notes.target },
    actual: kind === 'manual' ? { value: typed(value), asOfLabel, source: notes.source, note: notes.actual } : null,
    review: { grade: review?.grade ?? null, assessment: review?.assessment ?? '', nextIssue: review?.nextIssue ?? '' },
  }
}

function typed(value: number | null): string {
  return value === null ? '' : value.toLocaleString('ja-JP', { maximumFractionDigits: 4 })
}
