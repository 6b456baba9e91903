import { supporterListSchema, type SupporterListInput } from '@sasaeai/domain/supporter/supporter-list-input'
import { supporterKindNames, type SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { AreaId, SupporterId } from '@sasaeai/domain/ids'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLinkButton } from '../../app/app-link.tsx'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { NoticeButtons } from '../letter/notice-buttons.tsx'
import { AddressLabelButton } from '../letter/address-label/address-label-button.tsx'
import { SupporterFilters } from './supporter-filters.tsx'
import type { SupporterSearch } from './supporter-routes.tsx'

interface ListedSupporter {
  readonly supporterId: SupporterId
  readonly number: number
  readonly kind: SupporterKind
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly phone: string
  readonly areaId: AreaId | null
  readonly areaName: string | null
  readonly isClosed: boolean
}

const columns: readonly Column<ListedSupporter>[] = [
  { id: 'number', header: '番号', align: 'end', cell: (row) => row.number },
  { id: 'name', header: '名前', isRowHeader: true, cell: (row) => row.name },
  { id: 'kana', header: 'フリガナ', cell: (row) => row.kana },
  { id: 'kind', header: '種類', cell: kindOf },
  { id: 'area', header: '地域', cell: (row) => row.areaName ?? '' },
  { id: 'address', header: '住所', isWideOnly: true, cell: (row) => row.address },
  { id: 'phone', header: '電話番号', isWideOnly: true, cell: (row) => <span className="figures">{row.phone}</span> },
]

/** 支援者: everyone who pays, in the order of their readings. */
export function SupportersPage() {
  const search: SupporterSearch = useSearch({ from: '/staff/supporters' })
  const navigate = useNavigate()
  const mayWrite = useMayDo('supporter.write')
  const mayImport = useMayDo('supporter.import')
  const write = useMutation(trpc.supporter.export.mutationOptions())
  const filters = supporterListSchema.parse(search)
  const { rows, count, isFirstLoad, list } = useSupporterPages(filters)
  return (
    <>
      <PageHeader
        title="支援者名簿"
        description="会費や募金、寄附を納めてくださる個人・団体・自治会です。"
        actions={
          <>
            <ExportChoice subject="支援者名簿" write={(format) => write.mutateAsync({ ...filters, format })} />
            {mayImport && <AppLinkButton to="/supporters/import">ファイルから取り込む</AppLinkButton>}
            <AddressLabelButton recipients={{ of: 'supporters', filter: filters }} />
            {mayWrite && (
              <AppLinkButton to="/supporters/new" variant="primary" icon="plus">
                支援者を登録する
              </AppLinkButton>
            )}
          </>
        }
      />
      <SupporterFilters search={search} onChange={(next) => void navigate({ to: '/supporters', search: next, replace: true })} />
      {rows !== undefined && (
        <div className="mb-1 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          {count > 0 ? <NoticeButtons audience={{ filter: noticeFilterOf(filters) }} count={count} size="small" /> : <span />}
          <p className="text-[0.9375rem]" aria-live="polite"><strong className="figures">{count.toLocaleString('ja-JP')}</strong>件</p>
        </div>
      )}
      {list.isError && isFirstLoad ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="支援者の一覧"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.supporterId}
          rowHref={(row) => `/admin/supporters/${row.supporterId}`}
          phone="cards"
          isRefreshing={list.isPlaceholderData}
          empty={
            isNarrowed(search) ? (
              <EmptyState title="該当する支援者はいません" icon="search">
                名前・フリガナ・番号・電話番号・住所で探せます。言葉を短くすると見つかりやすくなります。
              </EmptyState>
            ) : (
              <EmptyState title="支援者はまだいません">「支援者を登録する」か、受付の入力中に登録できます。</EmptyState>
            )
          }
        />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore
          shown={rows.length.toLocaleString('ja-JP')}
          total={count.toLocaleString('ja-JP')}
          hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  )
}

/** The filters without the page of the list. */
function noticeFilterOf({ cursor: _cursor, limit: _limit, ...filter }: SupporterListInput) {
  return filter
}

function isNarrowed({ text, kind, areaId }: SupporterSearch): boolean {
  return text !== undefined || kind !== undefined || areaId !== undefined
}

function useSupporterPages(input: SupporterListInput) {
  const { cursor: initialCursor, ...filters } = input
  const list = useInfiniteQuery(
    trpc.supporter.list.infiniteQueryOptions(filters, {
      initialCursor,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return { list, rows, count: list.data?.pages[0]?.count ?? 0, isFirstLoad: rows === undefined }
}

function kindOf({ kind, isClosed }: ListedSupporter) {
  return (
    <>
      {supporterKindNames[kind]} {isClosed && <StatusChip>使用終了</StatusChip>}
    </>
  )
}
