import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { buttonStyle } from './button-style.ts'
import type { ButtonSize, ButtonVariant } from './button-style.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly children: ReactNode
  readonly variant?: ButtonVariant | undefined
  readonly size?: ButtonSize | undefined
  readonly icon?: IconName | undefined
  /** The act is under way: further presses are ignored, focus stays, and the words say so. */
  readonly isBusy?: boolean | undefined
  readonly busyLabel?: string | undefined
}

/**
 * A push button. There is no disabled state on purpose: a button that cannot act yet says why when pressed.
 * The type defaults to `button`, so that only the button that was meant to submits a form.
 */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'regular', icon, isBusy = false, busyLabel = '処理しています', ...rest } = props
  const { children, className, onClick, type = 'button', ...native } = rest
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) {
      event.preventDefault()
      return
    }
    onClick?.(event)
  }
  return (
    <button
      {...native}
      type={type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      className={buttonStyle(variant, size, className)}
      onClick={press}
    >
      {isBusy ? <Spinner /> : icon !== undefined && <Icon name={icon} />}
      <span>{isBusy ? busyLabel : children}</span>
    </button>
  )
}
