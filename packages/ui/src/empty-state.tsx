import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

export interface EmptyStateProps {
  readonly title: string
  /** Why nothing is here and what brings something here. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly icon?: IconName | undefined
}

/** Stands where rows would stand when there are none. */
export function EmptyState({ title, children, action, icon = 'tray' }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-12 text-center">
      <Icon name={icon} className="mb-2 text-[1.75rem] text-solid-gray-420" />
      <p className="font-bold">{title}</p>
      {children !== undefined && <div className="max-w-prose text-[0.875rem] text-ink-sub">{children}</div>}
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  )
}
