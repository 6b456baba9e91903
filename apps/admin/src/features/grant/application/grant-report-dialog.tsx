import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type GrantReportDetails, grantReportDetailsSchema } from '@sasaeai/domain/grant/application/grant-report-input'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { GrantApplication } from '../call/grant-call-page.tsx'

const typedReport = grantReportDetailsSchema.extend({
  receivedOn: typedDateSchema({ today: today() }),
  spentYen: typedYen.pipe(grantReportDetailsSchema.shape.spentYen),
})
type ReportDraft = z.input<typeof typedReport>

/** 使途の報告: what was spent, what was done with it, and the words of thanks. */
export function GrantReportDialog({ application, ...turns }: DialogTurns & { readonly application: GrantApplication }) {
  const save = useMutation(trpc.grant.application.saveReport.mutationOptions())
  const { applicationId, number, report, paidYen } = application
  const draft = draftOf(application)
  const form = useForm<ReportDraft, unknown, GrantReportDetails>({ resolver: zodResolver(typedReport), defaultValues: draft, shouldFocusError: false })
  const { register } = form
  return (
    <FormDialog title={`第${number}号の使途の報告`} form={form} {...turns} save={(details) => save.mutateAsync({ applicationId, revision: report?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <p>
            {application.supporterName}　{application.projectName}　支払済み<strong className="figures ml-1">{formatYen(paidYen)}円</strong>
          </p>
          <DateField label="報告を受けた日" requirement="required" id="receivedOn" read={readTypedDate} defaultValue={draft.receivedOn} error={errorOf('receivedOn')} {...register('receivedOn')} />
          <AmountField label="使った額" requirement="required" id="spentYen" read={readTypedAmount} defaultValue={draft.spentYen} error={errorOf('spentYen')} {...register('spentYen')} />
          <TextField label="対象者数" requirement="optional" id="beneficiaries" width="tiny" unit="人" inputMode="numeric" autoComplete="off" error={errorOf('beneficiaries')} {...register('beneficiaries')} />
          <TextAreaField label="活動内容" requirement="optional" id="activity" support="公表されることがあります。個人の名前は書かないでください。" error={errorOf('activity')} {...register('activity')} />
          <TextAreaField label="ありがとうメッセージ" requirement="optional" id="message" support="寄附した人への言葉。公表されることがあります。" error={errorOf('message')} {...register('message')} />
          {report !== null && <RemoveReport application={application} onClose={turns.onClose} />}
        </>
      )}
    </FormDialog>
  )
}

function RemoveReport({ application: { applicationId, number, report }, onClose }: { application: GrantApplication; onClose: () => void }) {
  const run = useRunCommand()
  const save = useMutation(trpc.grant.application.saveReport.mutationOptions())
  const remove = useMutation(trpc.grant.application.removeReport.mutationOptions())
  if (report === null) return null
  const { revision, ...details } = report
  const putBack = () => run(() => save.mutateAsync({ applicationId, revision: null, details }), { done: `第${number}号の報告を元に戻しました` })
  const takeAway = async () => {
    const gone = await run(() => remove.mutateAsync({ applicationId, revision }), { done: `第${number}号の報告を削除しました`, action: <UndoButton onUndo={putBack} /> })
    if (gone) onClose()
  }
  return (
    <div>
      <Button variant="quiet" size="small" icon="trash" onClick={() => void takeAway()}>この報告を削除する</Button>
    </div>
  )
}

function draftOf({ report, paidYen }: GrantApplication): ReportDraft {
  if (report === null) return { receivedOn: formatLocalDateShort(today()), spentYen: formatYen(paidYen), activity: '', message: '', beneficiaries: '' }
  const { receivedOn, spentYen, activity, message, beneficiaries } = report
  return { receivedOn: formatLocalDateShort(receivedOn), spentYen: formatYen(spentYen), activity, message, beneficiaries: beneficiaries === null ? '' : String(beneficiaries) }
}
