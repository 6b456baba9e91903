import { zodResolver } from '@hookform/resolvers/zod'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type PlanDetails, typedPlanSchema } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { planKindNames, planKinds } from '@sasaeai/domain/funding-indicator/plan/plan-kind'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { PlanInFull } from './plan-page.tsx'

type Draft = z.input<typeof typedPlanSchema>

interface PlanDialogProps extends DialogTurns {
  /** Null for a new one. */
  readonly plan: PlanInFull | null
  readonly onSaved?: ((planId: string) => void) | undefined
}

/** Adds a 計画, or changes its name, period and 方針. */
export function PlanDialog({ plan, onSaved, ...turns }: PlanDialogProps) {
  const save = useMutation(trpc.plan.save.mutationOptions())
  const form = useForm<Draft, unknown, PlanDetails>({ resolver: zodResolver(typedPlanSchema), defaultValues: draftOf(plan), shouldFocusError: false })
  const { register } = form
  const saveDetails = async (details: PlanDetails) => {
    const outcome = await save.mutateAsync({ id: plan?.plan.planId ?? null, revision: plan?.plan.revision ?? null, details })
    if (outcome.ok) onSaved?.(outcome.value.id)
    return outcome
  }
  return (
    <FormDialog title={plan === null ? '計画の追加' : '計画の編集'} form={form} {...turns} save={saveDetails}>
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="ほかの計画と重ならない短い番号。例：1" autoComplete="off" error={errorOf('code')} {...register('code')} />
          <TextField label="名称" requirement="required" id="name" support="例：第4次地域福祉活動計画" autoComplete="off" error={errorOf('name')} {...register('name')} />
          <SelectField label="種類" requirement="required" id="kind" options={planKinds.map((value) => ({ value, label: planKindNames[value] }))} error={errorOf('kind')} {...register('kind')} />
          <div className="grid gap-6 sm:grid-cols-2">
            <TextField label="初年度" requirement="required" id="firstYear" width="medium" support="例：令和6年度、R6、2024" autoComplete="off" error={errorOf('firstYear')} {...register('firstYear')} />
            <TextField label="最終年度" requirement="required" id="lastYear" width="medium" support="期間は10年まで。" autoComplete="off" error={errorOf('lastYear')} {...register('lastYear')} />
          </div>
          <TextAreaField label="方針" requirement="optional" id="policy" error={errorOf('policy')} {...register('policy')} />
        </>
      )}
    </FormDialog>
  )
}

function draftOf(full: PlanInFull | null): Draft {
  if (full === null) return { code: '', name: '', kind: 'management', firstYear: '', lastYear: '', policy: '', indicators: [] }
  const { plan, indicators } = full
  const { code, name, kind, firstYear, lastYear, policy } = plan
  return {
    code, name, kind, firstYear: formatFiscalYear(firstYear), lastYear: formatFiscalYear(lastYear), policy,
    indicators: indicators.map(({ indicatorId, pillar }) => ({ indicatorId, pillar })),
  }
}
