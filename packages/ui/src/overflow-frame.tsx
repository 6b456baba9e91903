import type { ReactNode } from 'react'
import { classList } from './class-list.ts'
import { useOverflow } from './use-overflow.ts'

interface OverflowFrameProps {
  /** Names what it holds for screen readers: 「資材の一覧」 */
  readonly name: string
  /** It scrolls both ways within a height of its own, whether or not it is too wide. */
  readonly isAlways?: boolean
  /** Where it scrolls, its right end is to be seen first. */
  readonly beginsAtEnd?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/**
 * Holds a table that may be wider than the page, which must never wander sideways. The frame scrolls only when it has to: then
 * it is a stop for the keyboard and says so. Otherwise headings stick to the top of the window, as those in `stickyHeading` do.
 */
export function OverflowFrame({ name, isAlways = false, beginsAtEnd = false, className, children }: OverflowFrameProps) {
  const { box, overflows } = useOverflow({ beginsAtEnd })
  return (
    <div
      ref={box}
      role={overflows ? 'region' : undefined}
      aria-label={overflows ? `${name}（横に動かせます）` : undefined}
      tabIndex={overflows ? 0 : undefined}
      data-scrolls={overflows || isAlways ? '' : undefined}
      className={classList('overflow-x-auto lg:not-data-scrolls:overflow-x-visible print:overflow-visible', className)}
    >
      {children}
    </div>
  )
}
