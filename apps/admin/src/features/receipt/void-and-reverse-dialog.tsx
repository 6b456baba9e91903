import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { typedReversalSchema } from '@sasaeai/domain/ledger/reversal'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'

interface VoidAndReverseDialogProps {
  readonly entry: { readonly id: string; readonly entryNumber: number }
  /** 領収書番号 of the receipt that stands for it. */
  readonly receiptNumber: string
  readonly onClose: () => void
}

/** 取消 of what has a receipt: the receipt is made void and the entry reversed in one act, for one reason. */
export function VoidAndReverseDialog({ entry, receiptNumber, onClose }: VoidAndReverseDialogProps) {
  const undo = useMutation(trpc.receipt.voidAndReverse.mutationOptions())
  const form = useForm({
    resolver: zodResolver(typedReversalSchema({ today: today() })),
    defaultValues: { reversalDate: formatLocalDateShort(today()), reason: '' },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={`領収書 ${receiptNumber}を無効にして、伝票 ${entry.entryNumber}番を取り消す`}
      form={form}
      saveLabel="無効にして取り消す"
      done={`領収書 ${receiptNumber}を無効にし、伝票 ${entry.entryNumber}番を取り消しました`}
      save={(typed) => undo.mutateAsync({ ...typed, entryId: journalEntryIdSchema.parse(entry.id) })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>この伝票には領収書 {receiptNumber}が発行されています。渡した領収書は返してもらってください。番号は欠番にせず、無効として残ります。元の伝票も消えず、赤伝が加わります。</p>
          <DateField label="取消の日付" requirement="required" id="reversalDate" read={readTypedDate}
            support="締めていない月の日付にします。" error={errorOf('reversalDate')}
            defaultValue={formatLocalDateShort(today())} {...form.register('reversalDate')} />
          <TextField label="取消の理由" requirement="required" id="reason" support="帳簿と領収書の番号簿に残ります。例：入金が取り消されたため"
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
