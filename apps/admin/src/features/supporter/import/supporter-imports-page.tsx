import { importStateWords } from '@sasaeai/domain/supporter/import/supporter-import-state'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import type { Column } from '@sasaeai/ui/data-table'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ChangeEvent } from 'react'
import { base64OfFile } from '../../../app/base64-of-file.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { importRefusal } from '../../../app/import-refusal.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, queryClient, trpc } from '../../../app/trpc.ts'
import { formatInstant } from '../../user/instant-text.ts'

type Overview = RouterOutput['supporter']['import']['list'][number]

const columns: readonly Column<Overview>[] = [
  { id: 'file', header: 'ファイル', isRowHeader: true, isText: true, cell: ({ fileName }) => fileName },
  { id: 'started', header: '選んだ日時', cell: ({ startedAt }) => formatInstant(startedAt) },
  { id: 'by', header: '選んだ人', cell: ({ startedBy }) => startedBy },
  { id: 'lines', header: '取り込んだ行', align: 'end', cell: ({ done }) => done.toLocaleString('ja-JP') },
  { id: 'state', header: '状態', cell: stateOf },
]

/** 名簿の取込み: choose a file, or go on with one that was chosen before. */
export function SupporterImportsPage() {
  const list = useQuery(trpc.supporter.import.list.queryOptions())
  const write = useMutation(trpc.supporter.import.export.mutationOptions())
  return (
    <>
      <PageHeader
        title="名簿の取込み"
        crumbs={[{ label: '支援者', href: '/admin/supporters' }, { label: '取込み' }]}
        description="CSVかExcelの名簿を選ぶと、1行ずつ名簿と見比べます。確かめて「取り込む」を押すまで、何も登録されません。"
      />
      <ImportFileField />
      <div className="mt-10">
        <PageHeader level={2} title="これまでの取込み"
          actions={<ExportChoice size="small" subject="これまでの取込み" write={(format) => write.mutateAsync({ format })} />} />
      </div>
      {list.isError ? <PageError reset={() => void list.refetch()} /> : (
        <DataTable caption="これまでの取込み" columns={columns} rows={list.data} rowKey={({ importId }) => importId}
          rowHref={({ importId }) => `/admin/supporters/import/${importId}`} phone="cards"
          empty={<EmptyState title="取込みはまだありません">ファイルを選ぶと、ここに並びます。途中のものも残ります。</EmptyState>} />
      )}
    </>
  )
}

function stateOf(overview: Overview) {
  const tone = overview.undoneAt !== null ? 'neutral' : overview.finishedAt !== null ? 'success' : 'warning'
  return <StatusChip tone={tone}>{importStateWords(overview)}</StatusChip>
}

/** Larger files would be refused by the server anyway, after minutes on a slow line. */
const largestBytes = 5_500_000

function ImportFileField() {
  const start = useMutation(trpc.supporter.import.start.mutationOptions())
  const navigate = useNavigate()
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const { target } = event
    const [file] = target.files ?? []
    if (file === undefined || file.size > largestBytes) return
    const outcome = await start.mutateAsync({ fileName: file.name, file: await base64OfFile(file) }).catch(() => null)
    // The same file, corrected, can be chosen again.
    target.value = ''
    if (outcome?.ok !== true) return
    await queryClient.invalidateQueries(trpc.supporter.import.pathFilter())
    await navigate({ to: '/supporters/import/$importId', params: { importId: outcome.value.importId } })
  }
  const refusal = importRefusal(start)
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <ul className="list-disc pl-6">
        <li>1行目に見出し、2行目からデータのファイルです。20,000行・5MBまで、文字コードはUTF-8でもShift_JISでも読めます。</li>
        <li>「名前」の列が要ります。ほかの列は、見出しから意味を読み取り、次の画面で直せます。</li>
        <li>この名簿からExcelに書き出したファイルを直して、取り込むこともできます。</li>
      </ul>
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      <div>
        <label htmlFor="register-file" className="font-bold">ファイル</label>
        <input id="register-file" type="file" accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            event.currentTarget.setCustomValidity(file !== undefined && file.size > largestBytes ? failureMessage({ ok: false, code: 'file_too_large' }) : '')
            event.currentTarget.reportValidity()
            void choose(event)
          }}
          className="mt-1.5 block min-h-(--control) w-full cursor-pointer rounded-8 border border-line-field p-1.5 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border-0 file:bg-accent-soft file:px-3 file:font-bold file:text-accent" />
      </div>
      {start.isPending && <p role="status">ファイルを名簿と見比べています</p>}
    </div>
  )
}
