import { onlineGiftFilterSchema } from '@sasaeai/domain/online-giving/gift/online-gift-list-input'
import { giftFrequencyNames } from '@sasaeai/domain/online-giving/gift/gift-words'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PutAsideNotice } from '../event/put-aside-notice.tsx'
import { OnlineGiftFilters } from './online-gift-filters.tsx'
import type { OnlineGiftSearch } from './online-gift-search.ts'
import { GiftStateChip, RecurringStateChip } from './state-chips.tsx'

type Gift = RouterOutput['onlineGiving']['gift']['list']['rows'][number]

/** オンライン寄附: everything that was filled in on the giving site, the newest first, and what became of it. */
export function OnlineGiftsPage() {
  const search: OnlineGiftSearch = useSearch({ from: '/staff/online-giving/gifts' })
  const navigate = useNavigate()
  const filter = onlineGiftFilterSchema.parse(search)
  const write = useMutation(trpc.onlineGiving.gift.export.mutationOptions())
  const list = useInfiniteQuery(
    trpc.onlineGiving.gift.list.infiniteQueryOptions(filter, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const totals = list.data?.pages[0]?.totals ?? undefined
  const isNarrowed = Object.values(search).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title="オンライン寄附" description="公開ページからの申込みと、その決済です。入金済みになると、自動で記帳されます。"
        actions={<ExportChoice subject="オンライン寄附の一覧" write={(format) => write.mutateAsync({ ...filter, format })} />} />
      <PutAsideNotice />
      <OnlineGiftFilters search={search} onChange={(next) => void navigate({ to: '/online-giving/gifts', search: next, replace: true })} />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="オンライン寄附の一覧" columns={columns} rows={rows} rowKey={({ giftId }) => giftId} rowHref={({ giftId }) => `/admin/online-giving/gifts/${giftId}`} phone="cards"
          isRefreshing={list.isPlaceholderData}
          empty={isNarrowed
            ? <EmptyState title="条件に合う申込みはありません" icon="search">名前・フリガナ・メールアドレス・メッセージで探せます。</EmptyState>
            : <EmptyState title="申込みはまだありません" icon="gift">公開ページで申込みがあると、ここに並びます。</EmptyState>}
          summary={totals === undefined ? [] : [
            { label: '申込み', value: `${groupDigits(totals.count)}件` },
            { label: '入金', value: `${groupDigits(totals.payments)}回 ${formatYen(totals.paidYen)}円` },
            { label: '返金', value: `${formatYen(totals.refundedYen)}円` },
          ]} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(totals?.count ?? rows.length)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}

const columns: readonly Column<Gift>[] = [
  { id: 'started', header: '申込日', cell: ({ startedAt }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(localDateInTokyo(new Date(startedAt)))}</span> },
  { id: 'giver', header: '申込者', isRowHeader: true, cell: ({ name, giverKind }) => (giverKind === 'anonymous' ? '匿名' : name) },
  { id: 'target', header: '受付項目', cell: ({ targetTitle }) => targetTitle },
  { id: 'frequency', header: '回数', cell: frequencyOf },
  { id: 'state', header: '状態', cell: stateOf },
  { id: 'method', header: '支払方法', isWideOnly: true, cell: ({ methods }) => (methods.length === 0 ? '—' : methods.map(paymentMethodName).join('・')) },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
  { id: 'paid', header: '入金額（円）', align: 'end', cell: ({ payments, paidYen }) => (payments === 0 ? '—' : formatYen(paidYen)) },
]

function frequencyOf({ frequency, payments }: Gift) {
  return <span className="whitespace-nowrap">{giftFrequencyNames[frequency]}{frequency === 'monthly' && payments > 0 ? `（${groupDigits(payments)}回）` : ''}</span>
}

function stateOf({ state, recurringState, refundedYen }: Gift) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {recurringState === null ? <GiftStateChip state={state} /> : <RecurringStateChip state={recurringState} />}
      {refundedYen > 0 && <StatusChip tone="warning">返金あり</StatusChip>}
    </span>
  )
}
