import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type GrantApplicationDetails, grantApplicationDetailsSchema } from '@sasaeai/domain/grant/application/grant-application-input'
import type { GrantCallId } from '@sasaeai/domain/ids'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { SupporterChoice } from '../../membership-dues/payer/supporter-choice.tsx'
import type { GrantApplication } from '../call/grant-call-page.tsx'

const typedApplication = grantApplicationDetailsSchema.extend({
  receivedOn: typedDateSchema({ today: today() }),
  requestedYen: typedYen.pipe(grantApplicationDetailsSchema.shape.requestedYen),
})
type ApplicationDraft = z.input<typeof typedApplication>

interface ApplicationDialogProps extends DialogTurns {
  readonly callId: GrantCallId
  /** Null for a new application. */
  readonly application: GrantApplication | null
}

/** Takes in an application, or corrects what was written down of one. */
export function ApplicationDialog({ callId, application, ...turns }: ApplicationDialogProps) {
  const save = useMutation(trpc.grant.application.save.mutationOptions())
  const draft = draftOf(application)
  const form = useForm<ApplicationDraft, unknown, GrantApplicationDetails>({ resolver: zodResolver(typedApplication), defaultValues: draft, shouldFocusError: false })
  const { register } = form
  const change = application === null ? null : { applicationId: application.applicationId, revision: application.revision }
  const chosen = application === null ? null : { id: application.supporterId, label: application.supporterName, detail: String(application.supporterNumber) }
  return (
    <FormDialog title={application === null ? '申請を受け付ける' : `第${application.number}号の申請を直す`} form={form} {...turns}
      save={(details) => save.mutateAsync({ callId, change, details })} done={application === null ? '申請を受け付けました' : '保存しました'}>
      {(errorOf) => (
        <>
          <SupporterChoice initial={chosen} error={errorOf('supporterId')} onChoose={(supporterId) => form.setValue('supporterId', supporterId ?? '')} />
          <TextField label="事業名" requirement="required" id="projectName" support="例：ふれあいサロン 餅つき会" autoComplete="off" error={errorOf('projectName')} {...register('projectName')} />
          <TextAreaField label="内容" requirement="optional" id="purpose" support="何のために、だれのために使うか" error={errorOf('purpose')} {...register('purpose')} />
          <AmountField label="申請額" requirement="required" id="requestedYen" read={readTypedAmount} defaultValue={draft.requestedYen} error={errorOf('requestedYen')}
            {...register('requestedYen')} />
          <DateField label="受け付けた日" requirement="required" id="receivedOn" read={readTypedDate} defaultValue={draft.receivedOn} error={errorOf('receivedOn')} {...register('receivedOn')} />
          <TextField label="備考" requirement="optional" id="note" autoComplete="off" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

function draftOf(application: GrantApplication | null): ApplicationDraft {
  if (application === null) return { supporterId: '', projectName: '', purpose: '', requestedYen: '', receivedOn: formatLocalDateShort(today()), note: '' }
  const { supporterId, projectName, purpose, requestedYen, receivedOn, note } = application
  return { supporterId, projectName, purpose, requestedYen: formatYen(requestedYen), receivedOn: formatLocalDateShort(receivedOn), note }
}
