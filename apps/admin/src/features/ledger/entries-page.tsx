import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { TextLink } from '@sasaeai/ui/text-link'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { AppLinkButton } from '../../app/app-link.tsx'
import { entriesHref } from '../../app/entries-href.ts'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { PageError } from '../../app/page-error.tsx'
import { useMayDo } from '../../app/use-may-do.ts'
import { PostingMomentForm } from '../funding-indicator/posting-moment-form.tsx'
import { filterInView } from './entries-search.ts'
import { ExportPostingsButton } from './export-postings-button.tsx'
import { postingColumns } from './posting-columns.tsx'
import { PostingFilterForm } from './posting-filter-form.tsx'
import { PostingFilterWords } from './posting-filter-words.tsx'
import { postingListQuery } from './posting-list-query.ts'
import { orderOf, sortOf } from './posting-sort.ts'

/** 仕訳・明細一覧: the postings behind any figure, with their exact count and total. */
export function EntriesPage() {
  const search = useSearch({ from: '/staff/entries' })
  const filter = filterInView(search, useFiscalYearInView())
  const { order = 'newest' } = search
  const { history } = useRouter()
  const mayPost = useMayDo('ledger.post') && filter.postedUntil === undefined
  const columns = useMemo(() => postingColumns(search.fiscalYear), [search.fiscalYear])
  const list = useInfiniteQuery({
    ...postingListQuery(filter, order),
    placeholderData: keepPreviousData,
  })
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHeader
        title="仕訳・明細一覧"
        description={
          filter.accountId === undefined ? (
            <>財源の付いた明細です。取消は <span className="figures">△</span> で表します。<ReceiptHelp /></>
          ) : (
            '選んだ科目のすべての明細です。'
          )
        }
        actions={
          <>
            <ExportPostingsButton filter={filter} />
            {mayPost && <AppLinkButton to="/entries/new" variant="primary" icon="plus">1件受付</AppLinkButton>}
          </>
        }
      />
      <PostingFilterForm key={JSON.stringify(filter)} filter={filter} onChange={(asked) => history.push(entriesHref(asked, order))} />
      <PostingFilterWords filter={filter} />
      <div className="mb-4 print-hidden">
        <PostingMomentForm moment={filter.postedUntil} onChange={(postedUntil) => history.push(entriesHref({ ...filter, postedUntil }, order))} />
      </div>
      {list.isError ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="明細の一覧"
          columns={columns}
          rows={rows}
          rowKey={({ entryId, lineNumber }) => `${entryId}.${lineNumber}`}
          phone="cards"
          sort={sortOf(order)}
          onSort={(sort) => history.replace(entriesHref(filter, orderOf(sort)))}
          isRefreshing={list.isPlaceholderData}
          empty={<NothingFound filter={filter} />}
          summary={[
            { label: '件数', value: first === undefined ? '—' : `${groupDigits(first.count)}件` },
            { label: '合計', value: first === undefined ? '—' : `${formatYenDelta(first.totalYen)}円` },
          ]}
        />
      )}
      {first !== undefined && first.count > 0 && (
        <PaginationMore
          shown={groupDigits(rows?.length ?? 0)}
          total={groupDigits(first.count)}
          hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  )
}

function NothingFound({ filter }: { filter: PostingFilter }) {
  const { fiscalYear, ...further } = filter
  return (
    <EmptyState title="当てはまる明細はありません">
      条件を減らすか、年度や期間を変えてください。
      {fiscalYear !== undefined && <TextLink href={entriesHref(further)}>すべての年度から探す</TextLink>}
    </EmptyState>
  )
}

function ReceiptHelp() {
  return (
    <HelpTip term="財源の付いた明細">
      会費や募金など、どの財源のお金かが分かる側の明細です。現金や預金の側は、勘定科目を選ぶと表示されます。
    </HelpTip>
  )
}
