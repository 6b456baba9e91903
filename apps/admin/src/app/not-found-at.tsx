import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
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
    <PageHeader title={`${what}は、その時点にはありません`} description={`${formatPostingMoment(postedUntil)}よりあとに作られたか、それまでに削除されていました。`}
      actions={<Button onClick={onNow}>いまの帳簿で見る</Button>} />
  )
}
