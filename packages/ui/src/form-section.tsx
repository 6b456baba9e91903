import { useId } from 'react'
import type { ReactNode } from 'react'

export interface FormSectionProps {
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
}

/** A group of fields with a heading to its left on a wide screen and above it on a narrow one. */
export function FormSection({ title, description, children }: FormSectionProps) {
  const headingId = useId()
  return (
    <section
      aria-labelledby={headingId}
      className="grid gap-x-10 gap-y-5 border-t border-line py-7 first:border-t-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={headingId} className="text-[1.125rem] leading-150 font-bold">
          {title}
        </h2>
        {description !== undefined && (
          <div className="phrases mt-1 text-[0.875rem] leading-160 text-ink-sub">{description}</div>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
    </section>
  )
}
