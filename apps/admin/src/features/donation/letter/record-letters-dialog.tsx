import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { letterMethods, typedLettersSchema } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'

/** 礼状の記録: on which day and how these gifts were thanked for. */
export function RecordLettersDialog({ entryIds, onClose }: { entryIds: readonly JournalEntryId[]; onClose: () => void }) {
  const record = useMutation(trpc.donation.letter.record.mutationOptions())
  const today = useToday()
  const form = useForm({
    resolver: zodResolver(typedLettersSchema({ today })),
    defaultValues: { sentOn: formatLocalDateShort(today), method: letterMethods[0] },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={entryIds.length === 1 ? '礼状を渡した記録' : `礼状を渡した記録（${entryIds.length}件）`} form={form} saveLabel="記録する" done="礼状を記録しました" onClose={onClose}
      save={(letter) => record.mutateAsync({ ...letter, entryIds: [...entryIds] })}>
      {(errorOf) => (
        <>
          <p>記録は残り、あとから書き換えられません。</p>
          <DateField label="渡した日" requirement="required" id="sentOn" read={readTypedDate} defaultValue={formatLocalDateShort(today)} error={errorOf('sentOn')} {...form.register('sentOn')} />
          <SelectField label="渡し方" requirement="required" id="method" options={letterMethods.map((value) => ({ value, label: value }))} error={errorOf('method')} {...form.register('method')} />
        </>
      )}
    </FormDialog>
  )
}
