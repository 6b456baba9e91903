import { succeed } from '@sasaeai/domain/outcome/outcome'
import { type AuditFilter, auditFilterSchema } from '@sasaeai/domain/user/audit-search'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditLineCard } from './audit-line-card.tsx'

/** 監査ログ: who did what, when and why, newest first. Filters live in the address, so that a search can be passed on. */
export function AuditPage() {
  // An address can be typed; what is not a filter in it does not narrow.
  const search = auditFilterSchema.catch({}).parse(useSearch({ from: '/staff/audit' }))
  const navigate = useNavigate()
  const log = useInfiniteQuery(
    trpc.audit.search.infiniteQueryOptions(search, {
      initialCursor: null,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const write = useMutation(trpc.document.exportAuditLog.mutationOptions())
  const pages = log.data?.pages ?? []
  const lines = pages.flatMap((page) => page.lines)
  const [first] = pages
  const filter = (next: AuditFilter) => void navigate({ to: '/audit', search: next, replace: true })
  return (
    <>
      <PageHeader
        title="監査ログ"
        description="いつ、だれが、何をしたかの記録です。だれにも消したり直したりできません。"
        actions={
          <ExportChoice subject="監査ログ" write={(format) => (format === 'csv' ? download(search) : write.mutateAsync({ ...search, format }))}>
            絞り込んだ記録を、変わったところも添えて書き出します。CSV（UTF-8）には何件でも、ほかには20,000件まで書き出せます。書き出したことも記録に残ります。
          </ExportChoice>
        }
      />
      <AuditFilters key={JSON.stringify(search)} search={search} onFilter={filter} />
      {log.isPending && <LoadingSkeleton lines={8} />}
      {log.isError && <PageError reset={() => void log.refetch()} />}
      {first?.count === 0 && <EmptyState title="該当する記録はありません" icon="search">条件を減らすか、期間を広げてください。</EmptyState>}
      <ol aria-label="監査ログ" className="divide-y divide-line border-y border-line empty:border-0">
        {lines.map((line) => <AuditLineCard key={line.id} line={line} />)}
      </ol>
      {first !== undefined && first.count > 0 && (
        <PaginationMore
          shown={lines.length.toLocaleString('ja-JP')}
          total={first.count.toLocaleString('ja-JP')}
          hasMore={log.hasNextPage}
          isBusy={log.isFetchingNextPage}
          onMore={() => void log.fetchNextPage()}
        />
      )}
    </>
  )
}

/** The log may be of any length, so that the browser fetches it as it is written. */
async function download(filter: AuditFilter) {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))
  window.location.assign(`/exports/audit-log.csv?${new URLSearchParams(asked).toString()}`)
  return succeed(null)
}
