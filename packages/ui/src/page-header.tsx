import type { ReactNode } from 'react'
import { Breadcrumb } from './breadcrumb.tsx'
import type { Crumb } from './breadcrumb.tsx'

export interface PageHeaderProps {
  readonly title: string
  readonly description?: ReactNode
  readonly crumbs?: readonly Crumb[] | undefined
  /** 2 where the page has a title already and this heads a part of it, such as a tab. */
  readonly level?: 1 | 2 | undefined
  /** Chips beside the title: 「下書き」 */
  readonly status?: ReactNode
  /** Buttons of the whole page, the main one last; never printed. */
  readonly actions?: ReactNode
}

/** The top of a page: where one is, what this is, what can be done with all of it. */
export function PageHeader({ title, description, crumbs, level = 1, status, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {crumbs !== undefined && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-[min(20rem,100%)] flex-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {level === 1 ? (
              <h1 className="text-[1.625rem] leading-140 font-bold tracking-[0.01em]">{title}</h1>
            ) : (
              <h2 className="text-[1.25rem] leading-140 font-bold">{title}</h2>
            )}
            {status}
          </div>
          {description !== undefined && (
            <div className="phrases mt-1 max-w-[48rem] text-[0.9375rem] text-ink-sub">{description}</div>
          )}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2.5 empty:hidden print-hidden">{actions}</div>}
      </div>
    </header>
  )
}
