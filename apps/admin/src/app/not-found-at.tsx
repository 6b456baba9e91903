import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import type { ReactNode } from 'react'
import type { MomentSearch } from './moment-search.ts'

interface NotFoundAtProps extends MomentSearch {
  /** As この運動. */
  readonly what: string
  /** Where to look instead, for now. */
  readonly children: ReactNode
  readonly onNow: () => void
}

/** What stands in place of a thing that is not there; of a past moment, which it may have come after, with the way back to now. */
export function NotFoundAt({ what, postedUntil, children, onNow }: NotFoundAtProps) {
  if (postedUntil === undefined) return <EmptyState title={`${what}は見つかりません`}>{children}</EmptyState>
  return (
    <EmptyState title={`${formatPostingMoment(postedUntil)}の時点に、${what}はありません`} action={<Button onClick={onNow}>いまの帳簿で見る</Button>}>
      そのあとに作られたか、すでに削除されていました。
    </EmptyState>
  )
}
