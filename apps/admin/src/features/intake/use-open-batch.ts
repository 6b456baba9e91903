import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { emptyLine, type IntakeDraft, intakeDraftSchema } from '@sasaeai/domain/intake/intake-draft'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { faultMessage, trpc } from '../../app/trpc.ts'
import { newBatchId, newLineId } from './new-ids.ts'

/**
 * Opens an empty batch and goes there. After another batch its date, account and kind carry forward; opened from an
 * area's page, the area's code is typed already.
 */
export function useOpenBatch(): { openBatch: (after?: IntakeDraft, areaCode?: string) => void; isOpening: boolean } {
  const open = useMutation(trpc.intake.open.mutationOptions({ networkMode: 'always' }))
  const navigate = useNavigate()
  const toast = useToast()
  // One id per button: pressing twice, or again after a lost answer, opens one batch.
  const [batchId] = useState(newBatchId)
  const openBatch = async (after?: IntakeDraft, areaCode = '') => {
    try {
      await open.mutateAsync({ batchId, draft: firstDraft(after, areaCode) })
      await navigate({ to: '/intake/$batchId', params: { batchId } })
    } catch (error) {
      toast({ text: faultMessage(error), tone: 'error' })
    }
  }
  return { openBatch: (after, areaCode) => void openBatch(after, areaCode), isOpening: open.isPending }
}

function firstDraft(after: IntakeDraft | undefined, area: string): IntakeDraft {
  const last = after?.lines.findLast((line) => line.kind !== '')
  return intakeDraftSchema.parse({
    header: {
      receivedOn: after?.header.receivedOn ?? formatLocalDateShort(localDateInTokyo(new Date())),
      cashAccountId: after?.header.cashAccountId ?? null,
      area,
    },
    lines: [emptyLine(newLineId(), last === undefined ? {} : { kind: last.kind })],
  })
}
