import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta, type Yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import type { IconName } from '@sasaeai/ui/icon'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { AppLink } from '../../app/app-link.tsx'
import { PageError } from '../../app/page-error.tsx'

/** An entry behind a figure, as every list of them shows it. */
export interface FigureEntry {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly description: string
  readonly amountYen: Yen
}

interface FigureEntriesProps<Row extends FigureEntry> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly list: {
    readonly data: { readonly pages: readonly { readonly rows: readonly Row[]; readonly total: { readonly entries: number; readonly amountYen: Yen } }[] } | undefined
    readonly isError: boolean
    readonly isPlaceholderData: boolean
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly refetch: () => unknown
    readonly fetchNextPage: () => unknown
  }
  readonly empty: { readonly title: string; readonly icon: IconName }
}

/** The entries behind a figure page by page, with the sum over all pages, which is the figure. */
export function FigureEntries<Row extends FigureEntry>({ caption, columns, list, empty }: FigureEntriesProps<Row>) {
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const total = list.data?.pages[0]?.total
  if (list.isError && rows === undefined) return <PageError reset={() => void list.refetch()} />
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ entryId }) => entryId} phone="cards" isRefreshing={list.isPlaceholderData}
        empty={<EmptyState {...empty} />} summary={total === undefined ? [] : [{ label: '合計', value: `${formatYenDelta(total.amountYen)}円` }]} />
      {rows !== undefined && rows.length > 0 && total !== undefined && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(total.entries)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}

/** 伝票 and 日付 of entries that are no gifts. */
export const entryColumns: readonly Column<FigureEntry>[] = [
  { id: 'entry', header: '伝票', isRowHeader: true, cell: ({ entryId, entryNumber }) => <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink> },
  { id: 'date', header: '日付', cell: ({ entryDate }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(entryDate)}</span> },
]

/** Who gave what when; what takes money off opens as an entry, for it is no gift. */
export const giftColumns: readonly Column<FigureEntry & { readonly supporterName: string | null }>[] = [
  { id: 'entry', header: '伝票', isRowHeader: true, cell: ({ entryId, entryNumber, amountYen }) => (
    amountYen < 0
      ? <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink>
      : <AppLink to="/donations/$entryId" params={{ entryId }}>{entryNumber}番</AppLink>
  ) },
  ...entryColumns.slice(1),
  { id: 'giver', header: '寄附者', cell: ({ supporterName }) => supporterName ?? '匿名' },
  { id: 'description', header: '摘要', cell: ({ description }) => description },
]
