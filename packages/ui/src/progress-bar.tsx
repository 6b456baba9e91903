import { useId } from 'react'

export interface ProgressBarProps {
  readonly label: string
  /** Done so far and in all, in the same unit. Without `total` the bar only says that work is under way. */
  readonly done?: number | undefined
  readonly total?: number | undefined
  /** Said beside the bar: 「1,200 / 3,400件」 */
  readonly text?: string | undefined
}

/** How far a longer job has come. */
export function ProgressBar({ label, done = 0, total, text }: ProgressBarProps) {
  const labelId = useId()
  return (
    <div className="flex w-full flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-[0.875rem]">
        <span id={labelId} className="font-bold">
          {label}
        </span>
        {text !== undefined && <span className="figures text-ink-sub">{text}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={total === undefined ? undefined : 0}
        aria-valuemax={total}
        aria-valuenow={total === undefined ? undefined : done}
        aria-valuetext={text}
        className="h-2 overflow-hidden rounded-full bg-solid-gray-100"
      >
        {total === undefined ? (
          <div className="h-full w-1/3 animate-sweep rounded-full bg-accent" />
        ) : (
          <div
            className="h-full rounded-full bg-accent transition-[width] duration-200"
            style={{ width: `${total === 0 ? 0 : Math.min(100, (done / total) * 100)}%` }}
          />
        )}
      </div>
    </div>
  )
}
