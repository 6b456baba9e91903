import type { ComponentProps, MouseEvent } from 'react'
import { useLinkClick } from './navigation-context.tsx'

/** An `<a>` without a look of its own that goes through the app's router. Every other link of the design system is built on it. */
export function PlainLink({ href, onClick, ...native }: ComponentProps<'a'>) {
  const follow = useLinkClick(href)
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    follow(event)
  }
  return <a {...native} href={href} onClick={click} />
}
