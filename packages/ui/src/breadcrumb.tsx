import { Icon } from './icon.tsx'
import { PlainLink } from './plain-link.tsx'

export interface Crumb {
  readonly label: string
  /** Left out for the page one is on, which comes last. */
  readonly href?: string | undefined
}

/** The way from the front page to here. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="現在位置" className="print-hidden">
      <ol className="flex flex-wrap items-center gap-x-1 text-[0.875rem] text-ink-sub">
        {crumbs.map((crumb, position) => (
          <li key={crumb.label} className="flex items-center gap-1">
            {position > 0 && <Icon name="chevron-right" className="text-solid-gray-536" />}
            {crumb.href === undefined ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <PlainLink href={crumb.href} className="py-1 text-accent underline underline-offset-4">
                {crumb.label}
              </PlainLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
