import { pledgeRhythmNames, pledgeRhythms } from '@sasaeai/domain/donation/pledge/plan-instalments'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import type { UseFormRegister } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'

/** A plan as a form holds it. */
interface TypedPlan {
  firstOn: string
  rhythm: string
  times: string
  amountYen: string
  amountIs: string
}

interface PlanFieldsProps {
  readonly register: UseFormRegister<{ plan: TypedPlan }>
  readonly errorOf: ErrorOf
  readonly firstOn: string
}

/** From when, how often and how much. */
export function PlanFields({ register, errorOf, firstOn }: PlanFieldsProps) {
  return (
    <>
      <DateField label="最初の予定日" requirement="required" id="plan.firstOn" read={readTypedDate} defaultValue={firstOn} error={errorOf('plan.firstOn')} {...register('plan.firstOn')} />
      <SelectField label="刻み" requirement="required" id="plan.rhythm" options={pledgeRhythms.map((value) => ({ value, label: pledgeRhythmNames[value] }))}
        error={errorOf('plan.rhythm')} {...register('plan.rhythm')} />
      <TextField label="回数" requirement="required" id="plan.times" width="short" inputMode="numeric" unit="回" support="「1回」のときは使いません。" error={errorOf('plan.times')} {...register('plan.times')} />
      <SelectField label="金額の意味" requirement="required" id="plan.amountIs" options={[{ value: 'each', label: '1回の金額' }, { value: 'total', label: '全部の合計（回数で分ける）' }]}
        error={errorOf('plan.amountIs')} {...register('plan.amountIs')} />
      <AmountField label="金額" requirement="required" id="plan.amountYen" read={readTypedAmount} error={errorOf('plan.amountYen')} {...register('plan.amountYen')} />
    </>
  )
}
