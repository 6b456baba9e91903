import { zodResolver } from '@hookform/resolvers/zod'
import { formatYen } from '@sasaeai/domain/money/yen'
import { reissueReasonSchema } from '@sasaeai/domain/receipt/receipt-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'
import type { NamedReceipt } from './named-receipt.ts'

/** 再発行: asks for the reason; from then on the receipt prints with the mark. */
export function ReissueReceiptDialog({ receipt, onClose }: { receipt: NamedReceipt; onClose: () => void }) {
  const reissue = useMutation(trpc.receipt.reissue.mutationOptions())
  const form = useForm({ resolver: zodResolver(reissueReasonSchema), defaultValues: { reason: '' }, shouldFocusError: false })
  const { number } = receipt
  return (
    <FormDialog
      title={`領収書 ${number}を再発行する`}
      form={form}
      saveLabel="再発行する"
      done={`領収書 ${number}を再発行にしました。「印刷」で、再発行のしるしが付きます`}
      save={({ reason }) => reissue.mutateAsync({ receiptId: receipt.receiptId, reason })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>
            {receipt.payer}あて {formatYen(receipt.amountYen)}円の領収書です。番号も内容も、はじめに発行したときのままです。これから印刷すると「再発行」と回数、日付が入ります。宛名などの誤りを直すときは、こちらではなく「無効にする」を使ってください。
          </p>
          <TextField label="再発行する理由" requirement="required" id="reason" support="例：納入者が紛失したため" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
