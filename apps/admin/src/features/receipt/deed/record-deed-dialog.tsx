import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type ReceiptDeedKind, receiptDeedKinds, receiptDeedNames } from '@sasaeai/domain/receipt/receipt-deed'
import { type RecordDeedsInput, recordDeedsSchema } from '@sasaeai/domain/receipt/receipt-input'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'

const typedDeed = recordDeedsSchema.omit({ of: true }).extend({ doneOn: typedDateSchema({ today: today() }) })

interface RecordDeedDialogProps {
  readonly of: RecordDeedsInput['of']
  readonly title: string
  readonly firstKind: ReceiptDeedKind
  readonly onClose: () => void
}

/** 受渡しの記録: what was done with the paper, and when; a line is never changed, a further one corrects it. */
export function RecordDeedDialog({ of, title, firstKind, onClose }: RecordDeedDialogProps) {
  const record = useMutation(trpc.receipt.recordDeeds.mutationOptions())
  const day = formatLocalDateShort(today())
  const form = useForm({ resolver: zodResolver(typedDeed), defaultValues: { kind: firstKind, doneOn: day, note: '' }, shouldFocusError: false })
  return (
    <FormDialog title={title} form={form} saveLabel="記録する" done="受渡しを記録しました" onClose={onClose} save={(details) => record.mutateAsync({ ...details, of })}>
      {(errorOf) => (
        <>
          <SelectField label="どうしたか" requirement="required" id="kind" error={errorOf('kind')}
            options={receiptDeedKinds.map((value) => ({ value, label: receiptDeedNames[value] }))} {...form.register('kind')} />
          <DateField label="日付" requirement="required" id="doneOn" read={readTypedDate} defaultValue={day} error={errorOf('doneOn')} {...form.register('doneOn')} />
          <TextField label="備考" requirement="optional" id="note" support="例：窓口で家族に渡した" error={errorOf('note')} {...form.register('note')} />
        </>
      )}
    </FormDialog>
  )
}
