import { zodResolver } from '@hookform/resolvers/zod'
import type { ReceiptSeriesId } from '@sasaeai/domain/ids'
import { spoilReasonSchema } from '@sasaeai/domain/receipt/receipt-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

/** 書損番号: uses up the next number of a series; the reason stays in the register. */
export function SpoilNumberDialog({ series, onClose }: { series: { readonly id: ReceiptSeriesId; readonly name: string }; onClose: () => void }) {
  const spoil = useMutation(trpc.receipt.register.spoil.mutationOptions())
  const form = useForm({ resolver: zodResolver(spoilReasonSchema), defaultValues: { reason: '' }, shouldFocusError: false })
  return (
    <FormDialog title={`「${series.name}」の書損番号を記録する`} form={form} saveLabel="記録する" done="書損番号を記録しました" onClose={onClose}
      save={({ reason }) => spoil.mutateAsync({ seriesId: series.id, reason })}>
      {(errorOf) => (
        <>
          <p>次の番号を、領収書を発行せずに使ったことにします。番号付きの用紙を書き損じたときなどに使います。取り消すことはできません。</p>
          <TextField label="理由" requirement="required" id="reason" support="例：手書きの領収書を書き損じたため" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
