import { useId, useState } from 'react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import type { Key } from 'react-aria-components/ComboBox'
import { classList } from './class-list.ts'
import { ComboBoxList } from './combo-box-list.tsx'
import type { ComboBoxOption } from './combo-box-list.tsx'
import { controlStyle } from './control-style.ts'
import type { ControlWidth } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldWords } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { useLookup } from './use-lookup.ts'
import type { Load } from './use-lookup.ts'

export type { ComboBoxOption } from './combo-box-list.tsx'

export interface ComboBoxFieldProps extends FieldWords {
  /** Also names the box for screen readers, so it is text. */
  readonly label: string
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
  readonly className?: string | undefined
  readonly width?: ControlWidth | undefined
  readonly value: ComboBoxOption | null
  readonly onChange: (option: ComboBoxOption | null) => void
  readonly onBlur?: (() => void) | undefined
  /** Finds the options for the typed words; an empty query asks for the likeliest ones. */
  readonly load: Load<ComboBoxOption>
}

/** One of very many: typed words are looked up as they come; arrow keys and Enter choose. */
export function ComboBoxField(props: ComboBoxFieldProps) {
  const { label, requirement, support, error, help, className, ...control } = props
  const { width = 'long', value, load, id, name, ref, onBlur } = control
  const { input, type, choose, leave } = useTypedChoice(props)
  const [isOpen, setOpen] = useState(false)
  const isTyping = input !== (value?.label ?? '')
  const wanted = isTyping ? input : ''
  const { found, state } = useLookup(load, isOpen || isTyping ? wanted : undefined)
  const madeUpId = useId()
  return (
    <FieldFrame {...{ label, requirement, support, error, help, className }} id={id ?? madeUpId}>
      {(attributes) => (
        <ComboBox
          aria-label={label}
          allowsEmptyCollection
          menuTrigger="input"
          items={found}
          inputValue={input}
          onInputChange={type}
          value={value?.id ?? null}
          onChange={(key: Key | null) => choose(key, found)}
          onOpenChange={setOpen}
          isInvalid={error !== undefined}
          className={classList('relative max-w-full', width === 'full' && 'w-full')}
        >
          <Input
            {...attributes}
            name={name}
            ref={ref}
            onBlur={() => {
              leave()
              onBlur?.()
            }}
            className={controlStyle(width, 'pr-11')}
          />
          <Button
            aria-label={`${label}の候補を開く`}
            className="absolute top-0 right-0 grid h-full w-10 cursor-pointer place-items-center rounded-8"
          >
            <Icon name="chevron-down" />
          </Button>
          <ComboBoxList state={state} />
        </ComboBox>
      )}
    </FieldFrame>
  )
}

/**
 * The typed words beside the chosen option. Words that were typed but never chosen give way to the option
 * in force when the field is left; emptying the field takes the choice back.
 */
function useTypedChoice({ value, onChange }: ComboBoxFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const valueLabel = value?.label ?? ''
  return {
    input: draft ?? valueLabel,
    type: (text: string) => {
      setDraft(text)
      if (text === '' && value !== null) onChange(null)
    },
    choose: (key: Key | null, found: readonly ComboBoxOption[]) => {
      const option = found.find((each) => each.id === key)
      setDraft(null)
      if (option !== undefined && option.id !== value?.id) onChange(option)
    },
    leave: () => setDraft(null),
  }
}
