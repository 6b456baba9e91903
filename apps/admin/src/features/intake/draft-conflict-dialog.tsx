import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import { draftWithNewIds, type IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useToast } from '@sasaeai/ui/toast'
import { faultMessage, trpc } from '../../app/trpc.ts'
import { DraftComparison } from './draft-comparison.tsx'
import type { DraftSaver } from './draft-saver.ts'
import type { BatchState } from './intake-wire.ts'
import { newBatchId, newLineId } from './new-ids.ts'

interface DraftConflictDialogProps {
  readonly draft: IntakeDraft
  readonly saver: DraftSaver
  readonly context: IntakeContext
  readonly onTake: (newer: BatchState) => void
}

/** Two screens changed the same draft. Nothing is thrown away before a person has seen both. */
export function DraftConflictDialog({ draft, saver, context, onTake }: DraftConflictDialogProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const open = useMutation(trpc.intake.open.mutationOptions({ networkMode: 'always' }))
  const [isPutOff, setPutOff] = useState(false)
  if (saver.state.kind !== 'conflict') return null
  const { newer } = saver.state
  const take = () => {
    setPutOff(false)
    onTake(newer)
    saver.adopt(newer)
  }
  const keepAsNew = async () => {
    const batchId = newBatchId()
    try {
      await open.mutateAsync({ batchId, draft: draftWithNewIds(draft, newLineId) })
      take()
      toast({ text: '自分の内容を新しい下書きにしました' })
      await navigate({ to: '/intake/$batchId', params: { batchId } })
    } catch (error) {
      toast({ text: faultMessage(error) })
    }
  }
  if (isPutOff) {
    return (
      <NoticeBanner
        tone="warning"
        className="mb-4"
        title="別の画面で変更されているため、保存できません"
        action={<Button onClick={() => setPutOff(false)}>残す内容を選ぶ</Button>}
      >
        入力した内容は、この端末に残っています。
      </NoticeBanner>
    )
  }
  return (
    <Dialog
      isOpen
      onClose={() => setPutOff(true)}
      keepsOpen
      width="wide"
      title={`${newer.updatedByName}さんが${clockTimeInTokyo(new Date(newer.updatedAt))}に、この受付を変更しています`}
      actions={
        <>
          <Button isBusy={open.isPending} onClick={() => void keepAsNew()}>
            自分の内容を新しい下書きに残す
          </Button>
          <Button variant="primary" onClick={take}>
            相手の内容にする
          </Button>
        </>
      }
    >
      <DraftComparison mine={draft} theirs={newer.draft} context={context} />
    </Dialog>
  )
}
