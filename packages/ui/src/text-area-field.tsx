import type { ComponentProps } from 'react'
import { controlStyle } from './control-style.ts'
import type { ControlWidth } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldWords } from './field-frame.tsx'
import { useSettledInput } from './use-settled-input.ts'
import type { SettledHandler } from './use-settled-input.ts'

type NativeTextArea = Omit<ComponentProps<'textarea'>, 'onChange' | 'placeholder' | 'disabled' | 'value'>

export interface TextAreaFieldProps extends NativeTextArea, FieldWords {
  readonly width?: ControlWidth | undefined
  readonly onChange?: SettledHandler<HTMLTextAreaElement> | undefined
}

/** Several lines of text; the box grows with what is written in it. Enter makes a new line. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { label, requirement, support, error, help, className, ...control } = props
  const { width = 'full', onChange, id, rows = 3, ...native } = control
  const { onInput, onCompositionEnd } = useSettledInput(onChange)
  return (
    <FieldFrame {...{ label, requirement, support, error, help, className, id }}>
      {(attributes) => (
        <textarea
          {...native}
          {...attributes}
          rows={rows}
          onInput={onInput}
          onCompositionEnd={onCompositionEnd}
          className={controlStyle(width, 'field-sizing-content max-h-96 min-h-24 py-2')}
        />
      )}
    </FieldFrame>
  )
}
