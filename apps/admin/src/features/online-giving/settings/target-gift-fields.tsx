import { mostSuggestions } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import { AmountField } from '@sasaeai/ui/amount-field'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { FieldError } from '@sasaeai/ui/field-error'
import { SelectField } from '@sasaeai/ui/select-field'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import type { InitialTarget, TargetChoices, TargetForm } from './giving-target-draft.ts'

interface TargetGiftFieldsProps {
  readonly form: TargetForm
  readonly errorOf: ErrorOf
  readonly choices: TargetChoices
  readonly initial: InitialTarget
}

/** Of what is given freely: amounts to choose from, and whether every month. */
export function TargetGiftFields({ form, errorOf, choices, initial }: TargetGiftFieldsProps) {
  const { register } = form
  const isGift = form.getValues('kind') !== 'campaign'
  return (
    <>
      <fieldset id="suggestedYen" tabIndex={-1} aria-describedby="suggestedYen-support suggestedYen-error" className="min-w-0">
        <legend className="font-bold">金額のボタン</legend>
        <p id="suggestedYen-support" className="mt-1 mb-3 text-[0.875rem] text-ink-sub">寄附する方が押して選べる金額です。要らない欄は空けてください。好きな金額の欄は、いつもあります。</p>
        <div className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3">
          {Array.from({ length: mostSuggestions }, (_, index) => (
            <AmountField key={index} label={`ボタン${index + 1}`} id={`suggestedYen.${index}`} read={readTypedAmount} defaultValue={initial.suggestedYen[index]}
              error={errorOf(`suggestedYen.${index}`)} {...register(`suggestedYen.${index}`)} />
          ))}
        </div>
        <FieldError id="suggestedYen-error" message={errorOf('suggestedYen') ?? errorOf('suggestedYen.root')} />
      </fieldset>
      {isGift && (
        <>
          <CheckboxField label="毎月の寄附も受け付ける" id="allowsMonthly" support="カードで、毎月同じ日に同じ金額をいただきます。" error={errorOf('allowsMonthly')} {...register('allowsMonthly')} />
          <SelectField label="寄附のきっかけ" requirement="optional" id="channelId" emptyLabel="決めない" support="ここから来た寄附に、あらかじめ付けておくきっかけです。"
            options={choices.channels.map(({ id: value, name: label }) => ({ value, label }))} error={errorOf('channelId')} {...register('channelId')} />
        </>
      )}
    </>
  )
}
