import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { withdrawMoneySchema } from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { id } from '@sasaeai/domain/ids'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { newId } from '../../../app/new-id.ts'
import { readTypedAmount, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { usableOptions } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import { WithdrawalFields } from './withdrawal-fields.tsx'

const typedMoney = withdrawMoneySchema
  .omit({ actId: true })
  .extend({ withdrawnOn: typedDateSchema({ today: today() }), moneyYen: typedYen.pipe(withdrawMoneySchema.shape.moneyYen) })
/** Pays money out of a purpose after a committee has decided. Nothing is typed but numbers and the day. */
export function WithdrawMoneyDialog({ onClose }: { onClose: () => void }) {
  // Made when the dialog opens, so that an answer that was lost does not make the money go twice.
  const [actId] = useState(() => id<'GoodwillActId'>(newId()))
  const fiscalYear = useFiscalYearInView()
  const ground = useGround()
  const money = useQuery(trpc.goodwillBank.money.queryOptions({ fiscalYear, asOf: today() }))
  const pay = useMutation(trpc.goodwillBank.withdrawMoney.mutationOptions())
  const form = useForm<z.input<typeof typedMoney>, unknown, z.output<typeof typedMoney>>({
    resolver: zodResolver(typedMoney),
    defaultValues: {
      withdrawnOn: formatLocalDateShort(today()), purposeId: '', way: 'household', recipientUnit: 'households', recipients: '', reliefClassId: '', areaId: '', committeeId: '',
      cashAccountId: ground.data?.defaultCashAccountId ?? '', expenseAccountId: '', moneyYen: '',
    },
    shouldFocusError: false,
  })
  const purposeId = useWatch({ control: form.control, name: 'purposeId' })
  const balance = money.data?.find((each) => each.purposeId === purposeId)?.balanceYen
  const accounts = (category: 'asset' | 'expense') => usableOptions(new Map([...(ground.data?.accounts ?? [])].filter(([, each]) => !each.isHeading && each.category === category && each.book === 'council')))
  const { register } = form
  return (
    <FormDialog title="お金を払い出す" form={form} onClose={onClose} saveLabel="払出を記帳する" done="お金の払出を記帳しました" save={(details) => pay.mutateAsync({ ...details, actId })}>
      {(errorOf) => (
        <>
          <WithdrawalFields register={(field) => register(field)} errorOf={errorOf} needsCommittee
            purposes={(money.data ?? []).map(({ purposeId: value, purposeName: label }) => ({ value, label }))} />
          <AmountField label="金額" requirement="required" id="moneyYen" read={readTypedAmount} support={balance === undefined ? undefined : `この目的の残高 ${formatYenDelta(balance)}円`}
            error={errorOf('moneyYen')} {...register('moneyYen')} />
          <SelectField key={`cash${accounts('asset').length}`} label="支払う口座" requirement="required" id="cashAccountId" emptyLabel="選んでください" options={accounts('asset')}
            error={errorOf('cashAccountId')} {...register('cashAccountId')} />
          <SelectField key={`expense${accounts('expense').length}`} label="支出の科目" requirement="required" id="expenseAccountId" emptyLabel="選んでください" options={accounts('expense')}
            error={errorOf('expenseAccountId')} {...register('expenseAccountId')} />
        </>
      )}
    </FormDialog>
  )
}
