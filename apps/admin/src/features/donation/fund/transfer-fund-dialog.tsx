import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import { fundTransferFields, type TransferFundInput } from '@sasaeai/domain/donation/fund/transfer-fund-input'
import { id } from '@sasaeai/domain/ids'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { FundInFull } from './fund-page.tsx'

function typedTransferSchema(context: DateContext) {
  return z.object({ ...fundTransferFields, transferredOn: typedDateSchema(context), amountYen: typedYen.pipe(fundTransferFields.amountYen) })
}
type TransferDraft = z.input<ReturnType<typeof typedTransferSchema>>

/** 振替: carries money to another purpose; restricted money only for a reason. */
export function TransferFundDialog({ full, onClose }: { full: FundInFull; onClose: () => void }) {
  const { fund, fiscalYear, choices } = full
  const context = { today: useToday(), fiscalYear }
  // Made when the dialog opens, so that an answer that was lost does not make the money go twice.
  const [transferId] = useState(() => id<'FundTransferId'>(newId()))
  const carry = useMutation(trpc.donation.fund.transfer.mutationOptions())
  const initial = { toFundId: '', transferredOn: formatLocalDateShort(context.today), amountYen: '', incomeAccountId: choices.usualIncomeId ?? '', reason: '' }
  const form = useForm<TransferDraft, unknown, Omit<TransferFundInput, 'transferId' | 'fundId'>>({ resolver: zodResolver(typedTransferSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  const options = (list: readonly { readonly id: string; readonly name: string }[]) => list.map((each) => ({ value: each.id, label: each.name }))
  return (
    <FormDialog title={`「${fund.name}」から振り替える`} form={form} onClose={onClose} saveLabel="振替を記帳する" done="振替を記帳しました"
      save={(details) => carry.mutateAsync({ ...details, transferId, fundId: fund.fundId })}>
      {(errorOf) => (
        <>
          <p className="text-[0.9375rem]">残高は<strong className="figures">{formatYenDelta(fundStanding(fund.movements, fiscalYear).balanceYen)}円</strong>です。現金は動かず、使途の残高だけが移ります。</p>
          <SelectField label="振替先" requirement="required" id="toFundId" emptyLabel="選択してください" options={options(choices.funds)} error={errorOf('toFundId')} {...register('toFundId')} />
          <AmountField label="振り替える額" requirement="required" id="amountYen" read={readTypedAmount} error={errorOf('amountYen')} {...register('amountYen')} />
          <DateField label="振替日" requirement="required" id="transferredOn" read={(text) => readTypedDate(text, context)} defaultValue={initial.transferredOn} error={errorOf('transferredOn')} {...register('transferredOn')} />
          <SelectField label="収入の科目" requirement="required" id="incomeAccountId" emptyLabel="選択してください" support="この寄附を受け入れた科目です。科目の合計は変わりません。" options={options(choices.income)} error={errorOf('incomeAccountId')} {...register('incomeAccountId')} />
          <TextAreaField label="理由" requirement={fund.isRestricted ? 'required' : 'optional'} id="reason" error={errorOf('reason')} {...register('reason')}
            support={fund.isRestricted ? '使途を指定した寄附です。寄附者の同意や役員会の決定を書いてください。帳簿に残ります。' : '帳簿に残ります。'} />
        </>
      )}
    </FormDialog>
  )
}
