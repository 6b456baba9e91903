import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { id, idIn } from '@sasaeai/domain/ids'
import { entryKindNames } from '@sasaeai/domain/ledger/entry-draft'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { type JournalExportRow, spanWords } from './journal-export-answers.ts'
import { JournalExportDownload } from './journal-export-download.tsx'

const crumb = { label: '会計ソフトへの書き出し', href: '/admin/journal-exports' }

/** One export: its totals, its file and the entries that went out in it. */
export function JournalExportPage() {
  const { exportId } = useParams({ from: '/staff/journal-exports/$exportId' })
  const list = useQuery(trpc.journalExport.list.queryOptions())
  if (list.isError && list.data === undefined) return <PageError reset={() => void list.refetch()} />
  if (list.data === undefined) return <LoadingSkeleton lines={10} />
  const row = list.data.find((each) => each.id === idIn(exportId))
  if (row === undefined) return <EmptyState title="この書き出しは見つかりません">一覧から選び直してください。</EmptyState>
  const title = `書き出し第${row.exportNumber}号`
  return (
    <>
      <PageHeader title={title} crumbs={[crumb, { label: title }]} actions={<JournalExportDownload row={row} />} />
      <div className="mb-8">
        <DetailList lines={[
          ['列の割り当て', row.profileName],
          ['仕訳の日付', spanWords(row)],
          ['仕訳・明細', `${groupDigits(row.entries)}件・${groupDigits(row.postings)}行`],
          ['借方合計・貸方合計', `${formatYen(row.debitYen)}円`],
          ['書き出し', `${formatInstant(row.exportedAt)} ${row.exportedBy}`],
        ]} />
        <p className="mt-3 text-[0.8125rem] break-all text-ink-faint">ファイルのSHA-256：{row.sha256}</p>
      </div>
      <ExportedEntries row={row} />
    </>
  )
}

function ExportedEntries({ row: { id: exportId, entries } }: { readonly row: JournalExportRow }) {
  const list = useInfiniteQuery(trpc.journalExport.entries.infiniteQueryOptions({ exportId: id(exportId) }, { getNextPageParam: ({ nextCursor }) => nextCursor }))
  if (list.isError) return <PageError reset={() => void list.refetch()} />
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <DataTable caption="書き出した仕訳" columns={columns} rows={rows} rowKey={({ entryId }) => entryId} phone="cards" />
      <PaginationMore shown={groupDigits(rows?.length ?? 0)} total={groupDigits(entries)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  )
}

const columns: readonly Column<RouterOutput['journalExport']['entries']['rows'][number]>[] = [
  {
    id: 'entry', header: '伝票', isRowHeader: true,
    cell: ({ entryId, fiscalYear, entryNumber }) => <AppLink to="/entries/$entryId" params={{ entryId }}>{fiscalYear}年度 {entryNumber}</AppLink>,
  },
  { id: 'date', header: '日付', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span> },
  { id: 'kind', header: '種類', cell: ({ kind }) => entryKindNames[kind] },
  { id: 'description', header: '摘要', cell: ({ description }) => description },
  { id: 'debit', header: '借方合計', align: 'end', cell: ({ debitYen }) => `${formatYen(debitYen)}円` },
]
