import { type LabelChoices, labelOrderNames, labelOrders } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'

interface LabelChoiceFieldsProps {
  readonly choices: LabelChoices
  /** One person needs no order. */
  readonly isOne: boolean
  readonly onChange: (choices: LabelChoices) => void
}

/** Who gets one, and in which order. */
export function LabelChoiceFields({ choices, isOne, onChange }: LabelChoiceFieldsProps) {
  return (
    <div className="flex flex-col gap-3">
      {!isOne && (
        <>
          <SelectField label="並べ方" requirement="required" value={choices.sortedBy} options={labelOrders.map((value) => ({ value, label: labelOrderNames[value] }))}
            onChange={(event) => onChange({ ...choices, sortedBy: labelOrders.find((order) => order === event.currentTarget.value) ?? choices.sortedBy })} />
          <CheckboxField label="同じ住所の方を連名にする" support="個人・家族だけです。1枚に4人までで、団体は1枚ずつになります。" checked={choices.joinsHouseholds}
            onChange={(event) => onChange({ ...choices, joinsHouseholds: event.currentTarget.checked })} />
        </>
      )}
      <CheckboxField label="お知らせの郵送を希望していない方にも作る" support="領収書など、その方に必要なものを送るときだけ選んでください。" checked={choices.withUnwanted}
        onChange={(event) => onChange({ ...choices, withUnwanted: event.currentTarget.checked })} />
    </div>
  )
}
