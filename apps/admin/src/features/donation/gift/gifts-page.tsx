import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { acknowledgmentConsentNames } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import { giftFilterSchema } from '@sasaeai/domain/donation/gift/gift-list-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLink, AppLinkButton } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { LettersToSend } from '../letter/letters-to-send.tsx'
import { AddressLabelButton } from '../../letter/address-label/address-label-button.tsx'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { GiftFilters } from './gift-filters.tsx'
import type { GiftSearch } from './gift-search.ts'

type Gift = RouterOutput['donation']['gift']['list']['rows'][number]
type GiftTotals = NonNullable<RouterOutput['donation']['gift']['list']['totals']>

/** 寄附: every gift of the year, by whichever door it came in. */
export function GiftsPage() {
  const search: GiftSearch = useSearch({ from: '/staff/donations' })
  const navigate = useNavigate()
  const fiscalYear = useFiscalYearInView()
  const mayPost = useMayDo('donation.post')
  const write = useMutation(trpc.donation.gift.export.mutationOptions())
  const list = useInfiniteQuery(
    trpc.donation.gift.list.infiniteQueryOptions({ fiscalYear, ...search }, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const totals = list.data?.pages[0]?.totals ?? undefined
  const count = totals?.reduce((sum, each) => sum + each.count, 0)
  return (
    <>
      <PageHeader
        title="寄附"
        description={search.postedUntil === undefined ? `${formatFiscalYear(fiscalYear)}にいただいた寄附です。受付グリッドで記帳した寄附も、ここで内容を書き足せます。` : `${formatFiscalYear(fiscalYear)}にいただいた寄附のうち、${postedUntilWords(search.postedUntil)}です。内容と、礼状・領収書は、いまの登録によります。`}
        actions={
          <>
            <ExportChoice subject="寄附の一覧" write={(format) => write.mutateAsync({ ...giftFilterSchema.parse({ fiscalYear, ...search }), format })} />
            <AddressLabelButton recipients={{ of: 'gifts', filter: { fiscalYear, ...search } }} />
            <OrderPapersButton order={{ kind: 'donation_application' }}>申込書（白紙）</OrderPapersButton>
            {mayPost && <AppLinkButton to="/donations/new" variant="primary" icon="plus">寄附を受け付ける</AppLinkButton>}
          </>
        }
      />
      <GiftFilters search={search} onChange={(next) => void navigate({ to: '/donations', search: next, replace: true })} />
      <div className="mb-4 print-hidden">
        <PostingMomentForm moment={search.postedUntil} onChange={(postedUntil) => void navigate({ to: '/donations', search: { ...search, postedUntil }, resetScroll: false })} />
      </div>
      {totals !== undefined && totals.length > 1 && <KindTotals totals={totals} search={search} />}
      {search.matter === 'to_thank' && rows !== undefined && <LettersToSend entryIds={rows.map(({ entryId }) => entryId)} />}
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="寄附の一覧" columns={columns} rows={rows} rowKey={({ entryId }) => entryId} rowHref={({ entryId }) => `/admin/donations/${entryId}`}
          phone="cards" isRefreshing={list.isPlaceholderData} empty={<EmptyState title="条件に合う寄附はありません" icon="yen" />}
          summary={totals === undefined ? [] : [
            { label: '件数', value: `${groupDigits(count ?? 0)}件` },
            { label: '合計', value: `${formatYen(sumYen(totals.map(({ amountYen }) => amountYen)))}円` },
          ]} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(count ?? rows.length)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}

/** How much came of which kind; each leads to those gifts. */
function KindTotals({ totals, search }: { totals: GiftTotals; search: GiftSearch }) {
  return (
    <ul aria-label="種類ごとの件数と金額" className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
      {totals.map(({ kind, count, amountYen }) => (
        <li key={kind}>
          <AppLink to="/donations" search={{ ...search, kind }}>{donationKindNames[kind]}</AppLink>
          <span className="figures ml-2">{groupDigits(count)}件 {formatYen(amountYen)}円</span>
        </li>
      ))}
    </ul>
  )
}

const columns: Column<Gift>[] = [
  { id: 'received', header: '受領日', cell: ({ receivedOn }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(receivedOn)}</span> },
  { id: 'giver', header: '寄附者', isRowHeader: true, cell: giverOf },
  { id: 'kind', header: '種類', cell: kindOf },
  { id: 'funds', header: '使いみち', cell: ({ fundNames, goods }) => [fundNames.filter((name) => name !== '').join('・'), goods].filter((words) => words !== '').join('　') || '社協におまかせ' },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
  { id: 'consent', header: '芳名', isWideOnly: true, cell: ({ consent }) => acknowledgmentConsentNames[consent] },
  { id: 'thanked', header: '礼状', isWideOnly: true, cell: ({ thankedOn }) => (thankedOn === null ? '—' : <span className="figures">{formatLocalDateShort(thankedOn)}</span>) },
]

function giverOf({ supporterName, supporterNumber }: Gift) {
  return supporterName === null ? '匿名' : <>{supporterName} <span className="figures text-[0.875rem] text-ink-sub">{supporterNumber}</span></>
}

function kindOf({ kind, isComplete, isUndone, hasReceipt, deceasedName }: Gift) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {donationKindNames[kind]}{deceasedName === '' ? '' : `（故 ${deceasedName}）`}
      {!isComplete && <StatusChip tone="warning">未入力</StatusChip>}
      {isUndone && <StatusChip tone="error">取消済み</StatusChip>}
      {hasReceipt && <StatusChip tone="success">領収書</StatusChip>}
    </span>
  )
}
