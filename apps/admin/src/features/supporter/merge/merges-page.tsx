import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { Button } from '@sasaeai/ui/button'
import { useInfiniteQuery } from '@tanstack/react-query'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { MergeLines } from './merge-lines.tsx'

/** 名寄せの履歴: every merge, what it moved, and whether it was undone. */
export function MergesPage() {
  const list = useInfiniteQuery(
    trpc.supporter.merge.history.infiniteQueryOptions({}, { initialCursor: null, getNextPageParam: (page) => page.next }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHeader
        title="名寄せの履歴"
        description="まとめた登録と、取り消した名寄せです。取り消すと、移した記録が元の登録に戻ります。"
        crumbs={[{ label: '支援者', href: '/admin/supporters' }, { label: '名寄せ', href: '/admin/supporters/duplicates' }, { label: '履歴' }]}
      />
      {list.isError && rows === undefined && <PageError reset={() => void list.refetch()} />}
      {list.isPending && <LoadingSkeleton lines={6} />}
      {rows?.length === 0 && <EmptyState title="名寄せはまだありません">支援者をまとめると、ここに並びます。</EmptyState>}
      {rows !== undefined && rows.length > 0 && <MergeLines merges={rows} />}
      {list.hasNextPage && <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>続きを表示する</Button>}
    </>
  )
}
