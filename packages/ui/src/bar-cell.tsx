import { classList } from './class-list.ts'

export interface BarCellProps {
  /** Length of the bar as a share of the longest in the table, 0 to 1. The figure itself stands in its own column. */
  readonly share: number
  /** A fine line across the bar, such as last year or the target, on the same scale. */
  readonly markShare?: number | undefined
  /** Hatched bars stand for what is not the main series: last year, what is still held. */
  readonly isHatched?: boolean | undefined
  /** For a table of many columns: may be drawn a third shorter where the page has no more room. */
  readonly isShort?: boolean | undefined
}

/** A bar inside a table cell. It repeats for the eye what the figure beside it says, so screen readers pass it by. */
export function BarCell({ share, markShare, isHatched = false, isShort = false }: BarCellProps) {
  return (
    <span aria-hidden="true" className={classList('relative my-[0.3em] block h-[0.875em] bg-surface-sub', isShort ? 'min-w-16' : 'min-w-24')}>
      <span
        className={classList(
          'absolute inset-y-0 left-0 block print:[print-color-adjust:exact]',
          isHatched ? 'hatched bg-solid-gray-536' : 'bg-accent',
        )}
        style={{ width: percent(share) }}
      />
      {markShare !== undefined && (
        <span
          className="absolute -inset-y-0.5 block w-0.5 bg-black ring-1 ring-white print:[print-color-adjust:exact]"
          style={{ left: percent(markShare) }}
        />
      )}
    </span>
  )
}

function percent(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`
}
