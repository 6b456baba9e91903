import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type PayReliefInput, reliefPaymentFields } from '@sasaeai/domain/grant/relief/relief-payment-input'
import { id } from '@sasaeai/domain/ids'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { GrantCall } from '../call/grant-call-page.tsx'

function typedReliefSchema(context: DateContext) {
  return z.object({ ...reliefPaymentFields, paidOn: typedDateSchema(context), amountYen: typedYen.pipe(reliefPaymentFields.amountYen) })
}
type ReliefDraft = z.input<ReturnType<typeof typedReliefSchema>>
type ReliefForm = UseFormReturn<ReliefDraft, unknown, Omit<PayReliefInput, 'paymentId' | 'callId'>>

/** Pays 見舞金 to a class in a 校区. Nothing is typed but numbers and the day. */
export function ReliefDialog({ call, onClose }: { call: GrantCall; onClose: () => void }) {
  const context = { today: useToday(), fiscalYear: call.fiscalYear }
  // Made when the dialog opens, so that an answer that was lost does not make the money go twice.
  const [paymentId] = useState(() => id<'ReliefPaymentId'>(newId()))
  const pay = useMutation(trpc.grant.relief.pay.mutationOptions())
  const paidOn = formatLocalDateShort(context.today)
  const form: ReliefForm = useForm({
    resolver: zodResolver(typedReliefSchema(context)),
    defaultValues: { reliefClassId: '', areaId: '', committeeId: '', paidOn, cashAccountId: call.cash.usualId ?? '', recipients: '', amountYen: '' },
    shouldFocusError: false,
  })
  const { register } = form
  return (
    <FormDialog title="見舞金を支払う" form={form} onClose={onClose} saveLabel="支払を記帳する" done="見舞金の支払を記帳しました"
      save={(details) => pay.mutateAsync({ ...details, paymentId, callId: call.callId })}>
      {(errorOf) => (
        <>
          <Whom form={form} errorOf={errorOf} call={call} />
          <TextField label="対象者数" requirement="required" id="recipients" width="tiny" unit="件" support="世帯・人・施設の数です。" inputMode="numeric" autoComplete="off"
            error={errorOf('recipients')} {...register('recipients')} />
          <AmountField label="金額（合計）" requirement="required" id="amountYen" read={readTypedAmount} error={errorOf('amountYen')}
            support={call.heldYen === null ? undefined : `いまの預り残高 ${formatYenDelta(call.heldYen)}円`} {...register('amountYen')} />
          <DateField label="支払日" requirement="required" id="paidOn" read={(text) => readTypedDate(text, context)} support="渡した日です。例：R8.12.15" defaultValue={paidOn}
            error={errorOf('paidOn')} {...register('paidOn')} />
          <SelectField label="支払う口座" requirement="required" id="cashAccountId" emptyLabel="選択してください"
            options={call.cash.accounts.map((each) => ({ value: each.id, label: each.name }))} error={errorOf('cashAccountId')} {...register('cashAccountId')} />
        </>
      )}
    </FormDialog>
  )
}

function Whom({ form: { register }, errorOf, call }: { form: ReliefForm; errorOf: ErrorOf; call: GrantCall }) {
  const classes = useQuery(trpc.grant.reliefClass.list.queryOptions())
  const committees = useQuery(trpc.grant.committee.list.queryOptions({ fiscalYear: call.fiscalYear }))
  const ground = useGround()
  // No finer than a 校区: an association is so small that the class alone may tell who it was.
  const districts = [...(ground.data?.areas ?? [])].filter(([, { level, isClosed }]) => level === 1 && !isClosed).map(([value, { code, name }]) => ({ value, label: `${code} ${name}` }))
  const usable = (classes.data ?? []).filter(({ closedOn }) => closedOn === null).map((each) => ({ value: each.id, label: each.name }))
  return (
    <>
      <SelectField label="対象区分" requirement="required" id="reliefClassId" emptyLabel="選択してください" options={usable} error={errorOf('reliefClassId')} {...register('reliefClassId')} />
      <SelectField label="校区" requirement="optional" id="areaId" emptyLabel="校区を分けない" options={districts} error={errorOf('areaId')} {...register('areaId')} />
      <SelectField label="決定した配分委員会" requirement="optional" id="committeeId" emptyLabel="なし"
        options={(committees.data ?? []).map((each) => ({ value: each.committeeId, label: `${formatLocalDateShort(each.heldOn)} ${each.name}` }))} error={errorOf('committeeId')}
        {...register('committeeId')} />
    </>
  )
}
