import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { giftSectionNames } from '@sasaeai/domain/donation/schedule/gift-section'
import { siteName } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type ScheduledGift = RouterOutput['statutoryPaper']['listGifts']['rows'][number]

/** The entries behind a line of 寄附金収益明細書. */
export function ScheduledGiftsPage() {
  const { year, section, attribute, site, isUnnoted, postedUntil } = useSearch({ from: '/staff/statutory-papers/gifts' })
  const yearInView = useFiscalYearInView()
  const fiscalYear = year ?? yearInView
  const list = useInfiniteQuery(
    trpc.statutoryPaper.listGifts.infiniteQueryOptions(
      { fiscalYear, section, attribute, site, isUnnoted, postedUntil }, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const total = list.data?.pages[0]?.total
  const line = isUnnoted ? '区分を決めていない寄附' : [section === undefined ? '合計' : giftSectionNames[section], ...(attribute === undefined ? [] : [donorAttributeNames[attribute]]), ...(site === undefined ? [] : [siteName(site)])].join('・')
  return (
    <>
      <PageHeader
        title={`寄附金収益明細書の内訳（${line}）`}
        description={`${formatFiscalYear(fiscalYear)}${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}`}。${isUnnoted ? '金額の大きい順です。決めていない寄附は「経常」に数えます。施設や設備のための寄附がないか確かめてください。' : '取り消した寄附は、取消の伝票が△で並びます。'}属性・区分・基本金組入額は、寄附のページで決めます。`}
        crumbs={[{ label: '附属明細書', href: '/admin/statutory-papers' }, { label: '内訳' }]}
      />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="明細書の行の寄附" columns={columns} rows={rows} rowKey={({ entryId }) => entryId} phone="cards" isRefreshing={list.isPlaceholderData}
          empty={<EmptyState title="あてはまる寄附はありません" icon="gift" />} summary={total === undefined ? [] : [{ label: '合計', value: `${formatYenDelta(total.amountYen)}円` }]} />
      )}
      {rows !== undefined && rows.length > 0 && total !== undefined && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(total.entries)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}

const columns: readonly Column<ScheduledGift>[] = [
  { id: 'entry', header: '伝票', isRowHeader: true, cell: ({ entryId, entryNumber, amountYen }) => (
    amountYen < 0
      ? <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink>
      : <AppLink to="/donations/$entryId" params={{ entryId }}>{entryNumber}番</AppLink>
  ) },
  { id: 'date', header: '日付', cell: ({ entryDate }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(entryDate)}</span> },
  { id: 'giver', header: '寄附者', cell: ({ supporterName }) => supporterName ?? '匿名' },
  { id: 'description', header: '摘要', cell: ({ description }) => description },
  { id: 'attribute', header: '属性', cell: ({ attribute }) => <span className="whitespace-nowrap">{donorAttributeNames[attribute]}</span> },
  { id: 'amount', header: '寄附金額（円）', align: 'end', cell: ({ amountYen }) => formatYenDelta(amountYen) },
  { id: 'capital', header: 'うち基本金組入額（円）', align: 'end', cell: ({ capitalYen }) => formatYenDelta(capitalYen) },
]
