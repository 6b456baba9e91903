import type { ReactNode } from 'react'

/** One thing that was said about a gift: beside its name where there is room, below it on a phone. */
export function DetailRow({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-line-faint py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-sub">{term}</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </div>
  )
}
