import { type GatewayEventState, gatewayEventFilterSchema, gatewayEventStateNames, gatewayEventStates } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { SearchField } from '../../../app/search-field.tsx'
import { trpc } from '../../../app/trpc.ts'
import { EventTable } from './event-table.tsx'

/** The filters of 通知 as they stand in the address. */
export interface GatewayEventSearch {
  readonly state?: GatewayEventState | undefined
  readonly about?: string | undefined
}

/** 通知: what the gateway has told, what was put aside first. */
export function GatewayEventsPage() {
  const search: GatewayEventSearch = useSearch({ from: '/staff/online-giving/events' })
  const navigate = useNavigate()
  const filter = gatewayEventFilterSchema.parse(search)
  const change = (next: GatewayEventSearch) => void navigate({ to: '/online-giving/events', search: next, replace: true })
  const write = useMutation(trpc.onlineGiving.event.export.mutationOptions())
  const list = useInfiniteQuery(
    trpc.onlineGiving.event.list.infiniteQueryOptions(filter, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const counts = list.data?.pages[0]?.counts ?? {}
  const total = filter.state === null ? gatewayEventStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0) : (counts[filter.state] ?? 0)
  return (
    <>
      <PageHeader title="通知" description="決済会社から届いた知らせです。届いたものから自動で反映されます。「確認が必要」は、記帳せずに取り置いたものです。"
        actions={<ExportChoice subject="通知の一覧" write={(format) => write.mutateAsync({ ...filter, format })} />} />
      <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
        <SelectField label="状態" emptyLabel="すべて" width="medium" value={search.state ?? ''}
          options={gatewayEventStates.map((value) => ({ value, label: `${gatewayEventStateNames[value]}（${groupDigits(counts[value] ?? 0)}）` }))}
          onChange={(event) => change({ ...search, state: choiceIn(gatewayEventStates, event.currentTarget.value) })} />
        <SearchField label="番号でさがす" width="medium" support="決済・請求・返金・入金・通知の番号" defaultValue={search.about ?? ''} onSettled={(about) => change({ ...search, about: about === '' ? undefined : about })} />
      </search>
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <EventTable caption="通知の一覧" events={rows} isRefreshing={list.isPlaceholderData}
          empty={search.state === 'quarantined'
            ? <EmptyState title="確認が必要な通知はありません" icon="success">届いた通知はすべて反映されています。</EmptyState>
            : <EmptyState title="通知はありません" icon="tray">寄附者が支払うと、決済会社から知らせが届きます。</EmptyState>} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(Math.max(total, rows.length))} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}
