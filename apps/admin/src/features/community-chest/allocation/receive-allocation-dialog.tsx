import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { allocationStanding } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { allocationReceiptFields, type ReceiveAllocationInput } from '@sasaeai/domain/community-chest/allocation/receive-allocation-input'
import { id } from '@sasaeai/domain/ids'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
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
import type { AllocationInFull } from './allocation-page.tsx'

function typedReceiptSchema(context: DateContext) {
  return z.object({ ...allocationReceiptFields, receivedOn: typedDateSchema(context), amountYen: typedYen.pipe(allocationReceiptFields.amountYen) })
}
type ReceiptDraft = z.input<ReturnType<typeof typedReceiptSchema>>

/** 受入れ: how much has come, when and where; all that is still to come unless told otherwise. */
export function ReceiveAllocationDialog({ full, onClose }: { full: AllocationInFull; onClose: () => void }) {
  const { allocation, cash } = full
  const context = { today: useToday(), fiscalYear: allocation.fiscalYear }
  // Made when the dialog opens, so that an answer that was lost does not make the money come twice.
  const [receiptId] = useState(() => id<'AllocationReceiptId'>(newId()))
  const receive = useMutation(trpc.communityChest.allocation.receive.mutationOptions())
  const { toReceiveYen } = allocationStanding(allocation)
  const initial = { receivedOn: formatLocalDateShort(context.today), amountYen: toReceiveYen > 0 ? formatYen(toReceiveYen) : '', cashAccountId: cash.usualId ?? '', note: '' }
  const form = useForm<ReceiptDraft, unknown, Omit<ReceiveAllocationInput, 'receiptId' | 'allocationId'>>({
    resolver: zodResolver(typedReceiptSchema(context)), defaultValues: initial, shouldFocusError: false,
  })
  const { register } = form
  return (
    <FormDialog title={`${allocation.name}を受け入れる`} form={form} onClose={onClose} saveLabel="受入れを記帳する" done="配分金の受入れを記帳しました"
      save={(details) => receive.mutateAsync({ ...details, receiptId, allocationId: allocation.allocationId })}>
      {(errorOf) => (
        <>
          <p className="phrases text-[0.9375rem]">
            財源「{allocation.fundingSourceName}」の収入（補助金）として記帳します。これから受け入れる額は<strong className="figures">{formatYenDelta(toReceiveYen)}円</strong>です。
          </p>
          <AmountField label="受け入れた額" requirement="required" id="amountYen" read={readTypedAmount} defaultValue={initial.amountYen} error={errorOf('amountYen')} {...register('amountYen')} />
          <DateField label="受入日" requirement="required" id="receivedOn" support="口座に入った日です。例：R8.4.28" read={(text) => readTypedDate(text, context)}
            defaultValue={initial.receivedOn} error={errorOf('receivedOn')} {...register('receivedOn')} />
          <SelectField label="入金先" requirement="required" id="cashAccountId" emptyLabel="選択してください" options={cash.accounts.map((each) => ({ value: each.id, label: each.name }))}
            error={errorOf('cashAccountId')} {...register('cashAccountId')} />
          <TextField label="備考" requirement="optional" id="note" support="帳簿の摘要に残ります。例：前期交付分" autoComplete="off" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}
