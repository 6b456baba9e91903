import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type ExternalCallDetails, typedExternalCallSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-call-details'
import { externalCallKindNames, externalCallKinds } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { id } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import type { ExternalCall } from './external-funds-page.tsx'

type CallDraft = z.input<ReturnType<typeof typedExternalCallSchema>>
type CallForm = UseFormReturn<CallDraft, unknown, ExternalCallDetails>

interface ExternalCallDialogProps extends DialogTurns {
  /** Null for a new one. */
  readonly call: ExternalCall | null
  readonly onSaved?: ((callId: string) => void) | undefined
}

/** Adds a 募集 or changes it. */
export function ExternalCallDialog({ call, onSaved, ...turns }: ExternalCallDialogProps) {
  const save = useMutation(trpc.externalFund.saveCall.mutationOptions())
  const context = { today: useToday() }
  const initial = draftOf(call)
  const form = useForm<CallDraft, unknown, ExternalCallDetails>({ resolver: zodResolver(typedExternalCallSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  const saveDetails = async (details: ExternalCallDetails) => {
    const outcome = await save.mutateAsync({ id: call === null ? null : call.callId, revision: call?.revision ?? null, details })
    if (outcome.ok) onSaved?.(outcome.value.id)
    return outcome
  }
  return (
    <FormDialog title={call === null ? '募集の追加' : '募集の編集'} form={form} {...turns} save={saveDetails}>
      {(errorOf) => (
        <>
          <TextField label="名称" requirement="required" id="name" support="例：地域福祉活動助成" autoComplete="off" error={errorOf('name')} {...register('name')} />
          <TextField label="募集元" requirement="required" id="funder" support="例：○○財団、ささえ市 福祉課" autoComplete="off" error={errorOf('funder')} {...register('funder')} />
          <FunderField form={form} errorOf={errorOf} call={call} />
          <SelectField label="種類" requirement="required" id="kind" options={externalCallKinds.map((value) => ({ value, label: externalCallKindNames[value] }))} error={errorOf('kind')} {...register('kind')} />
          <TextField label="テーマ" requirement="optional" id="theme" support="例：子どもの居場所、移動支援" autoComplete="off" error={errorOf('theme')} {...register('theme')} />
          <CallDays form={form} errorOf={errorOf} />
          <AmountField label="上限額" requirement="optional" id="amountYen" read={readTypedAmount} defaultValue={initial.amountYen} error={errorOf('amountYen')} {...register('amountYen')} />
          <TextField label="ホームページ" requirement="optional" id="url" inputMode="url" support="https:// から始まるアドレス" autoComplete="off" error={errorOf('url')} {...register('url')} />
          <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

interface PartProps {
  readonly form: CallForm
  readonly errorOf: ErrorOf
}

function CallDays({ form: { register, formState }, errorOf }: PartProps) {
  const context = { today: useToday() }
  const read = (text: string) => readTypedDate(text, context)
  const { opensOn, deadlineOn, resultOn, passedOn } = formState.defaultValues ?? {}
  return (
    <>
      <DateField label="受付開始日" requirement="optional" id="opensOn" read={read} defaultValue={opensOn} error={errorOf('opensOn')} {...register('opensOn')} />
      <DateField label="締切日" requirement="required" id="deadlineOn" read={read} support="例：R8.5.29" defaultValue={deadlineOn} error={errorOf('deadlineOn')} {...register('deadlineOn')} />
      <DateField label="結果の予定日" requirement="optional" id="resultOn" read={read} defaultValue={resultOn} error={errorOf('resultOn')} {...register('resultOn')} />
      <DateField label="見送りを決めた日" requirement="optional" id="passedOn" read={read} support="申し込まないと決めたときに入力します。期限の一覧から外れます。" defaultValue={passedOn} error={errorOf('passedOn')} {...register('passedOn')} />
    </>
  )
}

function FunderField({ form, errorOf, call }: PartProps & { readonly call: ExternalCall | null }) {
  const [funder, setFunder] = useState<ComboBoxOption | null>(call?.funderId == null ? null : { id: call.funderId, label: call.funderName ?? '' })
  return (
    <ComboBoxField label="名簿の支援者" requirement="optional" id="funderId" width="medium" support="募集元が名簿にあれば、入金の伝票に名前が付きます。番号・名前・よみで探せます。" value={funder} load={lookupSupporters} error={errorOf('funderId')}
      onChange={(option) => {
        setFunder(option)
        form.setValue('funderId', option === null ? null : id<'SupporterId'>(option.id))
      }} />
  )
}

function draftOf(call: ExternalCall | null) {
  if (call === null) {
    return { name: '', funder: '', funderId: null, kind: 'grant' as const, theme: '', opensOn: '', deadlineOn: '', amountYen: '', resultOn: '', url: '', note: '', passedOn: '' }
  }
  const { name, funder, funderId, kind, theme, opensOn, deadlineOn, amountYen, resultOn, url, note, passedOn } = call
  const typed = (date: LocalDate | null) => (date === null ? '' : formatLocalDateShort(date))
  return {
    name, funder, funderId, kind, theme, opensOn: typed(opensOn), deadlineOn: typed(deadlineOn), amountYen: amountYen === null ? '' : formatYen(amountYen), resultOn: typed(resultOn), url, note,
    passedOn: typed(passedOn),
  }
}
