import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { DataTable } from '@sasaeai/ui/data-table'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { TextLink } from '@sasaeai/ui/text-link'
import { mayDo } from '@sasaeai/domain/user/permission'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLinkButton } from '../../app/app-link.tsx'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { batchesWithMirror } from './draft-mirror.ts'
import { batchColumns } from './intake-list-columns.tsx'
import { IntakeListFilter } from './intake-list-filter.tsx'
import { useOpenBatch } from './use-open-batch.ts'

const route = getRouteApi('/staff/intake')

/** 受付: drafts with who is typing, what waits for approval, what is in the books. */
export function IntakeListPage() {
  const { status = 'draft', from, to, text = '' } = route.useSearch()
  const me = useQuery(trpc.user.me.queryOptions())
  const filter = { status, from: dateOf(from), to: dateOf(to), text: text.slice(0, 100) }
  const list = useInfiniteQuery(
    trpc.intake.list.infiniteQueryOptions(filter, {
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
      // Drafts move while one looks on.
      refetchInterval: status === 'draft' ? 15_000 : false,
    }),
  )
  const write = useMutation(trpc.intake.exportList.mutationOptions())
  const { openBatch, isOpening } = useOpenBatch()
  const mayWrite = me.data !== undefined && mayDo(me.data.role, 'intake.write')
  if (list.isError && list.data === undefined) return <PageError reset={() => void list.refetch()} />
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const sums = list.data?.pages[0]
  return (
    <>
      <PageHeader
        title="受付"
        description="自治会などから届いた束を入力し、持参票と照らし合わせて記帳します。"
        actions={
          <>
            <AppLinkButton to="/daily-report" variant="secondary" icon="table">
              日計表
            </AppLinkButton>
            <ExportChoice subject="受付の一覧" write={(format) => write.mutateAsync({ ...filter, format })} />
            {mayWrite && (
              <Button variant="primary" icon="plus" isBusy={isOpening} onClick={() => openBatch()}>
                新しい受付
              </Button>
            )}
          </>
        }
      />
      <UnsavedHere />
      <IntakeListFilter key={status} {...{ status, from: from ?? '', to: to ?? '', text }} />
      <DataTable
        caption="受付の一覧"
        columns={batchColumns(status)}
        rows={rows}
        rowKey={(row) => row.batchId}
        rowHref={(row) => `/admin/intake/${row.batchId}`}
        phone="cards"
        isRefreshing={list.isPlaceholderData}
        empty={
          <EmptyState title="この条件の受付はありません">
            {status === 'draft' ? '「新しい受付」から入力を始められます。' : undefined}
          </EmptyState>
        }
        summary={
          sums === undefined
            ? undefined
            : [
                { label: '受付', value: `${sums.count}件` },
                { label: '合計', value: `${formatYen(yen(sums.totalYen))}円` },
              ]
        }
      />
      {rows !== undefined && sums !== undefined && rows.length > 0 && (
        <PaginationMore
          shown={String(rows.length)}
          total={String(sums.count)}
          hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  )
}

/** Typing that this browser could not save yet, from whatever batch. */
function UnsavedHere() {
  const [batchIds] = useState(batchesWithMirror)
  if (batchIds.length === 0) return null
  return (
    <NoticeBanner tone="warning" className="mb-5" title="この端末に、まだ保存されていない入力があります">
      <ul className="flex flex-wrap gap-x-4">
        {batchIds.map((batchId, place) => (
          <li key={batchId}>
            <TextLink href={`/admin/intake/${batchId}`}>
              続きを開く{batchIds.length > 1 ? `（${place + 1}）` : ''}
            </TextLink>
          </li>
        ))}
      </ul>
    </NoticeBanner>
  )
}

function dateOf(text: string | undefined) {
  const parsed = parseDate(text ?? '', { today: localDateInTokyo(new Date()) })
  return parsed.ok ? parsed.date : null
}
