import { Button } from './button.tsx'

export interface PaginationMoreProps {
  /** Rows on screen, and rows in all, already formatted: 「50」「1,234」 */
  readonly shown: string
  readonly total: string
  readonly hasMore: boolean
  readonly isBusy?: boolean | undefined
  readonly onMore: () => void
}

/** Fetches the next page below the rows already on screen. */
export function PaginationMore({ shown, total, hasMore, isBusy = false, onMore }: PaginationMoreProps) {
  return (
    <div className="flex flex-col items-center gap-3 py-5 print-hidden">
      <p aria-live="polite" className="text-center text-[0.875rem] text-ink-sub">
        {total}件のうち{shown}件を表示しています
      </p>
      {hasMore && (
        <Button isBusy={isBusy} busyLabel="読み込んでいます" icon="chevron-down" onClick={onMore}>
          さらに表示する
        </Button>
      )}
    </div>
  )
}
