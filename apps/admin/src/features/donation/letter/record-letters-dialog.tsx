import { recordLettersSchema } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { RecordSentDialog } from '../../letter/record-sent-dialog.tsx'
import { bySuitingTemplate, withoutTemplate } from './thank-you-templates.ts'

/** 礼状の記録: on which day, how and in which words these gifts were thanked for. */
export function RecordLettersDialog({ entryIds, onClose }: { entryIds: readonly JournalEntryId[]; onClose: () => void }) {
  const record = useMutation(trpc.donation.letter.record.mutationOptions())
  return (
    <RecordSentDialog title={entryIds.length === 1 ? '礼状を渡した記録' : `礼状を渡した記録（${entryIds.length}件）`} done="礼状を記録しました" kinds={['thank_you']}
      firstOptions={[bySuitingTemplate, withoutTemplate]} onClose={onClose}
      save={({ templateId, ...sent }) => record.mutateAsync(recordLettersSchema.parse({ ...sent, template: templateId, entryIds }))} />
  )
}
