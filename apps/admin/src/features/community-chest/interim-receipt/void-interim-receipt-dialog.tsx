import { zodResolver } from '@hookform/resolvers/zod'
import type { InterimReceiptId } from '@sasaeai/domain/ids'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { voidReasonSchema } from '@sasaeai/domain/receipt/receipt-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

/** A 預り証 as the dialog names it. */
export interface InterimReceiptToVoid {
  readonly interimReceiptId: InterimReceiptId
  /** 預り証番号, as it is printed. */
  readonly number: string
  readonly payer: string
  readonly amountYen: Yen
}

/** 無効: asks for the reason, which stays with the number. */
export function VoidInterimReceiptDialog({ receipt, onClose }: { receipt: InterimReceiptToVoid; onClose: () => void }) {
  const makeVoid = useMutation(trpc.communityChest.interimReceipt.void.mutationOptions())
  const form = useForm({ resolver: zodResolver(voidReasonSchema), defaultValues: { reason: '' }, shouldFocusError: false })
  const { number } = receipt
  return (
    <FormDialog
      title={`預り証 ${number}を無効にする`}
      form={form}
      saveLabel="無効にする"
      done={`預り証 ${number}を無効にしました`}
      save={({ reason }) => makeVoid.mutateAsync({ interimReceiptId: receipt.interimReceiptId, reason })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>
            {receipt.payer}あて {formatYen(receipt.amountYen)}円の預り証です。番号は欠番にせず、無効として残ります。渡した預り証は返してもらい、「無効」と書いて保管してください。同じ募金には、新しい番号で発行し直せます。
          </p>
          <TextField label="無効にする理由" requirement="required" id="reason" support="例：宛名の誤り" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
