import { zodResolver } from '@hookform/resolvers/zod'
import { formatYen } from '@sasaeai/domain/money/yen'
import { voidReasonSchema } from '@sasaeai/domain/receipt/receipt-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'
import type { NamedReceipt } from './named-receipt.ts'

/** 無効: asks for the reason, which stays with the number. */
export function VoidReceiptDialog({ receipt, onClose }: { receipt: NamedReceipt; onClose: () => void }) {
  const makeVoid = useMutation(trpc.receipt.void.mutationOptions())
  const form = useForm({ resolver: zodResolver(voidReasonSchema), defaultValues: { reason: '' }, shouldFocusError: false })
  const { number } = receipt
  return (
    <FormDialog
      title={`領収書 ${number}を無効にする`}
      form={form}
      saveLabel="無効にする"
      done={`領収書 ${number}を無効にしました`}
      save={({ reason }) => makeVoid.mutateAsync({ receiptId: receipt.receiptId, reason })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>
            {receipt.payer}あて {formatYen(receipt.amountYen)}円の領収書です。番号は欠番にせず、無効として残ります。渡した領収書は返してもらい、「無効」と書いて保管してください。同じ納入には、新しい番号で発行し直せます。
          </p>
          <TextField label="無効にする理由" requirement="required" id="reason" support="例：宛名の誤り" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
