import { classList } from './class-list.ts'

export interface LoadingSkeletonProps {
  /** How many lines of text are expected. */
  readonly lines?: number | undefined
  /** Read aloud once: 「読み込んでいます」 */
  readonly label?: string | undefined
}

const lineWidths = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3']

/** Grey lines in the place of text that is on its way, so that the page does not jump when it arrives. */
export function LoadingSkeleton({ lines = 3, label = '読み込んでいます' }: LoadingSkeletonProps) {
  return (
    <div role="status" className="flex flex-col gap-3 py-1">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <SkeletonLine key={line} className={lineWidths[line % lineWidths.length]} />
      ))}
    </div>
  )
}

/** One grey line; DataTable fills its cells with it. */
export function SkeletonLine({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={classList('block h-[0.875em] animate-pulse rounded-4 bg-solid-gray-100', className)}
    />
  )
}
