import type { ComponentProps, ReactNode } from 'react'
import { controlStyle } from './control-style.ts'
import type { ControlWidth } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldWords } from './field-frame.tsx'
import { useSettledInput } from './use-settled-input.ts'
import type { SettledHandler } from './use-settled-input.ts'

type NativeInput = Omit<ComponentProps<'input'>, 'onChange' | 'placeholder' | 'disabled' | 'width' | 'value' | 'size'>

export interface TextFieldProps extends NativeInput, FieldWords {
  readonly width?: ControlWidth | undefined
  /** Short words after the control, such as 世帯 or 口. */
  readonly unit?: ReactNode
  /** Called when the text has changed and no kana conversion is under way; `register()` of a form library fits. */
  readonly onChange?: SettledHandler<HTMLInputElement> | undefined
}

/** One line of text. It keeps its own value (`defaultValue`), so that typing never waits for a rendering. */
export function TextField(props: TextFieldProps) {
  const { label, requirement, support, error, help, className, ...control } = props
  const { width = 'long', unit, onChange, id, ...native } = control
  const settled = useSettledInput(onChange)
  return (
    <FieldFrame {...{ label, requirement, support, error, help, className, id }}>
      {(attributes) => (
        <span className="inline-flex w-full items-center gap-2">
          <input type="text" {...native} {...attributes} {...settled} className={controlStyle(width)} />
          {unit !== undefined && <span className="shrink-0">{unit}</span>}
        </span>
      )}
    </FieldFrame>
  )
}
