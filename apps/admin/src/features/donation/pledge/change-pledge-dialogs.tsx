import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { typedPlanSchema } from '@sasaeai/domain/donation/pledge/pledge-input'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { PlanFields } from './plan-fields.tsx'
import type { Pledge } from './pledge-columns.tsx'

interface PledgeDialogProps {
  readonly pledge: Pledge
  readonly onClose: () => void
}

/** 残りを立て直す: what has not come yet gives way to a new plan. */
export function ReplanDialog({ pledge: { pledgeId, revision, instalments }, onClose }: PledgeDialogProps) {
  const replan = useMutation(trpc.donation.pledge.replan.mutationOptions())
  const today = useToday()
  const open = instalments.filter(({ entryId }) => entryId === null)
  const firstOn = formatLocalDateShort(open[0]?.plannedOn ?? today)
  const form = useForm({
    resolver: zodResolver(z.object({ plan: typedPlanSchema({ today }) })),
    defaultValues: { plan: { firstOn, rhythm: 'monthly' as const, times: String(Math.max(1, open.length)), amountYen: '', amountIs: 'each' as const } },
    shouldFocusError: false,
  })
  return (
    <FormDialog title="残りを立て直す" form={form} saveLabel="立て直す" done="予定を立て直しました" onClose={onClose}
      save={({ plan }) => replan.mutateAsync({ pledgeId, revision, replaces: open.map(({ instalmentId }) => instalmentId), plan })}>
      {(errorOf) => (
        <>
          <p>寄附のあった回はそのまま残り、まだの{open.length}回が新しい予定に替わります。</p>
          <PlanFields register={form.register} errorOf={errorOf} firstOn={firstOn} />
        </>
      )}
    </FormDialog>
  )
}

/** 終了: nothing more is expected of the giver. */
export function EndPledgeDialog({ pledge: { pledgeId, revision }, onClose }: PledgeDialogProps) {
  const end = useMutation(trpc.donation.pledge.end.mutationOptions())
  const today = useToday()
  const form = useForm({
    resolver: zodResolver(z.object({ endedOn: typedDateSchema({ today }), reason: z.string().trim().max(200, '理由は200文字以内で入力してください。') })),
    defaultValues: { endedOn: formatLocalDateShort(today), reason: '' },
    shouldFocusError: false,
  })
  return (
    <FormDialog title="予約を終了する" form={form} saveLabel="終了する" done="予約を終了しました" onClose={onClose} save={(ending) => end.mutateAsync({ pledgeId, revision, ...ending })}>
      {(errorOf) => (
        <>
          <DateField label="終了の日" requirement="required" id="endedOn" read={readTypedDate} defaultValue={formatLocalDateShort(today)} error={errorOf('endedOn')} {...form.register('endedOn')} />
          <TextField label="理由" requirement="optional" id="reason" support="例：お申し出" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
