import type { ReactNode } from 'react'

/** A yellow strip above the header, on paper too: it marks data that is not real. */
export function DemoRibbon({ children }: { children: ReactNode }) {
  return (
    <p
      className="flex flex-wrap items-baseline justify-center gap-x-2 border-b border-yellow-500 bg-yellow-100 px-4 py-1 text-center text-[0.8125rem] leading-140 text-ink print:mb-4 print:border print:bg-white"
    >
      {children}
    </p>
  )
}
