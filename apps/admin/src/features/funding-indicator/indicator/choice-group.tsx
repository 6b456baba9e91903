import { CheckboxField } from '@sasaeai/ui/checkbox-field'

interface ChoiceGroupProps<Choice extends string> {
  readonly legend: string
  readonly id?: string
  readonly support?: string
  readonly options: readonly { readonly value: Choice; readonly label: string }[]
  readonly chosen: readonly Choice[]
  readonly error?: string | undefined
  readonly onChange: (chosen: Choice[]) => void
}

/** Some of a few known choices. */
export function ChoiceGroup<Choice extends string>({ legend, id, support, options, chosen, error, onChange }: ChoiceGroupProps<Choice>) {
  const toggle = (value: Choice, isChosen: boolean) => onChange(options.map((option) => option.value).filter((each) => (each === value ? isChosen : chosen.includes(each))))
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend className="font-bold">{legend}</legend>
      {support !== undefined && <p className="text-[0.875rem] text-ink-sub">{support}</p>}
      {error !== undefined && <p role="alert" className="text-red-900">{error}</p>}
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {options.map(({ value, label }) => (
          <CheckboxField key={value} label={label} checked={chosen.includes(value)} onChange={(event) => toggle(value, event.currentTarget.checked)} />
        ))}
      </div>
    </fieldset>
  )
}
