import { useId } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface UserMenuProps {
  readonly name: string
  /** What this person may do here: 「会計担当」 */
  readonly role: string
  /** MenuLine buttons and links. */
  readonly children: ReactNode
}

/** Who is signed in, and what concerns only them. The browser's own popover: Esc or a press elsewhere closes it. */
export function UserMenu({ name, role, children }: UserMenuProps) {
  const panelId = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={panelId}
        className="flex min-h-(--control) cursor-pointer items-center gap-2 rounded-8 px-2 text-left hover:bg-surface-sub max-lg:min-w-11 max-lg:justify-center"
      >
        <Icon name="person" className="text-[1.125rem]" />
        <span className="leading-130 max-lg:sr-only">
          <span className="block text-[0.875rem] font-bold">{name}</span>
          <span className="block text-[0.75rem] text-ink-sub">{role}</span>
        </span>
        <Icon name="chevron-down" className="text-[0.875rem] max-lg:hidden" />
      </button>
      <div
        id={panelId}
        popover="auto"
        className="below-its-button min-w-56 rounded-8 border border-line bg-white p-1.5 shadow-float"
      >
        <p className="border-b border-line-faint px-3 pt-1 pb-2 text-[0.875rem] leading-150 lg:hidden">
          <span className="font-bold">{name}</span>
          <span className="block text-[0.8125rem] text-ink-sub">{role}</span>
        </p>
        <ul>{children}</ul>
      </div>
    </>
  )
}
