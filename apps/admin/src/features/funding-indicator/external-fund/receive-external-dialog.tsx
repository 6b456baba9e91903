import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { externalFundingCategories } from '@sasaeai/domain/funding-indicator/external-fund/external-funding-categories'
import { externalReceiptFields, type ReceiveExternalInput } from '@sasaeai/domain/funding-indicator/external-fund/receive-external-input'
import { id } from '@sasaeai/domain/ids'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { addYen, formatYen, negateYen, yen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { ExternalCallInFull } from './external-call-page.tsx'
import type { ExternalApplication } from './external-funds-page.tsx'

function typedReceiptSchema(context: DateContext) {
  return z.object({ ...externalReceiptFields, receivedOn: typedDateSchema(context), amountYen: typedYen.pipe(externalReceiptFields.amountYen) })
}
type ReceiptDraft = z.input<ReturnType<typeof typedReceiptSchema>>

interface ReceiveExternalDialogProps {
  readonly full: ExternalCallInFull
  readonly application: ExternalApplication
  readonly onClose: () => void
}

/** 入金: how much came of an award, when and where; what is left of the award is proposed. */
export function ReceiveExternalDialog({ full: { cash, usualCashId }, application, onClose }: ReceiveExternalDialogProps) {
  const { applicationId, projectName, awardedYen, receivedYen } = application
  const context = { today: useToday() }
  const ground = useGround()
  const sources = [...(ground.data?.sources ?? [])].flatMap(([value, { code, name, category, isClosed }]) =>
    !isClosed && externalFundingCategories.some((each) => each === category) ? [{ value, label: `${code} ${name}` }] : [])
  // Made when the dialog opens, so that an answer that was lost does not make the money come twice.
  const [receiptId] = useState(() => id<'ExternalReceiptId'>(newId()))
  const receive = useMutation(trpc.externalFund.receive.mutationOptions())
  const leftYen = formatYen(addYen(awardedYen ?? yen(0), negateYen(receivedYen)))
  const initial = { receivedOn: formatLocalDateShort(context.today), amountYen: leftYen, fundingSourceId: '', cashAccountId: usualCashId ?? '', note: '' }
  const form = useForm<ReceiptDraft, unknown, Omit<ReceiveExternalInput, 'receiptId' | 'applicationId'>>({ resolver: zodResolver(typedReceiptSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  return (
    <FormDialog title={`「${projectName}」の入金`} form={form} onClose={onClose} saveLabel="入金を記帳する" done="入金を記帳しました" save={(details) => receive.mutateAsync({ ...details, receiptId, applicationId })}>
      {(errorOf) => (
        <>
          <AmountField label="金額" requirement="required" id="amountYen" read={readTypedAmount} defaultValue={initial.amountYen} support={`決定額のうち、まだ入っていない額は${leftYen}円です。`} error={errorOf('amountYen')} {...register('amountYen')} />
          <DateField label="入金日" requirement="required" id="receivedOn" read={(text) => readTypedDate(text, context)} defaultValue={initial.receivedOn} error={errorOf('receivedOn')} {...register('receivedOn')} />
          <SelectField key={`sources${sources.length}`} label="財源" requirement="required" id="fundingSourceId" emptyLabel="選択してください" options={sources} support="この財源の収入として記帳します。" error={errorOf('fundingSourceId')} {...register('fundingSourceId')} />
          <SelectField label="入金先" requirement="required" id="cashAccountId" emptyLabel="選択してください" options={cash.map((each) => ({ value: each.id, label: each.name }))} error={errorOf('cashAccountId')} {...register('cashAccountId')} />
          <TextField label="備考" requirement="optional" id="note" support="帳簿の摘要に残ります。例：概算払" autoComplete="off" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}
