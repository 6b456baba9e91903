import type { FundingIndicatorId } from '@sasaeai/domain/funding-indicator/plan-ids'
import type { PlanIndicatorChoice } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { Button } from '@sasaeai/ui/button'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { PlanInFull } from './plan-page.tsx'

interface Draft {
  indicators: PlanIndicatorChoice[]
}
type ChoiceForm = UseFormReturn<Draft, unknown, Draft>

/** Which indicators a plan is measured by, under which 柱, and in which order they are printed. */
export function PlanIndicatorsDialog({ full, ...turns }: DialogTurns & { readonly full: PlanInFull }) {
  const { planId, revision, code, name, kind, firstYear, lastYear, policy } = full.plan
  const save = useMutation(trpc.plan.save.mutationOptions())
  const form = useForm<Draft, unknown, Draft>({ defaultValues: { indicators: full.indicators.map(({ indicatorId, pillar }) => ({ indicatorId, pillar })) }, shouldFocusError: false })
  return (
    <FormDialog title={`「${name}」の指標`} form={form} {...turns}
      save={({ indicators }) => save.mutateAsync({ id: planId, revision, details: { code, name, kind, firstYear, lastYear, policy, indicators } })}>
      {(errorOf) => <Choices form={form} full={full} errorOf={errorOf} />}
    </FormDialog>
  )
}

function Choices({ form, full, errorOf }: { readonly form: ChoiceForm; readonly full: PlanInFull; readonly errorOf: ErrorOf }) {
  const fiscalYear = useFiscalYearInView()
  const list = useQuery(trpc.indicator.list.queryOptions({ fiscalYear }))
  const chosen = form.watch('indicators')
  const names = new Map([...full.indicators, ...(list.data ?? [])].map(({ indicatorId, name }) => [indicatorId, name]))
  const categories = new Map(list.data?.map(({ indicatorId, category }) => [indicatorId, category]))
  const offered = (list.data ?? []).filter(({ indicatorId, closedOn }) => closedOn === null && !chosen.some((each) => each.indicatorId === indicatorId))
  const set = (indicators: PlanIndicatorChoice[]) => form.setValue('indicators', indicators, { shouldDirty: true })
  const add = (indicatorId: FundingIndicatorId) => set([...chosen, { indicatorId, pillar: categories.get(indicatorId) ?? '' }])
  return (
    <div className="flex flex-col gap-4">
      <p className="text-[0.875rem] text-ink-sub">上から順に表に並びます。同じ柱の指標は、まとめて表示します。</p>
      {chosen.length === 0 && <p>指標はまだ選ばれていません。</p>}
      <ol className="flex flex-col gap-4">
        {chosen.map((choice, place) => (
          <ChosenIndicator key={choice.indicatorId} choice={choice} name={names.get(choice.indicatorId) ?? ''} place={place} isLast={place === chosen.length - 1} errorOf={errorOf}
            onPillar={(pillar) => set(chosen.map((each, index) => (index === place ? { ...each, pillar } : each)))}
            onMove={(by) => set(moved(chosen, place, by))}
            onRemove={() => set(chosen.filter((_, index) => index !== place))} />
        ))}
      </ol>
      {offered.length > 0 && (
        <SelectField label="指標を加える" id="indicators" width="full" emptyLabel="加える指標を選んでください" value="" error={errorOf('indicators')} options={offered.map(({ indicatorId, name }) => ({ value: indicatorId, label: name }))}
          onChange={(event) => {
            const picked = offered.find(({ indicatorId }) => indicatorId === event.currentTarget.value)
            if (picked !== undefined) add(picked.indicatorId)
          }} />
      )}
    </div>
  )
}

interface ChosenIndicatorProps {
  readonly choice: PlanIndicatorChoice
  readonly name: string
  readonly place: number
  readonly isLast: boolean
  readonly errorOf: ErrorOf
  readonly onPillar: (pillar: string) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

function ChosenIndicator({ choice, name, place, isLast, errorOf, onPillar, onMove, onRemove }: ChosenIndicatorProps) {
  const field = `indicators.${place}.pillar`
  return (
    <li className="border-b border-solid-gray-420 pb-3">
      <p className="font-bold">{name}</p>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <TextField label={`${place + 1}番目の指標の柱`} requirement="optional" id={field} defaultValue={choice.pillar} maxLength={60} autoComplete="off" error={errorOf(field)}
          onChange={(event) => onPillar(event.currentTarget.value)} />
        <div className="flex flex-wrap">
          {place > 0 && <Button variant="quiet" size="small" aria-label={`「${name}」を上へ`} onClick={() => onMove(-1)}>上へ</Button>}
          {!isLast && <Button variant="quiet" size="small" aria-label={`「${name}」を下へ`} onClick={() => onMove(1)}>下へ</Button>}
          <Button variant="quiet" size="small" aria-label={`「${name}」を外す`} onClick={onRemove}>外す</Button>
        </div>
      </div>
    </li>
  )
}

function moved(choices: readonly PlanIndicatorChoice[], place: number, by: 1 | -1): PlanIndicatorChoice[] {
  const [one, other] = [choices[place], choices[place + by]]
  if (one === undefined || other === undefined) return [...choices]
  return choices.with(place, other).with(place + by, one)
}
