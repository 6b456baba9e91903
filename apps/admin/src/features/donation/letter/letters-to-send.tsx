import type { JournalEntryId } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { useState } from 'react'
import { useMayDo } from '../../../app/use-may-do.ts'
import { RecordLettersDialog } from './record-letters-dialog.tsx'
import { ThankYouLettersButton } from './thank-you-letters-button.tsx'

/** Letters for all gifts in sight that were not thanked for yet, printed and written down in one go. */
export function LettersToSend({ entryIds }: { entryIds: readonly JournalEntryId[] }) {
  const mayWrite = useMayDo('donation.write')
  const [isRecording, setRecording] = useState(false)
  if (entryIds.length === 0 || !mayWrite) return null
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3 print-hidden">
      <ThankYouLettersButton entryIds={entryIds}>{`表示している${entryIds.length}件の礼状を印刷`}</ThankYouLettersButton>
      <Button onClick={() => setRecording(true)}>{entryIds.length}件に渡したことを記録</Button>
      {isRecording && <RecordLettersDialog entryIds={entryIds} onClose={() => setRecording(false)} />}
    </div>
  )
}
