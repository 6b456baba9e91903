import type { ComponentProps } from 'react'
import { controlStyle } from './control-style.ts'
import type { ControlWidth } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldWords } from './field-frame.tsx'
import { Icon } from './icon.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

type NativeSelect = Omit<ComponentProps<'select'>, 'disabled' | 'children' | 'multiple' | 'size'>

export interface SelectFieldProps extends NativeSelect, FieldWords {
  readonly options: readonly SelectOption[]
  /** The first, empty line, such as 「選択してください」 or 「すべて」. Without it the first option is chosen. */
  readonly emptyLabel?: string | undefined
  readonly width?: ControlWidth | undefined
}

/** One of a few known choices (up to some twenty; use ComboBoxField beyond). The browser's own list, in every hand familiar. */
export function SelectField(props: SelectFieldProps) {
  const { label, requirement, support, error, help, className, ...control } = props
  const { options, emptyLabel, width = 'medium', id, ...native } = control
  return (
    <FieldFrame {...{ label, requirement, support, error, help, className, id }}>
      {(attributes) => (
        <span className="relative inline-flex max-w-full items-center">
          <select {...native} {...attributes} className={controlStyle(width, 'appearance-none truncate pr-9')}>
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" className="pointer-events-none absolute right-3" />
        </span>
      )}
    </FieldFrame>
  )
}
