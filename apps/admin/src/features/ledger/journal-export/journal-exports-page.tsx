import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { AppLink, AppLinkButton } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { ShortMoment } from '../../../app/short-moment.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { type JournalExportRow, spanWords } from './journal-export-answers.ts'
import { JournalExportDownload } from './journal-export-download.tsx'
import { NewJournalExport } from './new-journal-export.tsx'

/** 会計ソフトへの書き出し: which entries went to the accounting program, and the next of them. */
export function JournalExportsPage() {
  const list = useQuery(trpc.journalExport.list.queryOptions())
  const write = useMutation(trpc.journalExport.exportList.mutationOptions())
  const mayMake = useMayDo('journalExport.make')
  return (
    <>
      <PageHeader
        title="会計ソフトへの書き出し"
        description="仕訳を、会計ソフトに取り込むファイルにします。ひとつの仕訳が書き出されるのは一度だけです。書き出しには通し番号と合計が付き、あとから変えたり消したりできません。"
        actions={
          <>
            <ExportChoice subject="これまでの書き出しの一覧" write={(format) => write.mutateAsync({ format })} />
            <AppLinkButton to="/journal-exports/profiles" icon="settings">列の割り当て</AppLinkButton>
          </>
        }
      />
      {mayMake && <NewJournalExport />}
      {list.isError ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="これまでの書き出し" columns={columns} rows={list.data} rowKey={({ id }) => id} phone="cards" empty={<EmptyState title="書き出しはまだありません" />} />
      )}
    </>
  )
}

const columns: readonly Column<JournalExportRow>[] = [
  {
    id: 'number', header: '番号', isRowHeader: true,
    cell: ({ id, exportNumber }) => <AppLink to="/journal-exports/$exportId" params={{ exportId: id }}>第{exportNumber}号</AppLink>,
  },
  { id: 'profile', header: '割り当て', cell: ({ profileName }) => <span className="align-top sm:inline-block sm:min-w-[7em]">{profileName}</span> },
  { id: 'span', header: '仕訳の日付', cell: (row) => <span className="figures">{spanWords(row)}</span> },
  {
    id: 'debit', header: '借方合計・仕訳', align: 'end',
    cell: ({ debitYen, entries }) => (
      <>
        {formatYen(debitYen)}円
        <span className="block text-[0.875em] text-ink-sub">{groupDigits(entries)}件</span>
      </>
    ),
  },
  {
    id: 'made', header: '書き出し', isWideOnly: true,
    cell: ({ exportedAt, exportedBy }) => (
      <>
        <ShortMoment at={exportedAt} />
        <span className="block text-[0.875em] text-ink-sub">{exportedBy}</span>
      </>
    ),
  },
  { id: 'acts', header: 'ファイル', isActs: true, cell: (row) => <JournalExportDownload row={row} size="small" /> },
]
