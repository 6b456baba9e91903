import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { checkRecordedForm, recordedFormFields } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import type { FormRun } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { optionalTypedYen } from '@sasaeai/domain/money/typed-yen'
import { typedCountSchema } from '@sasaeai/domain/text/typed-count'
import { AmountField } from '@sasaeai/ui/amount-field'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { CommandForm, type ErrorOf } from '../../../app/command-form.tsx'
import { readTypedAmount, readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { FormBlock } from './form-block-page.tsx'

const typedIssue = z
  .object({
    firstNumber: recordedFormFields.firstNumber,
    usedOn: typedDateSchema({ today: today() }),
    recipient: recordedFormFields.recipient,
    amountYen: optionalTypedYen.refine((amount) => amount === null || amount > 0, '1円以上の金額を入力してください。'),
    entryNumber: typedCountSchema('伝票番号', { least: 1 }),
    note: recordedFormFields.note,
  })
  .transform((form) => ({ ...form, state: 'issued' as const, lastNumber: form.firstNumber }))
  .superRefine(checkRecordedForm)
/** In a part of its own, so that its fields are not taken for those of a dialog that opens over it. */
const typedForm = z.object({ issue: typedIssue })
type IssueDraft = z.input<typeof typedForm>
type IssueDetails = z.output<typeof typedForm>

/** The day of the form issued last in this window: a pile of forms is written up on one day. */
let lastDay: LocalDate | undefined

/** 交付 by keyboard: number, recipient, amount, Enter; the next number on hand stands there already. */
export function IssueForm({ block, runs }: { block: FormBlock; runs: readonly FormRun[] }) {
  const formId = useId()
  const record = useMutation(trpc.communityChest.receiptForm.record.mutationOptions())
  const next = runs.find((run) => run.form === null)?.firstNumber
  const usedOn = formatLocalDateShort(lastDay ?? today())
  const draft: IssueDraft = { issue: { firstNumber: next === undefined ? '' : String(next), usedOn, recipient: '', amountYen: '', entryNumber: '', note: '' } }
  const form = useForm<IssueDraft, unknown, IssueDetails>({ resolver: zodResolver(typedForm), defaultValues: draft, shouldFocusError: false })
  useEffect(() => focusAfterIssue(), [])
  if (next === undefined) return <p className="text-[0.9375rem] text-ink-sub print-hidden">この冊の用紙は、すべて記録済みです。</p>
  const save = async ({ issue }: IssueDetails) => {
    const outcome = await record.mutateAsync({ ...issue, blockId: block.blockId })
    if (outcome.ok) lastDay = issue.usedOn
    hasIssued = outcome.ok
    return outcome.ok || outcome.field === undefined ? outcome : { ...outcome, field: `issue.${outcome.field}` }
  }
  return (
    <section aria-labelledby="issue" className="rounded-8 border border-line p-5 print-hidden">
      <h2 id="issue" className="mb-1 text-[1.125rem] font-bold">交付を記録する</h2>
      <p className="phrases mb-4 text-[0.875rem] text-ink-sub">Enterで記録して次の番号に進みます。伝票番号を入れると、空欄の交付先と金額は伝票から写します。</p>
      <CommandForm id={formId} form={form} save={save} done="交付を記録しました">
        {(errorOf) => <IssueFields form={form} errorOf={errorOf} usedOn={usedOn} />}
      </CommandForm>
      <Button type="submit" form={formId} variant="primary" className="mt-4" isBusy={form.formState.isSubmitting}>記録する</Button>
    </section>
  )
}

/** Whether the form was opened anew because one was just issued: then one goes on typing, else one has come to read. */
let hasIssued = false

function focusAfterIssue(): void {
  if (hasIssued) document.getElementById('issue.recipient')?.focus()
  hasIssued = false
}

interface IssueFieldsProps {
  readonly form: Pick<ReturnType<typeof useForm<IssueDraft, unknown, IssueDetails>>, 'register'>
  readonly errorOf: ErrorOf
  readonly usedOn: string
}

function IssueFields({ form: { register }, errorOf, usedOn }: IssueFieldsProps) {
  const plain = { autoComplete: 'off', width: 'full' } as const
  return (
    <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      <TextField label="番号" requirement="required" id="issue.firstNumber" inputMode="numeric" {...plain} error={errorOf('issue.firstNumber')} {...register('issue.firstNumber')} />
      <TextField label="交付先" id="issue.recipient" {...plain} error={errorOf('issue.recipient')} {...register('issue.recipient')} />
      <AmountField label="金額" id="issue.amountYen" read={readTypedAmount} error={errorOf('issue.amountYen')} {...register('issue.amountYen')} />
      <TextField label="伝票番号" id="issue.entryNumber" inputMode="numeric" {...plain} error={errorOf('issue.entryNumber')} {...register('issue.entryNumber')} />
      <DateField label="交付日" requirement="required" id="issue.usedOn" read={readTypedDate} defaultValue={usedOn} error={errorOf('issue.usedOn')} {...register('issue.usedOn')} />
      <TextField label="備考" id="issue.note" {...plain} error={errorOf('issue.note')} {...register('issue.note')} />
    </div>
  )
}
