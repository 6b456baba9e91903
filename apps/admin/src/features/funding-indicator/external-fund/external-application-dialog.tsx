import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type ExternalApplicationDetails, typedExternalApplicationSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-application-details'
import { externalApplicationStateNames, externalApplicationStates } from '@sasaeai/domain/funding-indicator/external-fund/external-application-state'
import type { ExternalCallId } from '@sasaeai/domain/ids'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm, type UseFormReturn, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { usableOptions } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { ExternalCallInFull } from './external-call-page.tsx'
import type { ExternalApplication } from './external-funds-page.tsx'

type ApplicationDraft = z.input<ReturnType<typeof typedExternalApplicationSchema>>
type ApplicationForm = UseFormReturn<ApplicationDraft, unknown, ExternalApplicationDetails>

interface ExternalApplicationDialogProps extends DialogTurns {
  readonly full: ExternalCallInFull
  /** Null for a new one. */
  readonly application: ExternalApplication | null
}

/** Adds an 申込, or writes down how it went on. */
export function ExternalApplicationDialog({ full: { call, people }, application, ...turns }: ExternalApplicationDialogProps) {
  const save = useMutation(trpc.externalFund.saveApplication.mutationOptions())
  const ground = useGround()
  const context = { today: useToday() }
  const initial = draftOf(application, call.callId)
  const form = useForm<ApplicationDraft, unknown, ExternalApplicationDetails>({ resolver: zodResolver(typedExternalApplicationSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  return (
    <FormDialog title={application === null ? '申込の追加' : '申込の編集'} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: application?.applicationId ?? null, revision: application?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <TextField label="事業名" requirement="required" id="projectName" support="例：子ども食堂の開設支援" autoComplete="off" error={errorOf('projectName')} {...register('projectName')} />
          <AmountField label="申込額" requirement="optional" id="requestedYen" read={readTypedAmount} defaultValue={initial.requestedYen} error={errorOf('requestedYen')} {...register('requestedYen')} />
          <SelectField label="担当" requirement="optional" id="responsibleId" emptyLabel="決まっていない" options={people.map((each) => ({ value: each.id, label: each.name }))} error={errorOf('responsibleId')} {...register('responsibleId')} />
          {/* Shown anew when its choices have come: a native list forgets a value that it did not know yet. */}
          <SelectField key={`funds${ground.data?.funds.size ?? 0}`} label="使途・基金" requirement="optional" id="fundId" emptyLabel="指定しない" options={usableOptions(ground.data?.funds ?? new Map())}
            support="入金をこの使途・基金に入れます。" error={errorOf('fundId')} {...register('fundId')} />
          <SelectField label="状態" requirement="required" id="state" options={externalApplicationStates.map((value) => ({ value, label: externalApplicationStateNames[value] }))} error={errorOf('state')} {...register('state')} />
          <StateFields form={form} errorOf={errorOf} />
          <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

/** What the chosen state asks for. */
function StateFields({ form, errorOf }: { readonly form: ApplicationForm; readonly errorOf: ErrorOf }) {
  const { register, control, formState } = form
  const state = useWatch({ control, name: 'state' })
  const context = { today: useToday() }
  const read = (text: string) => readTypedDate(text, context)
  const { appliedOn, decidedOn, awardedYen, reportDueOn, reportedOn } = formState.defaultValues ?? {}
  const isDecided = state === 'awarded' || state === 'rejected'
  return (
    <>
      {state !== 'preparing' && (
        <DateField label="申込日" requirement={state === 'withdrawn' ? 'optional' : 'required'} id="appliedOn" read={read} defaultValue={appliedOn} error={errorOf('appliedOn')} {...register('appliedOn')} />
      )}
      {isDecided && <DateField label="決定日" requirement="required" id="decidedOn" read={read} defaultValue={decidedOn} error={errorOf('decidedOn')} {...register('decidedOn')} />}
      {state === 'awarded' && (
        <>
          <AmountField label="決定額" requirement="required" id="awardedYen" read={readTypedAmount} defaultValue={awardedYen} error={errorOf('awardedYen')} {...register('awardedYen')} />
          <DateField label="報告期限" requirement="optional" id="reportDueOn" read={read} support="近づくと「期限の近いもの」に並びます。" defaultValue={reportDueOn} error={errorOf('reportDueOn')} {...register('reportDueOn')} />
          <DateField label="報告日" requirement="optional" id="reportedOn" read={read} support="報告書を出した日です。" defaultValue={reportedOn} error={errorOf('reportedOn')} {...register('reportedOn')} />
        </>
      )}
    </>
  )
}

function draftOf(application: ExternalApplication | null, callId: ExternalCallId) {
  if (application === null) {
    return { callId, projectName: '', requestedYen: '', state: 'preparing' as const, appliedOn: '', decidedOn: '', awardedYen: '', reportDueOn: '', reportedOn: '', responsibleId: '', fundId: '', note: '' }
  }
  const { projectName, requestedYen, state, appliedOn, decidedOn, awardedYen, reportDueOn, reportedOn, responsibleId, fundId, note } = application
  const typed = (date: LocalDate | null) => (date === null ? '' : formatLocalDateShort(date))
  const amount = (value: Yen | null) => (value === null ? '' : formatYen(value))
  return {
    callId, projectName, requestedYen: amount(requestedYen), state, appliedOn: typed(appliedOn), decidedOn: typed(decidedOn), awardedYen: amount(awardedYen), reportDueOn: typed(reportDueOn),
    reportedOn: typed(reportedOn), responsibleId: responsibleId ?? '', fundId: fundId ?? '', note,
  }
}
