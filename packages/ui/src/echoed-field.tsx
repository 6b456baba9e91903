import { useId } from 'react'
import type { ComponentProps, FocusEvent, ReactNode } from 'react'
import { classList } from './class-list.ts'
import { controlStyle } from './control-style.ts'
import type { ControlWidth } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldWords } from './field-frame.tsx'
import { useEcho } from './use-echo.ts'
import type { ReadEcho } from './use-echo.ts'
import { useSettledInput } from './use-settled-input.ts'
import type { SettledHandler } from './use-settled-input.ts'

type NativeInput = Omit<
  ComponentProps<'input'>,
  'onChange' | 'placeholder' | 'disabled' | 'value' | 'defaultValue' | 'type' | 'width' | 'size'
>

export interface EchoedFieldProps extends NativeInput, FieldWords {
  /** Reads the typed text and says it back in full. */
  readonly read: ReadEcho
  readonly defaultValue?: string | undefined
  readonly onChange?: SettledHandler<HTMLInputElement> | undefined
}

interface EchoedFieldLook {
  readonly width: ControlWidth
  readonly unit?: ReactNode
  readonly inputClassName: string
  /** Stands before the echo for screen readers: 「日付として」. */
  readonly echoLabel: string
}

/** A text box that accepts many spellings and says below what it understood. DateField and AmountField are its two faces. */
export function EchoedField({ look, ...props }: EchoedFieldProps & { readonly look: EchoedFieldLook }) {
  const { label, requirement, support, error, help, className, ...control } = props
  const { read, onChange, onBlur, id, defaultValue = '', ...native } = control
  const { echo, complaint, follow, leave } = useEcho(read, defaultValue)
  const settled = useSettledInput<HTMLInputElement>((event) => {
    follow(event.currentTarget.value)
    onChange?.(event)
  })
  const blur = (event: FocusEvent<HTMLInputElement>) => {
    leave(event.currentTarget.value)
    onBlur?.(event)
  }
  const echoId = useId()
  const shown = { label, requirement, support, help, className, id, error: error ?? complaint, describedBy: echoId }
  return (
    <FieldFrame {...shown}>
      {(attributes) => (
        <>
          <span className="inline-flex max-w-full items-center gap-2">
            <input
              type="text"
              autoComplete="off"
              {...native}
              {...attributes}
              {...settled}
              defaultValue={defaultValue}
              onBlur={blur}
              className={controlStyle(look.width, look.inputClassName)}
            />
            {look.unit !== undefined && <span className="shrink-0">{look.unit}</span>}
          </span>
          <output
            id={echoId}
            htmlFor={attributes.id}
            className={classList(
              'figures text-[0.875rem] leading-150 whitespace-normal! text-ink-sub',
              shown.error === undefined ? 'min-h-[1.5em]' : 'empty:hidden',
            )}
          >
            {echo !== undefined && (
              <>
                <span className="sr-only">{look.echoLabel}</span>
                <span aria-hidden="true">→ </span>
                {echo}
              </>
            )}
          </output>
        </>
      )}
    </FieldFrame>
  )
}
