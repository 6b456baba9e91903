import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useToast } from '@sasaeai/ui/toast'
import type { IntakeBatchId } from '@sasaeai/domain/ids'
import { draftWithNewIds, type IntakeDraft, isSameDraft } from '@sasaeai/domain/intake/intake-draft'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { faultMessage, trpc } from '../../app/trpc.ts'
import { forgetMirrors, readMirrors } from './draft-mirror.ts'
import { newBatchId, newLineId } from './new-ids.ts'

/** What this browser typed into a batch after it was posted or put aside elsewhere: it can still become a new draft. */
export function LeftoverTyping({ batchId, stored }: { batchId: IntakeBatchId; stored: IntakeDraft }) {
  const [left, setLeft] = useState(() =>
    readMirrors(batchId).filter(({ mirrored }) => !isSameDraft(mirrored.draft, stored)),
  )
  const open = useMutation(trpc.intake.open.mutationOptions())
  const navigate = useNavigate()
  const toast = useToast()
  const newest = left[0]
  if (newest === undefined) return null
  const forget = () => {
    forgetMirrors(left.map(({ key }) => key))
    setLeft([])
  }
  const keep = async () => {
    const newId = newBatchId()
    try {
      await open.mutateAsync({ batchId: newId, draft: draftWithNewIds(newest.mirrored.draft, newLineId) })
      forget()
      await navigate({ to: '/intake/$batchId', params: { batchId: newId } })
    } catch (error) {
      toast({ text: faultMessage(error), tone: 'error' })
    }
  }
  return (
    <NoticeBanner
      tone="warning"
      title="この端末には、この受付に保存できなかった入力が残っています"
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="quiet" onClick={forget}>
            消す
          </Button>
          <Button size="small" isBusy={open.isPending} onClick={() => void keep()}>
            新しい下書きに残す
          </Button>
        </div>
      }
    >
      {`${newest.mirrored.draft.lines.length}行の入力です。すでに記帳された内容と重なっていないか確かめてください。`}
    </NoticeBanner>
  )
}
