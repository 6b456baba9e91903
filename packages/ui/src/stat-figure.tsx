import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { PlainLink } from './plain-link.tsx'

export interface StatDelta {
  /** Against what: 「前年同日比」 */
  readonly label: string
  /** Formatted; a decrease carries △: 「△12,000円」 */
  readonly value: string
}

export interface StatFigureProps {
  readonly label: string
  /** Formatted without its unit, or 「—」 when it cannot be told. */
  readonly value: string
  readonly unit?: string | undefined
  readonly deltas?: readonly StatDelta[] | undefined
  /** Where the entries behind the figure are listed. */
  readonly href?: string | undefined
  readonly help?: ReactNode
  /** Basis and cut-off date in small print. */
  readonly note?: string | undefined
}

/** One figure that matters, large. It opens what it is made of. */
export function StatFigure({ label, value, unit, deltas = [], href, help, note }: StatFigureProps) {
  const figure = (
    <>
      <span className="figures text-[clamp(1.25rem,11.5cqi,1.875rem)] leading-140 font-bold">{value}</span>
      {unit !== undefined && <span className="text-[1rem] font-bold">{unit}</span>}
    </>
  )
  return (
    <div className="keep-together @container flex min-w-0 flex-col border-t-2 border-accent bg-white pt-3">
      <p className="flex items-center gap-1 text-[0.875rem] leading-150 text-ink-sub">
        {label}
        {help}
      </p>
      {href === undefined ? (
        <p className="flex items-baseline gap-1">{figure}</p>
      ) : (
        <PlainLink
          href={href}
          aria-label={`${label} ${value}${unit ?? ''}の内訳`}
          className="group flex max-w-full flex-wrap items-baseline gap-x-1 self-start rounded-4 text-ink no-underline hover:text-accent hover:underline hover:decoration-2 hover:underline-offset-4"
        >
          {figure}
          <Icon name="chevron-right" className="self-center text-solid-gray-536 group-hover:text-accent print-hidden" />
        </PlainLink>
      )}
      {deltas.length > 0 && (
        <dl className="mt-1 flex flex-wrap gap-x-4 text-[0.875rem] leading-150">
          {deltas.map((delta) => (
            <div key={delta.label} className="flex flex-wrap gap-x-1.5">
              <dt className="whitespace-nowrap text-ink-sub">{delta.label}</dt>
              <dd className="figures font-bold">{delta.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {note !== undefined && <p className="mt-1 text-[0.8125rem] leading-150 text-ink-faint">{note}</p>}
    </div>
  )
}
