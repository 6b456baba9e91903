import { zodResolver } from '@hookform/resolvers/zod'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type DistrictPlanDetails, typedDistrictPlanSchema } from '@sasaeai/domain/funding-indicator/plan/district-plan-details'
import { districtPlanStateNames, districtPlanStates } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import { id } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { DistrictPlanGrants } from './district-plan-grants.tsx'
import type { DistrictLine } from './district-plan-table.tsx'
import type { DistrictPlans } from './district-plans-page.tsx'

export type DistrictPlanDraft = z.input<typeof typedDistrictPlanSchema>
export type DistrictPlanForm = UseFormReturn<DistrictPlanDraft, unknown, DistrictPlanDetails>

interface DistrictPlanDialogProps extends DialogTurns {
  readonly line: DistrictLine
  readonly funds: DistrictPlans['funds']
}

/** Adds a 校区福祉活動計画 to a 校区, or changes it. */
export function DistrictPlanDialog({ line, funds, ...turns }: DistrictPlanDialogProps) {
  const { district, plan } = line
  const save = useMutation(trpc.plan.district.save.mutationOptions())
  const form: DistrictPlanForm = useForm<DistrictPlanDraft, unknown, DistrictPlanDetails>({ resolver: zodResolver(typedDistrictPlanSchema), defaultValues: draftOf(line), shouldFocusError: false })
  const { register } = form
  return (
    <FormDialog title={`${district.name}の計画の${plan === null ? '追加' : '編集'}`} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: plan?.districtPlanId ?? null, revision: plan?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <TextField label="計画の名称" requirement="required" id="name" autoComplete="off" error={errorOf('name')} {...register('name')} />
          <SelectField label="策定の状況" requirement="required" id="planState" options={districtPlanStates.map((value) => ({ value, label: districtPlanStateNames[value] }))} error={errorOf('planState')} {...register('planState')} />
          <div className="grid gap-6 sm:grid-cols-2">
            <TextField label="初年度" requirement="optional" id="firstYear" width="medium" support="例：令和6年度、R6、2024" autoComplete="off" error={errorOf('firstYear')} {...register('firstYear')} />
            <TextField label="最終年度" requirement="optional" id="lastYear" width="medium" support="策定済・改定中のときは必ず入れます。" autoComplete="off" error={errorOf('lastYear')} {...register('lastYear')} />
          </div>
          <TextAreaField label="概要" requirement="optional" id="summary" support="重点の取組みなど。" error={errorOf('summary')} {...register('summary')} />
          <FundChoice form={form} funds={funds} />
          <DistrictPlanGrants form={form} line={line} />
          <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
          {plan !== null && <RemovePlan plan={plan} onRemoved={turns.onClose} />}
        </>
      )}
    </FormDialog>
  )
}

/** Funds in use, and those out of use that are linked already. */
function FundChoice({ form, funds }: { readonly form: DistrictPlanForm; readonly funds: DistrictPlans['funds'] }) {
  const chosen = form.watch('fundIds')
  const offered = funds.filter(({ fundId, isClosed }) => !isClosed || chosen.includes(fundId))
  const toggle = (fundId: string) => form.setValue('fundIds', chosen.includes(fundId) ? chosen.filter((each) => each !== fundId) : [...chosen, id<'FundId'>(fundId)], { shouldDirty: true })
  return (
    <fieldset id="fundIds" tabIndex={-1} className="min-w-0">
      <legend className="font-bold">この計画を支える使途・基金</legend>
      {offered.length === 0 && <p className="mt-2">選べる使途・基金はありません。</p>}
      <div className="mt-1 flex flex-col items-start sm:grid sm:grid-cols-2">
        {offered.map(({ fundId, name }) => <CheckboxField key={fundId} label={name} checked={chosen.includes(fundId)} onChange={() => toggle(fundId)} />)}
      </div>
    </fieldset>
  )
}

function RemovePlan({ plan, onRemoved }: { readonly plan: NonNullable<DistrictLine['plan']>; readonly onRemoved: () => void }) {
  const run = useRunCommand()
  const remove = useMutation(trpc.plan.district.remove.mutationOptions())
  const [isAsking, setAsking] = useState(false)
  const removePlan = async () => {
    const isRemoved = await run(() => remove.mutateAsync({ districtPlanId: plan.districtPlanId }), { done: `「${plan.name}」を削除しました` })
    setAsking(false)
    if (isRemoved) onRemoved()
  }
  return (
    <div>
      <Button variant="quiet" onClick={() => setAsking(true)}>この計画を削除する</Button>
      <p className="text-[0.875rem] text-ink-sub">間違えて登録したときだけ使います。</p>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} onConfirm={() => void removePlan()} title={`計画「${plan.name}」を削除しますか？`} confirmLabel="削除する" isDangerous isBusy={remove.isPending}>
        元に戻せません。使途・基金と助成は、結びつきが外れるだけで残ります。
      </ConfirmDialog>
    </div>
  )
}

function draftOf({ district, plan }: DistrictLine): DistrictPlanDraft {
  if (plan === null) {
    const name = `${district.name}福祉活動計画`
    return {
      areaId: district.areaId, name: district.plans.some((each) => each.name === name) ? `${name}（次期）` : name, planState: 'preparing', firstYear: '', lastYear: '', summary: '', note: '',
      fundIds: [], grantApplicationIds: [],
    }
  }
  const { name, planState, firstYear, lastYear, summary, note, fundIds, grants } = plan
  return {
    areaId: district.areaId, name, planState, firstYear: firstYear === null ? '' : formatFiscalYear(firstYear), lastYear: lastYear === null ? '' : formatFiscalYear(lastYear), summary, note,
    fundIds: [...fundIds], grantApplicationIds: grants.map(({ applicationId }) => applicationId),
  }
}
