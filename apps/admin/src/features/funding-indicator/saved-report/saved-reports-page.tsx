import { savedReportKindNames } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-kind'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextLink } from '@sasaeai/ui/text-link'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { AppLink, AppLinkButton } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { paperAddress } from '../../document/paper-address.ts'
import { formatInstant } from '../../user/instant-text.ts'
import type { SavedReportRow } from './saved-report-row.ts'

/** 報告書: what was saved with its figures, the newest first. */
export function SavedReportsPage() {
  const list = useInfiniteQuery(trpc.savedReport.list.infiniteQueryOptions({}, { initialCursor: null, getNextPageParam: (page) => page.next }))
  const write = useMutation(trpc.savedReport.export.mutationOptions())
  const mayMake = useMayDo('document.make')
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHeader
        title="報告書"
        description="数字ごと保存した報告書の一覧です。保存した数字は変わりません。開くと、保存してから変わったことが分かります。"
        actions={
          <>
            <ExportChoice subject="保存した報告書の一覧" write={(format) => write.mutateAsync({ format })} />
            {mayMake && <AppLinkButton to="/reports/board-pack" variant="primary" icon="printer">理事会資料を作る</AppLinkButton>}
          </>
        }
      />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="保存した報告書の一覧"
          columns={columns}
          rows={rows}
          rowKey={({ reportId }) => reportId}
          phone="cards"
          empty={<EmptyState title="保存した報告書はまだありません" icon="chart">財源ダッシュボードで「この内容を保存」を押すか、理事会資料・寄附の年次報告を作成すると、ここに残ります。</EmptyState>}
        />
      )}
      {list.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>もっと見る</Button>
        </div>
      )}
    </>
  )
}

const columns: readonly Column<SavedReportRow>[] = [
  {
    id: 'title',
    header: '報告書',
    isRowHeader: true,
    cell: ({ reportId, title }) => <AppLink to="/reports/$reportId" params={{ reportId }}>{title}</AppLink>,
  },
  { id: 'kind', header: '種類', cell: ({ kind }) => savedReportKindNames[kind] },
  { id: 'moment', header: '時点', cell: ({ moment }) => <span className="figures">{formatPostingMoment(moment)}</span> },
  { id: 'saved', header: '保存', cell: ({ savedAt, savedByName }) => <span className="figures">{formatInstant(savedAt)}　{savedByName}</span> },
  {
    id: 'paper',
    header: '帳票',
    cell: ({ documentId, title }) => (documentId === null ? '—' : <TextLink href={paperAddress(documentId)} target="_blank" aria-label={`${title}のPDF`}>PDF</TextLink>),
  },
]
