import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import { letterMethods, typedSentLettersSchema } from '@sasaeai/domain/letter/letter-input'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField, type SelectOption } from '@sasaeai/ui/select-field'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedDate } from '../../app/read-typed.ts'
import { useToday } from '../../app/use-today.ts'
import type { CommandOutcome } from '../../app/use-run-command.ts'
import { firstChoice, useLetterOptions } from './letter-options.ts'

interface RecordSentDialogProps {
  readonly title: string
  readonly done: string
  readonly kinds: readonly LetterKind[]
  readonly firstOptions?: readonly SelectOption[]
  readonly save: (sent: { templateId: string; sentOn: LocalDate; method: (typeof letterMethods)[number] }) => Promise<CommandOutcome>
  readonly onClose: () => void
}

/** 送った記録: on which day, how and in whose words letters were sent. */
export function RecordSentDialog(props: RecordSentDialogProps) {
  const options = useLetterOptions(props.kinds)
  return options === undefined ? null : <SentForm {...props} options={options} />
}

function SentForm({ title, done, firstOptions = [], save, onClose, options }: RecordSentDialogProps & { readonly options: readonly SelectOption[] }) {
  const first = firstChoice(firstOptions, options)
  const today = useToday()
  const day = formatLocalDateShort(today)
  const form = useForm({
    resolver: zodResolver(typedSentLettersSchema({ today })),
    defaultValues: { templateId: first, sentOn: day, method: letterMethods[0] },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={title} form={form} saveLabel="記録する" done={done} onClose={onClose} save={save}>
      {(errorOf) => (
        <>
          <p>送った文も支援者ごとに残ります。記録は、あとから書き換えられません。</p>
          <SelectField label="ひな形" requirement="required" id="templateId" width="long" options={[...firstOptions, ...options]} emptyLabel={first === '' ? '選んでください' : undefined}
            support="作ったときと同じものを選んでください。" error={errorOf('templateId')} {...form.register('templateId')} />
          <DateField label="渡した日" requirement="required" id="sentOn" read={readTypedDate} defaultValue={day} error={errorOf('sentOn')} {...form.register('sentOn')} />
          <SelectField label="渡し方" requirement="required" id="method" options={letterMethods.map((value) => ({ value, label: value }))} error={errorOf('method')} {...form.register('method')} />
        </>
      )}
    </FormDialog>
  )
}
