import { useId } from 'react'
import { classList } from './class-list.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { PlainLink } from './plain-link.tsx'

export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly icon?: IconName | undefined
  /** A number waiting there, such as drafts: shown at the end of the line. */
  readonly count?: number | undefined
  /** The heading that seldom needed lines of a section are folded under; the fold of the page on screen is open. */
  readonly fold?: string | undefined
}

export interface NavigationSection {
  /** Left out for the first, unnamed group. */
  readonly label?: string | undefined
  readonly items: readonly NavigationItem[]
}

interface ShellNavigationProps {
  readonly sections: readonly NavigationSection[]
  readonly currentPath: string
  readonly onFollow?: (() => void) | undefined
}

/** The sections of the product as a list of links; the one that leads nearest to the page on screen is marked. */
export function ShellNavigation({ sections, currentPath, onFollow }: ShellNavigationProps) {
  const current = nearestHref(sections, currentPath)
  return (
    <nav aria-label="メインメニュー" className="flex flex-col gap-5">
      {sections.map((section, position) => (
        <NavigationGroup key={section.label ?? position} section={section} current={current} onFollow={onFollow} />
      ))}
    </nav>
  )
}

interface NavigationGroupProps {
  readonly section: NavigationSection
  readonly current: string | undefined
  readonly onFollow: (() => void) | undefined
}

function NavigationGroup({ section, current, onFollow }: NavigationGroupProps) {
  const labelId = useId()
  const folds = Map.groupBy(section.items, (item) => item.fold)
  return (
    <div>
      {section.label !== undefined && (
        <p id={labelId} className="mb-1 px-3 text-[0.8125rem] text-ink-faint">
          {section.label}
        </p>
      )}
      <ul aria-labelledby={section.label === undefined ? undefined : labelId} className="flex flex-col gap-0.5">
        {[...folds].map(([fold, items]) =>
          fold === undefined ? (
            items.map((item) => <NavigationLine key={item.href} {...{ item, current, onFollow }} />)
          ) : (
            <NavigationFold key={fold} label={fold} {...{ items, current, onFollow }} />
          ),
        )}
      </ul>
    </div>
  )
}

interface NavigationFoldProps extends Omit<NavigationGroupProps, 'section'> {
  readonly label: string
  readonly items: readonly NavigationItem[]
}

/** React touches `open` only when the page on screen enters or leaves the fold; a press of the reader's own holds. */
function NavigationFold({ label, items, current, onFollow }: NavigationFoldProps) {
  return (
    <li>
      <details open={items.some((item) => item.href === current)} className="group/fold">
        <summary className="flex min-h-(--nav-item) cursor-pointer list-none items-center gap-2.5 rounded-8 px-3 py-1 text-[0.9375rem] leading-130 hover:bg-surface-sub [&::-webkit-details-marker]:hidden">
          <Icon name="chevron-right" className="transition-transform duration-100 group-open/fold:rotate-90" />
          {label}
        </summary>
        <ul className="mb-1.5 ml-[1.1875rem] flex flex-col gap-0.5 border-l border-line pl-2">
          {items.map((item) => <NavigationLine key={item.href} {...{ item, current, onFollow }} />)}
        </ul>
      </details>
    </li>
  )
}

interface NavigationLineProps extends Omit<NavigationGroupProps, 'section'> {
  readonly item: NavigationItem
}

function NavigationLine({ item, current, onFollow }: NavigationLineProps) {
  return (
    <li>
      <PlainLink
        href={item.href}
        aria-current={item.href === current ? 'page' : undefined}
        onClick={onFollow}
        className={classList(
          'flex min-h-(--nav-item) items-center gap-2.5 rounded-8 px-3 py-1 text-[0.9375rem] leading-130 no-underline',
          item.href === current ? 'bg-accent-soft font-bold text-accent' : 'text-ink hover:bg-surface-sub hover:text-black',
        )}
      >
        {item.icon !== undefined && <Icon name={item.icon} />}
        <span className="min-w-0 flex-1">{item.label}</span>
        {item.count !== undefined && (
          <span className="figures rounded-full bg-solid-gray-100 px-2 text-[0.75rem] leading-170 text-ink">
            {item.count}
            <span className="sr-only">件</span>
          </span>
        )}
      </PlainLink>
    </li>
  )
}

/**
 * The longest address of the navigation that the current path lies under; pages deep inside a section mark the
 * section. The front page, whose address ends in a slash, is marked only on itself.
 */
function nearestHref(sections: readonly NavigationSection[], path: string): string | undefined {
  return sections
    .flatMap((section) => section.items.map((item) => item.href))
    .filter((href) => path === href || (!href.endsWith('/') && path.startsWith(`${href}/`)))
    .toSorted((a, b) => b.length - a.length)[0]
}
