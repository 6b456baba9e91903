import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AskedDocumentOrder } from '@sasaeai/domain/document/document-order-input'
import type { DocumentRunId } from '@sasaeai/domain/ids'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import { typedLetterOrderSchema } from '@sasaeai/domain/letter/letter-input'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField, type SelectOption } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedDate } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import { useToday } from '../../app/use-today.ts'
import { firstChoice, useLetterOptions } from './letter-options.ts'

/** Which letters are to be made. */
export interface LetterOrder {
  readonly title: string
  readonly kinds: readonly LetterKind[]
  /** Choices before those of the templates, such as one that suits each gift. */
  readonly firstOptions?: readonly SelectOption[]
  /** What the reader should know before: how many, who is left out. */
  readonly note?: string
  readonly order: (choice: { templateId: string; issuedOn: LocalDate }) => AskedDocumentOrder
}

interface LetterOrderDialogProps extends LetterOrder {
  readonly onOrdered: (runId: DocumentRunId) => void
  readonly onClose: () => void
}

/** Asks with which template and which day on it letters are made. */
export function LetterOrderDialog(props: LetterOrderDialogProps) {
  const options = useLetterOptions(props.kinds)
  return options === undefined ? null : <OrderForm {...props} options={options} />
}

function OrderForm({ title, firstOptions = [], note, order, onOrdered, onClose, options }: LetterOrderDialogProps & { readonly options: readonly SelectOption[] }) {
  const first = firstChoice(firstOptions, options)
  const place = useMutation(trpc.document.order.mutationOptions())
  const today = useToday()
  const day = formatLocalDateShort(today)
  const form = useForm({ resolver: zodResolver(typedLetterOrderSchema({ today })), defaultValues: { templateId: first, issuedOn: day }, shouldFocusError: false })
  return (
    <FormDialog title={title} form={form} saveLabel="作る" done="文書の作成を始めました" onClose={onClose}
      save={async (choice) => {
        const outcome = await place.mutateAsync(order(choice))
        if (outcome.ok) onOrdered(outcome.value.runId)
        return outcome
      }}>
      {(errorOf) => (
        <>
          {note !== undefined && <p>{note}</p>}
          <SelectField label="ひな形" requirement="required" id="templateId" width="long" options={[...firstOptions, ...options]} emptyLabel={first === '' ? '選んでください' : undefined}
            support="文は「設定」の「文書のひな形」で直せます。" error={errorOf('templateId')} {...form.register('templateId')} />
          <DateField label="文書の日付" requirement="required" id="issuedOn" read={readTypedDate} defaultValue={day} error={errorOf('issuedOn')} {...form.register('issuedOn')} />
        </>
      )}
    </FormDialog>
  )
}
