import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { duesTermsOfYear } from '@sasaeai/domain/membership-dues/terms/dues-terms-of-year'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { DataTable } from '@sasaeai/ui/data-table'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { AppLink, AppLinkButton } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { useGround } from '../../ledger/use-ground.ts'
import { memberColumns } from './member-columns.tsx'
import { MemberCounts } from './member-counts.tsx'
import { MemberFilters } from './member-filters.tsx'
import { MembersFileButtons } from './members-file-buttons.tsx'
import { MembersEmpty } from './members-empty.tsx'
import type { MemberSearch } from './member-search.ts'

/** 会員: who is a member of which kind in the year in view, and what came in by name. */
export function MembersPage() {
  const search: MemberSearch = useSearch({ from: '/staff/dues/members' })
  const navigate = useNavigate()
  const year = useFiscalYearInView()
  const ground = useGround()
  const mayWrite = useMayDo('dues.write')
  const { asOf, postedUntil } = search
  const columns = useMemo(() => memberColumns(year, postedUntil), [year, postedUntil])
  const list = useInfiniteQuery(
    trpc.membershipDues.member.list.infiniteQueryOptions(
      { fiscalYear: year, ...search },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const { duesKindId } = search
  const terms = ground.data === undefined || duesKindId === undefined ? null : duesTermsOfYear(ground.data, duesKindId, year)
  const counter = memberCounter(terms?.payer)
  const totals = list.data?.pages[0]?.totals
  return (
    <>
      <PageHeader
        title="会員"
        description={postedUntil === undefined ? `${formatFiscalYear(year)}の、名前のわかる会員です。世帯の会費は自治会ごとに数えます。` : `${formatFiscalYear(year)}の、名前のわかる会員です。${formatPostingMoment(postedUntil)}の登録と、それまでに記帳した納入により、氏名・住所は、いまの登録によります。`}
        actions={
          <>
            <MembersFileButtons search={search} year={year} />
            {mayWrite && <AppLinkButton to="/dues/members/new" variant="primary" icon="plus">入会を登録する</AppLinkButton>}
          </>
        }
      />
      {asOf !== undefined && (
        <p className="mb-4">
          {formatLocalDate(asOf)}の状態と口数です。<AppLink to="/dues/members" search={{ ...search, asOf: undefined }} className="print-hidden">今日の会員を見る</AppLink>
        </p>
      )}
      <MemberCounts asOf={asOf} postedUntil={postedUntil} />
      {ground.data !== undefined && (
        <MemberFilters search={search} ground={ground.data}
          onChange={(next) => void navigate({ to: '/dues/members', search: next, replace: true })} />
      )}
      <div className="mb-4 print-hidden">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ to: '/dues/members', search: { ...search, postedUntil: moment }, resetScroll: false })} />
      </div>
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="会員の一覧"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.membershipId}
          rowHref={(row) => `/admin/dues/members/${row.membershipId}`}
          phone="cards"
          isRefreshing={list.isPlaceholderData}
          empty={<MembersEmpty search={search} />}
          summary={[
            { label: '会員', value: totals == null ? '—' : `${groupDigits(totals.count)}${counter}` },
            { label: '口数', value: totals == null ? '—' : `${groupDigits(totals.units)}口` },
          ]}
        />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore
          shown={groupDigits(rows.length)}
          total={groupDigits(totals?.count ?? rows.length)}
          hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  )
}
