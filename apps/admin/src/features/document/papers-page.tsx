import { documentKindNames } from '@sasaeai/domain/document/document-kind'
import { documentRunStatusNames, isUnfinished, leftOutOf } from '@sasaeai/domain/document/document-run'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { formatInstant } from '../user/instant-text.ts'
import { type DocumentRun, paperAddress } from './paper-address.ts'
import { RunDialog } from './run-dialog.tsx'
import { RunProgress } from './run-progress.tsx'

const askEveryMs = 1_500

/** 帳票: everything that was ever ordered, on its way or finished. */
export function PapersPage() {
  const [openRun, setOpenRun] = useState<DocumentRun>()
  const mayMake = useMayDo('document.make')
  const cancel = useCancelling()
  const write = useMutation(trpc.document.export.mutationOptions())
  const list = useInfiniteQuery(
    trpc.document.list.infiniteQueryOptions(
      {},
      {
        initialCursor: null,
        getNextPageParam: (page) => page.next,
        refetchInterval: ({ state: { data } }) => (data?.pages.some(({ rows }) => rows.some((run) => isUnfinished(run.status))) === true ? askEveryMs : false),
      },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHeader title="帳票" description="作成した帳票の一覧です。できあがった帳票は、作ったときのまま残ります。作るときは、納入のお願い・会員・還元金・領収書など、それぞれの画面のボタンを押します。"
        actions={<ExportChoice subject="帳票の一覧" write={(format) => write.mutateAsync({ format })}>どの帳票を、いつ、だれが作ったかの一覧です。</ExportChoice>} />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="帳票の一覧"
          columns={columnsWith({ onOpen: setOpenRun, ...(mayMake ? { onCancel: cancel } : {}) })}
          rows={rows}
          rowKey={({ runId }) => runId}
          phone="cards"
          empty={<EmptyState title="帳票はまだありません" icon="printer">納入のお願いや領収書を作成すると、ここに残ります。</EmptyState>}
        />
      )}
      {list.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>もっと見る</Button>
        </div>
      )}
      {openRun !== undefined && <RunDialog runId={openRun.runId} onClose={() => setOpenRun(undefined)} />}
    </>
  )
}

function useCancelling() {
  const cancel = useMutation(trpc.document.cancel.mutationOptions())
  const run = useRunCommand()
  return ({ runId, title }: DocumentRun) => void run(() => cancel.mutateAsync({ runId }), { done: `「${title}」の作成を取りやめました` })
}

interface RunActs {
  readonly onOpen: (run: DocumentRun) => void
  /** Only for those who may. */
  readonly onCancel?: (run: DocumentRun) => void
}

function columnsWith(acts: RunActs): Column<DocumentRun>[] {
  return [
    {
      id: 'title',
      header: '帳票',
      isRowHeader: true,
      cell: ({ title, kind }) => (
        <span className="flex flex-col">
          {title}
          <span className="text-[0.875rem] font-normal text-ink-sub">{documentKindNames[kind]}</span>
        </span>
      ),
    },
    { id: 'state', header: '状態', cell: (run) => <RunState run={run} onOpen={acts.onOpen} /> },
    { id: 'requested', header: '作成した人', cell: ({ requestedByName }) => requestedByName },
    { id: 'at', header: '日時', cell: ({ requestedAt }) => <span className="figures">{formatInstant(requestedAt)}</span> },
    { id: 'acts', header: '操作', isActs: true, cell: (run) => <RunActButtons run={run} onCancel={acts.onCancel} /> },
  ]
}

function RunState({ run, onOpen }: { run: DocumentRun; onOpen: (run: DocumentRun) => void }) {
  const { status, problems, totalCount } = run
  if (isUnfinished(status)) return <span className="block sm:min-w-56"><RunProgress run={run} /></span>
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusChip tone={status === 'done' ? 'success' : 'warning'}>{documentRunStatusNames[status]}</StatusChip>
      {status === 'done' && totalCount > 0 && <span className="figures">{(totalCount - leftOutOf(problems)).toLocaleString('ja-JP')}件</span>}
      {problems.length > 0 && (
        <Button variant="quiet" size="small" aria-label={`${run.title}の注意を見る`} onClick={() => onOpen(run)}>
          {status === 'done' ? `注意 ${problems.length.toLocaleString('ja-JP')}件` : '理由'}
        </Button>
      )}
    </span>
  )
}

function RunActButtons({ run, onCancel }: { run: DocumentRun; onCancel: RunActs['onCancel'] }) {
  const { documentId, title, status } = run
  if (documentId !== null) {
    return (
      <span className="flex gap-1 sm:-my-1.5">
        <LinkButton size="small" href={paperAddress(documentId)} target="_blank" aria-label={`${title}を開く`}>開く</LinkButton>
        <LinkButton size="small" variant="quiet" href={paperAddress(documentId)} download={title} aria-label={`${title}を保存する`}>保存</LinkButton>
      </span>
    )
  }
  if (!isUnfinished(status) || onCancel === undefined) return null
  return (
    <Button size="small" variant="quiet" aria-label={`${title}の作成を取りやめる`} onClick={() => onCancel(run)}>取りやめる</Button>
  )
}
