import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedReversalSchema } from '@sasaeai/domain/ledger/reversal'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import type { Entry } from './entry.ts'

/** 取消: asks for the date and the reason, which stays in the books. */
export function ReverseEntryDialog({ entry, onClose }: { entry: Pick<Entry, 'id' | 'entryNumber'>; onClose: () => void }) {
  const reverse = useMutation(trpc.ledger.reverse.mutationOptions())
  const form = useForm({
    resolver: zodResolver(typedReversalSchema({ today: today() })),
    defaultValues: { reversalDate: formatLocalDateShort(today()), reason: '' },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={`伝票 ${entry.entryNumber}番を取り消す`}
      form={form}
      saveLabel="取り消す"
      done={`伝票 ${entry.entryNumber}番を取り消しました`}
      save={(typed) => reverse.mutateAsync({ ...typed, entryId: journalEntryIdSchema.parse(entry.id) })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>元の伝票は消えません。借方と貸方を反対にした伝票（赤伝）が加わります。</p>
          <DateField label="取消の日付" requirement="required" id="reversalDate" read={readTypedDate}
            support="締めていない月の日付にします。" error={errorOf('reversalDate')}
            defaultValue={formatLocalDateShort(today())} {...form.register('reversalDate')} />
          <TextField label="取消の理由" requirement="required" id="reason" support="帳簿に残ります。例：二重に受け付けたため"
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
