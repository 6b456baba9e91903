import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import type { UseFundInput } from '@sasaeai/domain/donation/fund/use-fund-input'
import { id } from '@sasaeai/domain/ids'
import { fundUseFields } from '@sasaeai/domain/ledger/entry-of-fund-use'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
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
import type { FundInFull } from './fund-page.tsx'

function typedUseSchema(context: DateContext) {
  return z.object({ ...fundUseFields, usedOn: typedDateSchema(context), amountYen: typedYen.pipe(fundUseFields.amountYen) })
}
type UseDraft = z.input<ReturnType<typeof typedUseSchema>>

/** 使用: what was bought with the fund's money, when, and from which account it was paid. */
export function FundUseDialog({ full, onClose }: { full: FundInFull; onClose: () => void }) {
  const { fund, fiscalYear, choices } = full
  const context = { today: useToday(), fiscalYear }
  // Made when the dialog opens, so that an answer that was lost does not make the money go twice.
  const [useId] = useState(() => id<'FundUseId'>(newId()))
  const book = useMutation(trpc.donation.fund.use.mutationOptions())
  const initial = {
    usedOn: formatLocalDateShort(context.today), amountYen: '', description: '', expenseAccountId: choices.usualExpenseId ?? '', cashAccountId: choices.usualCashId ?? '',
  }
  const form = useForm<UseDraft, unknown, Omit<UseFundInput, 'useId' | 'fundId'>>({ resolver: zodResolver(typedUseSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  const options = (list: readonly { readonly id: string; readonly name: string }[]) => list.map((each) => ({ value: each.id, label: each.name }))
  return (
    <FormDialog title={`「${fund.name}」の使用を記帳する`} form={form} onClose={onClose} saveLabel="使用を記帳する" done="使用を記帳しました"
      save={(details) => book.mutateAsync({ ...details, useId, fundId: fund.fundId })}>
      {(errorOf) => (
        <>
          <p className="text-[0.9375rem]">
            {fund.purpose !== '' && `使いみちは「${fund.purpose}」です。`}残高は<strong className="figures">{formatYenDelta(fundStanding(fund.movements, fiscalYear).balanceYen)}円</strong>です。
          </p>
          <TextField label="何に使ったか" requirement="required" id="description" support="帳簿の摘要に残ります。受け取った人の名前は書かないでください。例：食材 10月分" autoComplete="off" error={errorOf('description')} {...register('description')} />
          <AmountField label="使った額" requirement="required" id="amountYen" read={readTypedAmount} error={errorOf('amountYen')} {...register('amountYen')} />
          <DateField label="支払日" requirement="required" id="usedOn" support="例：R8.10.20" read={(text) => readTypedDate(text, context)} defaultValue={initial.usedOn} error={errorOf('usedOn')} {...register('usedOn')} />
          <SelectField label="支出の科目" requirement="required" id="expenseAccountId" emptyLabel="選択してください" options={options(choices.expenses)} error={errorOf('expenseAccountId')} {...register('expenseAccountId')} />
          <SelectField label="支払う口座" requirement="required" id="cashAccountId" emptyLabel="選択してください" options={options(choices.cash)} error={errorOf('cashAccountId')} {...register('cashAccountId')} />
        </>
      )}
    </FormDialog>
  )
}
