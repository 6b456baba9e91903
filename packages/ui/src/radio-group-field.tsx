import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { classList } from './class-list.ts'
import { FieldError } from './field-error.tsx'
import { RequirementMark } from './field-frame.tsx'
import type { FieldWords } from './field-frame.tsx'

export interface RadioOption {
  readonly value: string
  readonly label: ReactNode
  readonly support?: ReactNode
}

type NativeRadio = Omit<ComponentProps<'input'>, 'type' | 'disabled' | 'defaultValue' | 'value' | 'id'>

export interface RadioGroupFieldProps extends NativeRadio, FieldWords {
  readonly id?: string | undefined
  readonly name: string
  readonly options: readonly RadioOption[]
  /** The value chosen at first; the group keeps its own choice afterwards. */
  readonly defaultValue?: string | undefined
  /** Side by side where there is room; otherwise one below the other. */
  readonly isRow?: boolean | undefined
}

/** One of two to six choices, all in sight. */
export function RadioGroupField(props: RadioGroupFieldProps) {
  const { label, requirement, support, error, help, className, ...control } = props
  const { options, defaultValue, isRow = false, id: givenId, ...native } = control
  const madeUpId = useId()
  const id = givenId ?? madeUpId
  const description = classList(support !== undefined && `${id}-support`, error !== undefined && `${id}-error`)
  return (
    <fieldset id={id} tabIndex={-1} className={classList('min-w-0', className)} aria-describedby={description || undefined}>
      <legend className="flex flex-wrap items-center gap-x-2">
        <span className="font-bold leading-150">{label}</span>
        <RequirementMark requirement={requirement} />
        {help}
      </legend>
      {support !== undefined && (
        <div id={`${id}-support`} className="mt-1.5 text-[0.875rem] leading-150 text-ink-sub">
          {support}
        </div>
      )}
      <div className={classList('flex', isRow ? 'flex-wrap gap-x-6' : 'flex-col items-start')}>
        {options.map((option) => (
          <RadioLine key={option.value} option={option} native={native} isFirst={option.value === defaultValue} />
        ))}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  )
}

function RadioLine({ option, native, isFirst }: { option: RadioOption; native: NativeRadio; isFirst: boolean }) {
  return (
    <label className="inline-flex min-h-(--control) cursor-pointer items-start gap-2.5 py-[calc((var(--control)-1.5rem)/2)]">
      <input
        {...native}
        type="radio"
        value={option.value}
        defaultChecked={isFirst}
        className="size-6 shrink-0 cursor-pointer accent-accent"
      />
      <span className="leading-150">
        {option.label}
        {option.support !== undefined && (
          <span className="block text-[0.875rem] text-ink-sub">{option.support}</span>
        )}
      </span>
    </label>
  )
}
