import { zodResolver } from '@hookform/resolvers/zod'
import type { SupporterId } from '@sasaeai/domain/ids'
import { contactPointDetailsSchema, contactPointKindNames, contactPointKinds } from '@sasaeai/domain/supporter/contact-point/contact-point'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

/** Adds a further number or e-mail address. */
export function ContactPointDialog({ supporterId, onClose }: { readonly supporterId: SupporterId; readonly onClose: () => void }) {
  const add = useMutation(trpc.supporter.additions.addContactPoint.mutationOptions())
  const form = useForm({
    resolver: zodResolver(contactPointDetailsSchema),
    defaultValues: { kind: 'phone' as const, value: '', label: '' },
    shouldFocusError: false,
  })
  return (
    <FormDialog title="連絡先を加える" form={form} saveLabel="加える" done="連絡先を加えました" onClose={onClose}
      save={(details) => add.mutateAsync({ supporterId, details })}>
      {(errorOf) => (
        <>
          <SelectField label="種類" requirement="required" id="kind" options={contactPointKinds.map((value) => ({ value, label: contactPointKindNames[value] }))}
            error={errorOf('kind')} {...form.register('kind')} />
          <TextField label="番号・アドレス" requirement="required" id="value" autoComplete="off" support="例：090-1234-5678" error={errorOf('value')} {...form.register('value')} />
          <TextField label="説明" requirement="optional" id="label" autoComplete="off" support="例：勤務先、長男" error={errorOf('label')} {...form.register('label')} />
        </>
      )}
    </FormDialog>
  )
}
