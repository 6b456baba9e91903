import { zodResolver } from '@hookform/resolvers/zod'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import { cancelReasonSchema } from '@sasaeai/domain/letter/outbox/outbox-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

/** 取りやめ: asks why a mail is not to go out. */
export function CancelMailDialog({ mailId, onClose }: { mailId: OutgoingMailId; onClose: () => void }) {
  const cancel = useMutation(trpc.letter.outbox.cancel.mutationOptions())
  const form = useForm({ resolver: zodResolver(cancelReasonSchema), defaultValues: { reason: '' }, shouldFocusError: false })
  return (
    <FormDialog title="メールの送信を取りやめる" form={form} saveLabel="送信を取りやめる" done="メールの送信を取りやめました" onClose={onClose} save={({ reason }) => cancel.mutateAsync({ mailId, reason })}>
      {(errorOf) => (
        <>
          <p>このメールは送られません。取りやめたことと理由が残ります。送り直すときは、もとの画面からもう一度送ってください。</p>
          <TextField label="取りやめる理由" requirement="required" id="reason" support="例：郵送に変えたため" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
