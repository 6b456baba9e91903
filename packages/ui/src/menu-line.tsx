import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { PlainLink } from './plain-link.tsx'

const look =
  'flex min-h-(--control) w-full cursor-pointer items-center gap-2.5 rounded-6 px-3 text-left text-[0.9375rem] text-ink no-underline hover:bg-accent-soft hover:text-accent'

interface MenuLineProps {
  readonly icon?: IconName | undefined
  readonly children: ReactNode
  /** Exactly one of the two: somewhere to go, or something to do. */
  readonly href?: string | undefined
  readonly onPress?: (() => void) | undefined
}

/** One line of a UserMenu. */
export function MenuLine({ icon, children, href, onPress }: MenuLineProps) {
  const content = (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </>
  )
  return (
    <li>
      {href === undefined ? (
        <button type="button" onClick={onPress} className={look}>
          {content}
        </button>
      ) : (
        <PlainLink href={href} className={look}>
          {content}
        </PlainLink>
      )}
    </li>
  )
}
