import { useId } from 'react'
import type { ReactNode } from 'react'

interface CatalogueEntryProps {
  /** File name of the component: `text-field` */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly children: ReactNode
}

/** One component of the catalogue with its specimens. */
export function CatalogueEntry({ name, title, description, children }: CatalogueEntryProps) {
  const headingId = useId()
  return (
    <section id={name} aria-labelledby={headingId} className="border-t border-line py-10">
      <h2 id={headingId} className="flex flex-wrap items-baseline gap-x-3 text-[1.25rem] leading-150 font-bold">
        {title}
        <code className="font-mono text-[0.875rem] font-normal text-ink-faint">{name}</code>
      </h2>
      <p className="mb-6 max-w-[48rem] text-[0.9375rem] text-ink-sub">{description}</p>
      <div className="flex flex-col gap-8">{children}</div>
    </section>
  )
}

/** One state of a component, named. */
export function Specimen({ state, children }: { state: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-2.5 text-[0.8125rem] leading-150 text-ink-faint">{state}</h3>
      {children}
    </div>
  )
}

/** Specimens side by side where there is room. */
export function SpecimenGrid({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-x-10 gap-y-8 md:grid-cols-2">{children}</div>
}
