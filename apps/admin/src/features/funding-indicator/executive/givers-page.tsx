import { fiscalYear as fiscalYearOfNumber } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { standingAmountNames, standingNames } from '@sasaeai/domain/funding-indicator/executive/retention'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { type GiverSearch, type ListedStanding, listedStandings } from './executive-search.ts'

type Giver = RouterOutput['executive']['givers']['rows'][number]

/** 寄附の継続の元: the supporters behind a figure of it, those who gave most first. */
export function GiversPage() {
  const { standing = 'lybunt', postedUntil }: GiverSearch = useSearch({ from: '/staff/executive/givers' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/executive/givers' })
  const router = useRouter()
  const maySeeSupporters = useMayDo('supporter.read')
  const figures = useQuery({ ...trpc.executive.retention.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const list = useInfiniteQuery(
    trpc.executive.givers.infiniteQueryOptions({ fiscalYear, standing, postedUntil }, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const exporting = useMutation(trpc.executive.exportGivers.mutationOptions())
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const count = figures.data?.[standing]
  return (
    <>
      <PageHeader
        title={`寄附者：${standingNames[standing]}`}
        description={`${formatFiscalYear(fiscalYear)}から見た、名前の分かる寄附者です。名寄せした人は1人と数えます。${postedUntil === undefined ? '' : postedUntilWords(postedUntil)}`}
        crumbs={[{ label: '経営のページ', href: router.buildLocation({ to: '/executive', search: { postedUntil } }).href }, { label: '寄附者' }]}
        actions={<ExportChoice subject="寄附者の一覧" write={(format) => exporting.mutateAsync({ fiscalYear, standing, postedUntil, format })} />}
      />
      <div className="mb-4 max-w-96 print-hidden">
        <SelectField
          label="表示する寄附者"
          value={standing}
          options={listedStandings.map((each) => ({ value: each, label: `${standingNames[each]}${figures.data === undefined ? '' : `　${groupDigits(figures.data[each])}名`}` }))}
          onChange={(event) => {
            const wanted = listedStandings.find((each) => each === event.currentTarget.value)
            void navigate({ search: (before) => ({ ...before, standing: wanted }) })
          }}
        />
      </div>
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption={standingNames[standing]} columns={columnsOf(standing, maySeeSupporters)} rows={rows} rowKey={({ supporterId }) => supporterId} phone="cards"
          isRefreshing={list.isPlaceholderData} empty={<EmptyState title="あてはまる寄附者はいません" icon="people" />}
          summary={count === undefined ? [] : [{ label: '人数', value: `${groupDigits(count)}名` }]} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(count ?? rows.length)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}

function columnsOf(standing: ListedStanding, maySeeSupporters: boolean): Column<Giver>[] {
  return [
    { id: 'name', header: '寄附者', isRowHeader: true, cell: ({ supporterId, name, number }) => (
      <>
        {maySeeSupporters ? <AppLink to="/supporters/$supporterId" params={{ supporterId }}>{name}</AppLink> : name}{' '}
        <span className="figures text-[0.875rem] text-ink-sub">{number}</span>
      </>
    ) },
    { id: 'amount', header: standingAmountNames[standing], align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
    { id: 'years', header: '寄附のあった年度', cell: ({ years }) => yearsInWords(years) },
  ]
}

/** The last years, the newest first: 「令和8年度・令和7年度 ほか3年度」. */
function yearsInWords(years: readonly number[]): string {
  const newest = years.toReversed().slice(0, 3).map((year) => formatFiscalYear(fiscalYearOfNumber(year))).join('・')
  return years.length > 3 ? `${newest} ほか${years.length - 3}年度` : newest
}
