import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type DonorListing, donorListings } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
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
import type { DonorSearch } from './donor-search.ts'

type Donor = RouterOutput['taxCredit']['donors']['rows'][number]

const listingNames: Record<DonorListing, string> = { counted: '寄附者名簿（数えている人）', without_address: '住所がないため数えていない人' }

/** 寄附者名簿: the donors behind a year's count for 税額控除, and those who only lack an address. */
export function DonorsPage() {
  const { year, listing = 'counted', postedUntil }: DonorSearch = useSearch({ from: '/staff/tax-credit/donors' })
  const yearInView = useFiscalYearInView()
  const fiscalYear = year ?? yearInView
  const navigate = useNavigate({ from: '/tax-credit/donors' })
  const router = useRouter()
  const maySeeSupporters = useMayDo('supporter.read')
  const tests = useQuery(trpc.taxCredit.test.queryOptions({ postedUntil }))
  const list = useInfiniteQuery(
    trpc.taxCredit.donors.infiniteQueryOptions({ fiscalYear, listing }, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const write = useMutation(trpc.taxCredit.export.mutationOptions())
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const figures = [...(tests.data?.past.years ?? []), ...(tests.data?.preview.years ?? [])].find((each) => each.fiscalYear === fiscalYear)
  const count = figures === undefined ? undefined : { counted: figures.donors, without_address: figures.withoutAddress }
  return (
    <>
      <PageHeader
        title={`寄附者名簿（${formatFiscalYear(fiscalYear)}）`}
        description={`その年度に合わせて3,000円以上の寄附をした人と団体です。名寄せした人は1人と数えます。物品の寄附、協賛・収益、取り消した寄附、共同募金は含みません。会費は、控除の対象と定めた会員種別だけを含みます。${postedUntil === undefined ? '' : postedUntilWords(postedUntil)}`}
        crumbs={[{ label: '税額控除', href: router.buildLocation({ to: '/tax-credit', search: { postedUntil } }).href }, { label: '寄附者名簿' }]}
        actions={<ExportChoice subject="寄附者名簿" write={(format) => write.mutateAsync({ fiscalYear, postedUntil, format })} />}
      />
      <div className="mb-4 max-w-96 print-hidden">
        <SelectField
          label="表示する人"
          value={listing}
          options={donorListings.map((each) => ({ value: each, label: `${listingNames[each]}${count === undefined ? '' : `　${groupDigits(count[each])}名`}` }))}
          onChange={(event) => {
            const wanted = donorListings.find((each) => each === event.currentTarget.value)
            void navigate({ search: (before) => ({ ...before, listing: wanted }) })
          }}
        />
      </div>
      {listing === 'without_address' && <p className="mb-3">支援者台帳に住所を入力すると、名簿に入り、人数に数えられます。</p>}
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption={listingNames[listing]} columns={columnsOf(listing, maySeeSupporters)} rows={rows} rowKey={({ supporterId }) => supporterId} phone="cards"
          isRefreshing={list.isPlaceholderData} empty={<EmptyState title="あてはまる寄附者はいません" icon="people" />}
          summary={count === undefined ? [] : [{ label: '人数', value: `${groupDigits(count[listing])}名` }]} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(count?.[listing] ?? rows.length)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}

function columnsOf(listing: DonorListing, maySeeSupporters: boolean): Column<Donor>[] {
  const columns: Column<Donor>[] = [
    { id: 'name', header: '氏名・名称', isRowHeader: true, cell: ({ supporterId, name, number }) => (
      <>
        {maySeeSupporters ? <AppLink to="/supporters/$supporterId" params={{ supporterId }}>{name}</AppLink> : name}{' '}
        <span className="figures text-[0.875rem] text-ink-sub">{number}</span>
      </>
    ) },
    { id: 'address', header: '住所・所在地', cell: ({ address }) => address },
    { id: 'year', header: '年度', cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
    { id: 'gifts', header: '件数', align: 'end', cell: ({ gifts }) => `${groupDigits(gifts)}件` },
    { id: 'amount', header: '寄附の額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
  ]
  return listing === 'counted' ? columns : columns.filter(({ id }) => id !== 'address')
}
