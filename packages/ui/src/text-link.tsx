import type { ComponentProps } from 'react'
import { classList } from './class-list.ts'
import { PlainLink } from './plain-link.tsx'

/** A figure in a table that opens what it is made of: ink as the figures beside it, and no line on paper. */
export const figureLook = 'text-ink decoration-solid-gray-420 print:no-underline'

/** A link within text: blue and underlined, thicker under the pointer. */
export function TextLink({ className, ...native }: ComponentProps<'a'>) {
  return (
    <PlainLink
      {...native}
      className={classList(
        'rounded-4 text-accent underline decoration-1 underline-offset-[0.1875em] hover:text-accent-hover hover:decoration-[0.1875em]',
        className,
      )}
    />
  )
}
