import { letterTemplateIdSchema } from '@sasaeai/domain/id-schemas'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { CoveredReceipts } from '@sasaeai/domain/receipt/receipt-cover-input'
import { Button, type ButtonProps } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { LetterOrderButton } from '../../letter/letter-order-button.tsx'

const RecordSentDialog = lazy(async () => ({ default: (await import('../../letter/record-sent-dialog.tsx')).RecordSentDialog }))

interface CoverLettersButtonsProps extends Pick<ButtonProps, 'size' | 'children'> {
  readonly of: CoveredReceipts
  readonly kinds?: readonly LetterKind[]
}

/** 送り状 to go with receipts: made, and written down when they were sent. 年間証明 have templates of their own; what the chosen one does not fit is told of. */
export function CoverLettersButtons({ of, kinds = ['receipt_cover', 'annual_cover'], size, children }: CoverLettersButtonsProps) {
  const mayDeliver = useMayDo('receipt.deliver')
  const record = useMutation(trpc.receipt.recordCovers.mutationOptions())
  const [isRecording, setRecording] = useState(false)
  return (
    <>
      <LetterOrderButton size={size} title="領収書の送り状を作る" kinds={kinds} note="窓あき封筒（長形3号）用のA4を、領収書1枚に1枚ずつ作ります。宛先は、支援者の今の住所（送付先があれば送付先）です。"
        order={({ templateId, issuedOn }) => ({ kind: 'receipt_cover_letters', of, templateId: letterTemplateIdSchema.parse(templateId), issuedOn })}>
        {children}
      </LetterOrderButton>
      {mayDeliver && <Button size={size} variant="quiet" onClick={() => setRecording(true)}>送り状の記録</Button>}
      <Suspense>
        {isRecording && (
          <RecordSentDialog title="送り状を送った記録" done="送り状を記録しました" kinds={kinds} onClose={() => setRecording(false)}
            save={({ templateId, ...sent }) => record.mutateAsync({ ...sent, of, templateId: letterTemplateIdSchema.parse(templateId) })} />
        )}
      </Suspense>
    </>
  )
}
