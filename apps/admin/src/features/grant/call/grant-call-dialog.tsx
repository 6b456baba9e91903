import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { optionalTypedDateSchema, typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { checkGrantCall, type GrantCallDetails, grantCallFields, grantPayerNames, grantPayers } from '@sasaeai/domain/grant/call/grant-call-input'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField, type SelectOption } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm, type UseFormReturn, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { GrantCall } from './grant-call-page.tsx'

function typedCallSchema(context: DateContext) {
  return z
    .object({
      ...grantCallFields,
      budgetYen: typedYen.pipe(grantCallFields.budgetYen),
      opensOn: typedDateSchema(context),
      closesOn: typedDateSchema(context),
      reportDueOn: optionalTypedDateSchema(context),
    })
    .superRefine(checkGrantCall)
}
type CallDraft = z.input<ReturnType<typeof typedCallSchema>>
type CallForm = UseFormReturn<CallDraft, unknown, Omit<GrantCallDetails, 'fiscalYear'>>

interface GrantCallDialogProps extends DialogTurns {
  /** Null for a new call. */
  readonly call: GrantCall | null
  readonly fiscalYear: FiscalYear
}

/** Adds a call or changes one: what is given, out of whose money, until when one may apply. */
export function GrantCallDialog({ call, fiscalYear, ...turns }: GrantCallDialogProps) {
  const context = { today: useToday(), fiscalYear }
  const save = useMutation(trpc.grant.calls.save.mutationOptions())
  const form: CallForm = useForm({ resolver: zodResolver(typedCallSchema(context)), defaultValues: draftOf(call), shouldFocusError: false })
  const change = call === null ? null : { callId: call.callId, revision: call.revision }
  return (
    <FormDialog title={call === null ? '助成を追加する' : '助成を直す'} form={form} {...turns}
      save={(details) => save.mutateAsync({ change, details: { ...details, fiscalYear } })}>
      {(errorOf) => (
        <>
          <What form={form} errorOf={errorOf} />
          <WhoseMoney form={form} errorOf={errorOf} call={call} fiscalYear={fiscalYear} />
          <UntilWhen form={form} errorOf={errorOf} context={context} />
        </>
      )}
    </FormDialog>
  )
}

interface PartProps {
  readonly form: CallForm
  readonly errorOf: ErrorOf
}

function What({ form: { register }, errorOf }: PartProps) {
  const kinds = useQuery(trpc.grant.kind.list.queryOptions())
  const usable = (kinds.data ?? []).filter(({ closedOn }) => closedOn === null).map((kind) => ({ value: kind.id, label: kind.name }))
  return (
    <>
      {/* Shown anew when its choices have come: a native list forgets a value that it did not know yet. */}
      <SelectField key={usable.length} label="助成の種類" requirement="required" id="grantKindId" emptyLabel="選択してください" options={usable}
        error={errorOf('grantKindId')} {...register('grantKindId')} />
      <TextField label="名称" requirement="required" id="name" support="例：歳末たすけあい 団体助成" autoComplete="off" error={errorOf('name')} {...register('name')} />
    </>
  )
}

function WhoseMoney({ form, errorOf, call, fiscalYear }: PartProps & Pick<GrantCallDialogProps, 'call' | 'fiscalYear'>) {
  const { register, control, formState } = form
  const payer = useWatch({ control, name: 'payer' })
  const choices = useQuery(trpc.grant.calls.choices.queryOptions({ fiscalYear }))
  const ground = useGround()
  const expenses = [...(ground.data?.accounts ?? [])]
    .filter(([, { category, isHeading, isClosed }]) => category === 'expense' && !isHeading && !isClosed)
    .map(([value, { code, name }]) => ({ value, label: `${code} ${name}` }))
  const campaigns = withOwn((choices.data?.campaigns ?? []).map(({ campaignId, name }) => ({ value: campaignId, label: name })), call?.campaignId, call?.campaignName)
  const allocations = withOwn((choices.data?.allocations ?? []).map(({ allocationId, name }) => ({ value: allocationId, label: name })), call?.allocationId, call?.allocationName)
  return (
    <>
      <RadioGroupField label="支払元" requirement="required" id="payer" defaultValue={formState.defaultValues?.payer}
        options={grantPayers.map((value) => ({ value, label: grantPayerNames[value] }))} error={errorOf('payer')} {...register('payer')} />
      {payer === 'campaign' ? (
        <SelectField key={`campaign-${campaigns.length}`} label="支払う運動" requirement="required" id="campaignId" emptyLabel="選択してください" options={campaigns}
          support="送金の方法が「直接支払った分を除いて送金する」の運動から選べます。" error={errorOf('campaignId')} {...register('campaignId')} />
      ) : (
        <SelectField key={`expense-${expenses.length}`} label="支出の科目" requirement="required" id="expenseAccountId" emptyLabel="選択してください" options={expenses}
          error={errorOf('expenseAccountId')} {...register('expenseAccountId')} />
      )}
      {allocations.length > 0 && (
        <SelectField key={`allocation-${allocations.length}`} label="原資の配分金" requirement="optional" id="allocationId" emptyLabel="なし" options={allocations}
          error={errorOf('allocationId')} {...register('allocationId')} />
      )}
      <AmountField label="予算額" requirement="required" id="budgetYen" read={readTypedAmount} defaultValue={formState.defaultValues?.budgetYen}
        error={errorOf('budgetYen')} {...register('budgetYen')} />
    </>
  )
}

/** What is chosen already stays a choice, although it may be closed by now. */
function withOwn(options: SelectOption[], own: string | null | undefined, name: string | null | undefined): SelectOption[] {
  if (own === null || own === undefined || options.some(({ value }) => value === own)) return options
  return [...options, { value: own, label: name ?? '' }]
}

function UntilWhen({ form: { register, formState }, errorOf, context }: PartProps & { readonly context: DateContext }) {
  const { opensOn, closesOn, reportDueOn } = formState.defaultValues ?? {}
  const read = (text: string) => readTypedDate(text, context)
  return (
    <>
      <DateField label="受付開始日" requirement="required" id="opensOn" read={read} defaultValue={opensOn} error={errorOf('opensOn')} {...register('opensOn')} />
      <DateField label="締切日" requirement="required" id="closesOn" read={read} support="例：R8.11.30" defaultValue={closesOn} error={errorOf('closesOn')} {...register('closesOn')} />
      <DateField label="報告の期限" requirement="optional" id="reportDueOn" read={read} support="使途の報告を出していただく日。例：R9.3.31" defaultValue={reportDueOn}
        error={errorOf('reportDueOn')} {...register('reportDueOn')} />
      <TextAreaField label="要項" requirement="optional" id="guidelines" support="対象、条件、上限額など" error={errorOf('guidelines')} {...register('guidelines')} />
    </>
  )
}

function draftOf(call: GrantCall | null): CallDraft {
  if (call === null) {
    const nobody = { campaignId: '', expenseAccountId: '', allocationId: '' }
    return { grantKindId: '', name: '', payer: 'campaign', ...nobody, budgetYen: '', opensOn: '', closesOn: '', reportDueOn: '', guidelines: '' }
  }
  const { grantKindId, name, campaignId, expenseAccountId, allocationId, budgetYen, opensOn, closesOn, reportDueOn, guidelines } = call
  return {
    grantKindId, name, payer: campaignId === null ? 'council' : 'campaign', campaignId: campaignId ?? '', expenseAccountId: expenseAccountId ?? '',
    allocationId: allocationId ?? '', budgetYen: formatYen(budgetYen), opensOn: formatLocalDateShort(opensOn), closesOn: formatLocalDateShort(closesOn),
    reportDueOn: reportDueOn === null ? '' : formatLocalDateShort(reportDueOn), guidelines,
  }
}
