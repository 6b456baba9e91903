import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { contactChannelNames, contactChannels } from '@sasaeai/domain/supporter/contact-channel'
import { contactDetailsSchema } from '@sasaeai/domain/supporter/contact-input'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'

const typedContact = contactDetailsSchema.extend({ contactedOn: typedDateSchema({ today: today() }) })

/** Adds a line to the contact log. */
export function ContactDialog({ supporterId, onClose }: { readonly supporterId: SupporterId; readonly onClose: () => void }) {
  const record = useMutation(trpc.supporter.contacts.record.mutationOptions())
  const day = formatLocalDateShort(today())
  const form = useForm({
    resolver: zodResolver(typedContact),
    defaultValues: { contactedOn: day, channel: 'visit' as const, counterpart: '', summary: '' },
    shouldFocusError: false,
  })
  return (
    <FormDialog title="接触の記録を加える" form={form} saveLabel="記録する" done="記録しました" onClose={onClose}
      save={(details) => record.mutateAsync({ supporterId, details })}>
      {(errorOf) => (
        <>
          <p>記録は残り、あとから変えられません。直すときは、もう1件記録します。</p>
          <DateField label="日付" requirement="required" id="contactedOn" read={readTypedDate} defaultValue={day} error={errorOf('contactedOn')}
            {...form.register('contactedOn')} />
          <SelectField label="方法" requirement="required" id="channel" error={errorOf('channel')}
            options={contactChannels.map((value) => ({ value, label: contactChannelNames[value] }))} {...form.register('channel')} />
          <TextField label="相手" requirement="optional" id="counterpart" support="例：総務課 田中様" autoComplete="off" error={errorOf('counterpart')}
            {...form.register('counterpart')} />
          <TextAreaField label="内容" requirement="required" id="summary" support="マイナンバーは書かないでください。" error={errorOf('summary')}
            {...form.register('summary')} />
        </>
      )}
    </FormDialog>
  )
}
