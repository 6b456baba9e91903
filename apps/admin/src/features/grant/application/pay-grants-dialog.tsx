import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { unpaidYen } from '@sasaeai/domain/grant/application/grant-application-state'
import { payGrantsSchema } from '@sasaeai/domain/grant/application/grant-payment-input'
import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen, formatYenDelta, sumYen, yen } from '@sasaeai/domain/money/yen'
import { DateField } from '@sasaeai/ui/date-field'
import { FieldError } from '@sasaeai/ui/field-error'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { GrantApplication, GrantCall } from '../call/grant-call-page.tsx'
import { progressOf } from './application-progress.ts'

const { cashAccountId, payments } = payGrantsSchema.shape
const { paymentId, applicationId, amountYen } = payments.element.shape

const typedAmount = typedYen.pipe(amountYen)

/** Null for a line that is not chosen, whatever stands in it. */
const typedLine = z.object({ isChosen: z.boolean(), paymentId, applicationId, amountYen: z.string() }).transform((line, context) => {
  if (!line.isChosen) return null
  const amount = typedAmount.safeParse(line.amountYen)
  if (amount.success) return { paymentId: line.paymentId, applicationId: line.applicationId, amountYen: amount.data }
  context.addIssue({ code: 'custom', path: ['amountYen'], message: amount.error.issues[0]?.message ?? '' })
  return z.NEVER
})

function typedPaymentSchema(context: DateContext) {
  return z.object({
    paidOn: typedDateSchema(context),
    cashAccountId,
    payments: z
      .array(typedLine)
      .transform((lines) => lines.filter((line) => line !== null))
      .refine((lines) => lines.length > 0, '支払う申請を選んでください。'),
  })
}

interface PaymentDraft {
  paidOn: string
  cashAccountId: string
  payments: { isChosen: boolean; paymentId: string; applicationId: string; amountYen: string }[]
}
type Paid = z.output<ReturnType<typeof typedPaymentSchema>>

/** Pays what was awarded and not paid yet: all of it unless told otherwise, one slip for each. */
export function PayGrantsDialog({ call, onClose }: { call: GrantCall; onClose: () => void }) {
  const context = { today: useToday(), fiscalYear: call.fiscalYear }
  const pay = useMutation(trpc.grant.application.pay.mutationOptions())
  const due = call.applications.filter((application) => unpaidYen(progressOf(application)) > 0)
  const initialDay = formatLocalDateShort(context.today)
  // Ids are made when the dialog opens, so that an answer that was lost does not make the money go twice.
  const [initial] = useState((): PaymentDraft => ({
    paidOn: initialDay,
    cashAccountId: call.cash.usualId ?? '',
    payments: due.map((application) => ({
      isChosen: true, paymentId: newId(), applicationId: application.applicationId, amountYen: formatYen(unpaidYen(progressOf(application))),
    })),
  }))
  const form = useForm<PaymentDraft, unknown, Paid>({ resolver: zodResolver(typedPaymentSchema(context)), defaultValues: initial, shouldFocusError: false })
  return (
    <FormDialog title="採択分を支払う" form={form} onClose={onClose} saveLabel="支払を記帳する" done="助成金の支払を記帳しました"
      save={(paid) => pay.mutateAsync({ callId: call.callId, ...paid })}>
      {(errorOf) => (
        <>
          <PaymentLines form={form} errorOf={errorOf} due={due} heldYen={call.heldYen} />
          <DateField label="支払日" requirement="required" id="paidOn" support="振り込んだ日、または手渡した日です。例：R8.12.20" defaultValue={initialDay}
            read={(text) => readTypedDate(text, context)} error={errorOf('paidOn')} {...form.register('paidOn')} />
          <SelectField label="支払う口座" requirement="required" id="cashAccountId" emptyLabel="選択してください"
            options={call.cash.accounts.map((each) => ({ value: each.id, label: each.name }))} error={errorOf('cashAccountId')} {...form.register('cashAccountId')} />
        </>
      )}
    </FormDialog>
  )
}

interface PaymentLinesProps {
  readonly form: UseFormReturn<PaymentDraft, unknown, Paid>
  readonly errorOf: ErrorOf
  readonly due: readonly GrantApplication[]
  readonly heldYen: GrantCall['heldYen']
}

function PaymentLines({ form: { register, control }, errorOf, due, heldYen }: PaymentLinesProps) {
  const lines = useWatch({ control, name: 'payments' })
  const chosen = lines.filter(({ isChosen }) => isChosen)
  const total = sumYen(chosen.map((line) => {
    const amount = parseAmount(line.amountYen)
    return amount.ok ? amount.yen : yen(0)
  }))
  return (
    <fieldset id="payments" tabIndex={-1}>
      <legend className="font-bold">支払う申請</legend>
      <ul className="mt-2 border-t border-line">
        {due.map((application, index) => (
          <li key={application.applicationId} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line-faint py-2">
            <label className="flex min-w-48 flex-1 items-start gap-2.5">
              <input type="checkbox" className="mt-0.5 size-6 shrink-0 accent-accent" {...register(`payments.${index}.isChosen`)} />
              <span>
                第{application.number}号 {application.supporterName}
                <span className="block text-[0.875rem] text-ink-sub">{application.projectName}</span>
              </span>
            </label>
            <span className="flex items-center gap-2">
              <input aria-label={`第${application.number}号の支払額`} inputMode="numeric" autoComplete="off" id={`payments.${index}.amountYen`}
                aria-invalid={errorOf(`payments.${index}.amountYen`) === undefined ? undefined : true}
                className="figures min-h-(--control-small) w-32 rounded-6 border border-line-field px-2 text-right aria-invalid:border-red-900" {...register(`payments.${index}.amountYen`)} />
              円
            </span>
            <div className="basis-full"><FieldError id={`payments.${index}.amountYen-error`} message={errorOf(`payments.${index}.amountYen`)} /></div>
          </li>
        ))}
      </ul>
      <FieldError id="payments-error" message={errorOf('payments')} />
      <p className="mt-2 flex flex-wrap justify-between gap-x-6">
        <span>{chosen.length}件　合計<strong className="figures ml-1">{formatYen(total)}円</strong></span>
        {heldYen !== null && <span className="text-ink-sub">いまの預り残高 <span className="figures">{formatYenDelta(heldYen)}円</span></span>}
      </p>
    </fieldset>
  )
}
