import type { ReactNode } from 'react'

export interface SummaryFigure {
  readonly label: string
  /** Formatted, with its unit: 「1,234件」 */
  readonly value: ReactNode
}

/** Count and total of *all* that the filters let through, kept in sight at the foot of a long list. */
export function TableSummary({ figures }: { figures: readonly SummaryFigure[] }) {
  return (
    <dl className="sticky bottom-0 z-10 flex flex-wrap justify-end gap-x-8 gap-y-1 border-t border-solid-gray-420 bg-white px-(--cell-x) py-2.5 print:static">
      {figures.map((figure) => (
        <div key={figure.label} className="flex items-baseline gap-2">
          <dt className="text-[0.875rem] text-ink-sub">{figure.label}</dt>
          <dd className="figures text-[1.0625rem] font-bold">{figure.value}</dd>
        </div>
      ))}
    </dl>
  )
}
