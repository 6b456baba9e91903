import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { typedConfirmationSchema } from '@sasaeai/domain/online-giving/payout/payout-input'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { Payout } from './payout-page.tsx'

/** 通帳との照合: the day and the amount that the bank book shows. */
export function ConfirmPayoutDialog({ payout: { payoutId, arrivesOn, amountYen }, onClose }: { payout: Payout; onClose: () => void }) {
  const confirm = useMutation(trpc.onlineGiving.payout.confirm.mutationOptions())
  const form = useForm({
    resolver: zodResolver(typedConfirmationSchema({ today: today() })), defaultValues: { bankOn: formatLocalDateShort(arrivesOn), bankYen: formatYen(amountYen), note: '' }, shouldFocusError: false,
  })
  return (
    <FormDialog title="通帳で確認した" form={form} saveLabel="確認を記録する" done="通帳での確認を記録しました" onClose={onClose}
      save={(details) => confirm.mutateAsync({ payoutId, ...details, bankYen: yen(details.bankYen) })}>
      {(errorOf) => (
        <>
          <p>通帳に書かれたとおりに入力します。金額が違うときは、違いと理由がそのまま残ります。帳簿は変わりません。</p>
          <DateField label="通帳の日付" requirement="required" id="bankOn" read={readTypedDate} error={errorOf('bankOn')} {...form.register('bankOn')} />
          <AmountField label="通帳の金額" requirement="required" id="bankYen" read={readTypedAmount} support={`入金の額は${formatYen(amountYen)}円です。`} error={errorOf('bankYen')} {...form.register('bankYen')} />
          <TextField label="備考" requirement="optional" id="note" support="金額が違うときは、その理由" error={errorOf('note')} {...form.register('note')} />
        </>
      )}
    </FormDialog>
  )
}
