import { useId } from 'react'
import type { ReactNode } from 'react'

export interface UserActSectionProps {
  readonly title: string
  readonly description: string
  readonly children: ReactNode
}

/** One act on an account: what it is, what it does, and the form for it. */
export function UserActSection({ title, description, children }: UserActSectionProps) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="flex flex-col items-start gap-3 py-5">
      <div>
        <h3 id={titleId} className="font-bold">{title}</h3>
        <p className="text-[0.875rem] text-ink-sub">{description}</p>
      </div>
      {children}
    </section>
  )
}
