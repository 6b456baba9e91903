import { isUnfinished } from '@sasaeai/domain/document/document-run'
import type { DocumentRunId } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { LinkButton } from '@sasaeai/ui/link-button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { paperAddress } from './paper-address.ts'
import { RunProgress } from './run-progress.tsx'

const askEveryMs = 600
/** So long after a press browsers let a page open a new tab; later one has to press again. */
const opensByItselfMs = 4_000

interface RunDialogProps {
  readonly runId: DocumentRunId
  readonly onClose: () => void
  /** Whether the paper opens by itself when it is done. */
  readonly opensPaper?: boolean
}

/** One run while somebody waits for it. Closing the dialog does not stop it. */
export function RunDialog({ runId, onClose, opensPaper = false }: RunDialogProps) {
  const run = useQuery(
    trpc.document.run.queryOptions(
      { runId },
      { staleTime: 0, refetchInterval: ({ state: { data } }) => (data == null || isUnfinished(data.status) ? askEveryMs : false) },
    ),
  )
  const documentId = run.data?.documentId ?? null
  useOpening(documentId, opensPaper)
  const isGoingOn = run.data == null || isUnfinished(run.data.status)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={run.data?.title ?? '帳票の作成'}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>閉じる</Button>
          {documentId !== null && (
            <>
              <LinkButton href={paperAddress(documentId)} download={run.data?.title} icon="download">保存する</LinkButton>
              <LinkButton href={paperAddress(documentId)} target="_blank" variant="primary" icon="external">開く</LinkButton>
            </>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {run.isError ? <PageError reset={() => void run.refetch()} /> : run.data == null ? <LoadingSkeleton lines={2} /> : <RunProgress run={run.data} />}
        {isGoingOn && <p className="text-ink-sub">この画面を閉じても、作成は続きます。できあがった帳票は「帳票」の一覧で開けます。</p>}
      </div>
    </Dialog>
  )
}

/** Opens the paper by itself when it was quick; a browser that does not let us leaves the button. */
function useOpening(documentId: string | null, isWanted: boolean): void {
  const [startedAt] = useState(() => performance.now())
  const isOpened = useRef(false)
  useEffect(() => {
    if (!isWanted || documentId === null || isOpened.current || performance.now() - startedAt > opensByItselfMs) return
    isOpened.current = true
    window.open(paperAddress(documentId), '_blank', 'noopener')
  }, [documentId, isWanted, startedAt])
}
