import { zodResolver } from '@hookform/resolvers/zod'
import { type ReportReminder, reportReminderSchema } from '@sasaeai/domain/funding-indicator/external-fund/report-reminder-days'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { ExternalFunds } from './external-funds-page.tsx'

/** Decides how many days before a report is due whoever is responsible is mailed. */
export function ReportReminderDialog({ reminder, ...turns }: DialogTurns & { readonly reminder: ExternalFunds['reminder'] }) {
  const save = useMutation(trpc.externalFund.saveReminder.mutationOptions())
  const form = useForm<z.input<typeof reportReminderSchema>, unknown, ReportReminder>({
    resolver: zodResolver(reportReminderSchema), defaultValues: { reportReminderDays: reminder.reportReminderDays.join('、') }, shouldFocusError: false,
  })
  return (
    <FormDialog title="報告期限のお知らせの日" form={form} save={(details) => save.mutateAsync({ revision: reminder.revision, details })} {...turns}>
      {(errorOf) => (
        <TextField label="期限の何日前に知らせるか" requirement="optional" id="reportReminderDays"
          support="日数を「、」で区切ります。当日は0です。例：14、0。空にすると送りません。日数を変えると、もう過ぎた日の分がすぐに1通届くことがあります。"
          error={errorOf('reportReminderDays')} {...form.register('reportReminderDays')} />
      )}
    </FormDialog>
  )
}
