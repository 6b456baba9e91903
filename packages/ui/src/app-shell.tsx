import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { DensitySwitch } from './density-switch.tsx'
import { Icon } from './icon.tsx'
import { PlainLink } from './plain-link.tsx'
import { ShellNavigation } from './shell-navigation.tsx'
import type { NavigationSection } from './shell-navigation.tsx'

export interface AppShellProps {
  /** Whose books these are; links to the front page. */
  readonly organizationName: string
  readonly homeHref: string
  readonly sections: readonly NavigationSection[]
  /** The address of the page on screen; the line of the navigation that leads nearest to it is marked. */
  readonly currentPath: string
  readonly yearSwitcher?: ReactNode
  readonly userMenu?: ReactNode
  /** Stands above everything, also on paper: 「デモ」 */
  readonly ribbon?: ReactNode
  /** Opens the command palette; the button is left out without it. */
  readonly onOpenPalette?: (() => void) | undefined
  readonly children: ReactNode
}

/** The frame of every page: header, navigation on the left (a menu on a phone), and the page itself. */
export function AppShell(props: AppShellProps) {
  const { sections, currentPath, ribbon, children } = props
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#page"
        className="sr-only z-50 rounded-8 bg-white px-4 py-2 font-bold text-accent underline focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        本文へ進む
      </a>
      <header className="contents">
        {ribbon}
        <ShellBar {...props} />
      </header>
      <div className="flex flex-1">
        <aside className="sticky top-(--shell-header) hidden h-[calc(100dvh-var(--shell-header))] w-60 shrink-0 flex-col gap-6 overflow-y-auto border-r border-line px-3 py-5 lg:flex print:hidden">
          <ShellNavigation sections={sections} currentPath={currentPath} />
          <DensitySwitch />
        </aside>
        <main id="page" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-6 pb-16 outline-none sm:px-8 print:p-0">
          <div className="mx-auto max-w-[80rem]">{children}</div>
        </main>
      </div>
    </div>
  )
}

function ShellBar(props: AppShellProps) {
  const { organizationName, homeHref, sections, currentPath, yearSwitcher, userMenu, onOpenPalette } = props
  return (
    <div className="sticky top-0 z-30 flex min-h-(--shell-header) flex-wrap items-center gap-2 border-b border-line bg-white px-2 sm:gap-4 sm:px-5 print-hidden">
      <PhoneMenu sections={sections} currentPath={currentPath} organizationName={organizationName} />
      <PlainLink href={homeHref} className="flex min-w-0 flex-1 items-center gap-2.5 rounded-4 text-ink no-underline">
        <ShellMark />
        <span className="line-clamp-2 text-[0.8125rem] leading-130 font-bold sm:text-[1rem]">{organizationName}</span>
      </PlainLink>
      <div className="ml-auto flex max-w-full flex-wrap items-center gap-1 sm:gap-3">
        {onOpenPalette !== undefined && <PaletteButton onPress={onOpenPalette} />}
        {yearSwitcher}
        {userMenu}
      </div>
    </div>
  )
}

/** Two strokes leaning on each other: 支え合い. */
function ShellMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7 shrink-0 max-sm:hidden">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path d="M8 25 19.5 7M24 25l-6.6-10.3" fill="none" stroke="white" strokeWidth="3.25" strokeLinecap="round" />
    </svg>
  )
}

function PaletteButton({ onPress }: { onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      aria-keyshortcuts="Control+K"
      className="flex min-h-(--control) cursor-pointer items-center gap-2 rounded-8 px-2.5 text-[0.875rem] text-ink-sub hover:bg-surface-sub lg:min-w-64 lg:border lg:border-line-field lg:bg-white lg:hover:border-black"
    >
      <Icon name="search" />
      <span className="max-lg:sr-only">検索・移動</span>
      <kbd className="ml-auto rounded-4 border border-line px-1.5 font-sans text-[0.75rem] leading-150 max-lg:hidden">
        Ctrl K
      </kbd>
    </button>
  )
}

interface PhoneMenuProps {
  readonly sections: readonly NavigationSection[]
  readonly currentPath: string
  readonly organizationName: string
}

/** The navigation on narrow screens: the browser's own modal dialog, which keeps the focus and closes on Esc. */
function PhoneMenu({ sections, currentPath, organizationName }: PhoneMenuProps) {
  const menu = useRef<HTMLDialogElement>(null)
  // A desk never opens it, and its lines are as many as the page's own.
  const [isFilled, setFilled] = useState(false)
  const open = () => {
    setFilled(true)
    menu.current?.showModal()
  }
  const close = () => menu.current?.close()
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={open}
        className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-8 text-[1.125rem] hover:bg-surface-sub lg:hidden"
      >
        <Icon name="menu" label="メニュー" />
      </button>
      <dialog
        ref={menu}
        aria-label="メニュー"
        closedby="any"
        className="h-dvh max-h-none w-72 max-w-[85vw] bg-white backdrop:bg-opacity-gray-500"
      >
        <div className="flex min-h-full flex-col gap-4 p-3">
          <div className="flex items-center justify-between gap-2 pl-2">
            <span className="font-bold">{organizationName}</span>
            <button
              type="button"
              onClick={close}
              className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-8 hover:bg-surface-sub"
            >
              <Icon name="close" label="メニューを閉じる" />
            </button>
          </div>
          {isFilled && <ShellNavigation sections={sections} currentPath={currentPath} onFollow={close} />}
        </div>
      </dialog>
    </>
  )
}
