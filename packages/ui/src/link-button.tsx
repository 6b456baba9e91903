import type { ComponentProps } from 'react'
import { buttonStyle } from './button-style.ts'
import type { ButtonSize, ButtonVariant } from './button-style.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { PlainLink } from './plain-link.tsx'

export interface LinkButtonProps extends ComponentProps<'a'> {
  readonly variant?: ButtonVariant | undefined
  readonly size?: ButtonSize | undefined
  readonly icon?: IconName | undefined
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton(props: LinkButtonProps) {
  const { variant = 'secondary', size = 'regular', icon, className, children, ...native } = props
  return (
    <PlainLink {...native} className={buttonStyle(variant, size, className)}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </PlainLink>
  )
}
