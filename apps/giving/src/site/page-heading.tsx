import type { ReactNode } from 'react'

/** The heading of a page or a step; the focus comes here when the page has changed, so that it is read out. */
export function PageHeading({ children, above }: { children: ReactNode; above?: ReactNode }) {
  return (
    <>
      {above}
      <h1 tabIndex={-1} className="text-[1.625rem] leading-140 font-bold sm:text-[1.875rem]">{children}</h1>
    </>
  )
}
