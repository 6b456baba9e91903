import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { recordedFormFields } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import { formRuns } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { receiptFormStateNames } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-state'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { FormBlock } from './form-block-page.tsx'

/** What may be recorded of a whole range at once. */
const states = ['spoiled', 'returned'] as const

const typedReturn = z
  .object({
    state: z.enum(states, '状態を選んでください。'),
    firstNumber: recordedFormFields.firstNumber,
    lastNumber: recordedFormFields.lastNumber,
    usedOn: typedDateSchema({ today: today() }),
    note: recordedFormFields.note,
  })
  .refine(({ firstNumber, lastNumber }) => firstNumber <= lastNumber, { path: ['lastNumber'], error: '終わりの番号は、始めの番号以上にしてください。' })

/** 書き損じ or 返納 of one number or of many; the last run on hand unless told otherwise, which is what goes back. */
export function ReturnFormsDialog({ block, onClose }: { block: FormBlock; onClose: () => void }) {
  const record = useMutation(trpc.communityChest.receiptForm.record.mutationOptions())
  const left = formRuns(block, block.forms).findLast(({ form }) => form === null)
  const usedOn = formatLocalDateShort(today())
  const form = useForm<z.input<typeof typedReturn>, unknown, z.output<typeof typedReturn>>({
    resolver: zodResolver(typedReturn),
    defaultValues: { state: 'returned', firstNumber: String(left?.firstNumber ?? ''), lastNumber: String(left?.lastNumber ?? ''), usedOn, note: '' },
    shouldFocusError: false,
  })
  const { register } = form
  const number = { width: 'short', inputMode: 'numeric', autoComplete: 'off', requirement: 'required' } as const
  return (
    <FormDialog title="書き損じ・返納を記録する" form={form} onClose={onClose} saveLabel="記録する" done="用紙の記録をしました" save={(details) => record.mutateAsync({ ...details, blockId: block.blockId })}>
      {(errorOf) => (
        <>
          <RadioGroupField label="状態" requirement="required" id="state" defaultValue="returned" options={states.map((value) => ({ value, label: receiptFormStateNames[value] }))} error={errorOf('state')}
            {...register('state')} />
          <TextField label="始めの番号" id="firstNumber" {...number} error={errorOf('firstNumber')} {...register('firstNumber')} />
          <TextField label="終わりの番号" id="lastNumber" {...number} support="1枚だけのときは、始めと同じ番号です。" error={errorOf('lastNumber')} {...register('lastNumber')} />
          <DateField label="日付" requirement="required" id="usedOn" read={readTypedDate} defaultValue={usedOn} error={errorOf('usedOn')} {...register('usedOn')} />
          <TextField label="備考" requirement="optional" id="note" autoComplete="off" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}
