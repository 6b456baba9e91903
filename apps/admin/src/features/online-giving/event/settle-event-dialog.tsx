import { zodResolver } from '@hookform/resolvers/zod'
import { settleNoteSchema } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { gatewayEventTypeName } from '@sasaeai/domain/online-giving/event/gateway-event-type-name'
import { wordsOfEventReason } from '@sasaeai/domain/online-giving/event/quarantine-reason'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { GatewayEvent } from './event-table.tsx'

/** 対応済み: asks what was done instead. */
export function SettleEventDialog({ event: { paymentAccountId, eventId, type, reason }, onClose }: { event: GatewayEvent; onClose: () => void }) {
  const settle = useMutation(trpc.onlineGiving.event.settle.mutationOptions())
  const form = useForm({ resolver: zodResolver(settleNoteSchema), defaultValues: { note: '' }, shouldFocusError: false })
  return (
    <FormDialog title="通知を対応済みにする" form={form} saveLabel="対応済みにする" done="通知を対応済みにしました" onClose={onClose} save={({ note }) => settle.mutateAsync({ paymentAccountId, eventId, note })}>
      {(errorOf) => (
        <>
          <p>{gatewayEventTypeName(type)}：{wordsOfEventReason(reason)}</p>
          <p>対応済みにすると、この通知は二度と反映されません。記帳が要るときは、先に手で記帳してください。</p>
          <TextField label="どう対応したか" requirement="required" id="note" support="例：手で記帳（伝票123）" error={errorOf('note')} {...form.register('note')} />
        </>
      )}
    </FormDialog>
  )
}
