import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { mayDo } from '@sasaeai/domain/user/permission'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { ExportPostingsChoice } from '../ledger/export-postings-button.tsx'
import type { BatchView, SignedInPerson } from './intake-wire.ts'
import { ReturnBatchDialog } from './return-batch-dialog.tsx'
import { useBatchAct } from './use-batch-act.ts'

/** What can be done with a whole batch, besides typing and posting it at the desk. */
export function BatchActions({ batch, me }: { batch: BatchView; me: SignedInPerson }) {
  const mayWrite = mayDo(me.role, 'intake.write')
  return (
    <>
      {batch.status !== 'discarded' && (
        <Button variant="quiet" icon="printer" onClick={() => print()}>
          受付票を印刷
        </Button>
      )}
      {batch.status === 'posted' && <ExportPostingsChoice subject="この受付の明細" filter={{ batchId: batch.batchId }} />}
      {batch.status === 'draft' && mayWrite && <DiscardButton batch={batch} />}
      {batch.status === 'discarded' && mayWrite && <RestoreButton batch={batch} />}
      {mayTakeBack(batch, me) && <TakeBackButton batch={batch} />}
      {maySettle(batch, me) && <ApprovalButtons batch={batch} />}
    </>
  )
}

/** Whether somebody may approve a batch that waits: never their own. */
export function maySettle({ status, submittedById }: BatchView, { userId, role }: SignedInPerson): boolean {
  return status === 'submitted' && submittedById !== userId && mayDo(role, 'intake.approve')
}

/** Whether somebody may take back a batch that waits: only their own. */
export function mayTakeBack({ status, submittedById }: BatchView, { userId, role }: SignedInPerson): boolean {
  return status === 'submitted' && submittedById === userId && mayDo(role, 'intake.write')
}

function DiscardButton({ batch }: { batch: BatchView }) {
  const [isAsking, setAsking] = useState(false)
  const act = useBatchAct(batch.batchId, () => setAsking(false))
  const discard = useMutation(trpc.intake.discard.mutationOptions())
  return (
    <>
      <Button variant="quiet" icon="trash" onClick={() => setAsking(true)}>
        破棄
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void act((target) => discard.mutateAsync(target))}
        title="この下書きを破棄しますか？"
        confirmLabel="破棄する"
        isDangerous
        isBusy={discard.isPending}
      >
        入力した内容は残り、一覧の「破棄」からいつでも下書きに戻せます。
      </ConfirmDialog>
    </>
  )
}

function RestoreButton({ batch }: { batch: BatchView }) {
  const act = useBatchAct(batch.batchId, () => {})
  const restore = useMutation(trpc.intake.restore.mutationOptions())
  return (
    <Button icon="undo" isBusy={restore.isPending} onClick={() => void act((target) => restore.mutateAsync(target))}>
      下書きに戻す
    </Button>
  )
}

function TakeBackButton({ batch }: { batch: BatchView }) {
  const [isAsking, setAsking] = useState(false)
  const act = useBatchAct(batch.batchId, () => setAsking(false))
  const takeBack = useMutation(trpc.intake.takeBack.mutationOptions())
  return (
    <>
      <Button icon="undo" onClick={() => setAsking(true)}>
        取り下げる
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void act((target) => takeBack.mutateAsync(target))}
        title="承認の依頼を取り下げますか？"
        confirmLabel="取り下げる"
        isBusy={takeBack.isPending}
      >
        下書きに戻ります。直してから、もう一度承認を依頼できます。
      </ConfirmDialog>
    </>
  )
}

function ApprovalButtons({ batch }: { batch: BatchView }) {
  const [isReturning, setReturning] = useState(false)
  const act = useBatchAct(batch.batchId, () => setReturning(false))
  const post = useMutation(trpc.intake.post.mutationOptions())
  const giveBack = useMutation(trpc.intake.return.mutationOptions())
  // What is decided on is what is on the screen: it may have been taken back and handed in anew since.
  const shown = { batchId: batch.batchId, revision: batch.revision }
  return (
    <>
      <Button onClick={() => setReturning(true)}>差し戻す</Button>
      <Button variant="primary" isBusy={post.isPending} onClick={() => void act(() => post.mutateAsync(shown))}>
        承認して記帳
      </Button>
      {isReturning && (
        <ReturnBatchDialog
          isBusy={giveBack.isPending}
          onClose={() => setReturning(false)}
          onReturn={(reason) => void act(() => giveBack.mutateAsync({ ...shown, reason }))}
        />
      )}
    </>
  )
}
