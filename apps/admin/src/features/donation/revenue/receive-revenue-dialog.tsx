import { zodResolver } from '@hookform/resolvers/zod'
import { fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { missingMonths } from '@sasaeai/domain/donation/revenue/machine-months'
import { type ReceiveRevenueInput, revenueReceiptFields } from '@sasaeai/domain/donation/revenue/receive-revenue-input'
import { id } from '@sasaeai/domain/ids'
import { optionalTypedYen, typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
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
import type { RevenueStreamInFull } from './revenue-stream-page.tsx'

function typedReceiptSchema(context: DateContext) {
  return z.object({
    ...revenueReceiptFields,
    receivedOn: typedDateSchema(context),
    grossYen: typedYen.pipe(revenueReceiptFields.grossYen),
    feeYen: optionalTypedYen.transform((fee) => fee ?? yen(0)),
  })
}
type ReceiptDraft = z.input<ReturnType<typeof typedReceiptSchema>>

/** 受入れ: what came, when and where; of a machine also for which month, of a platform also what it kept. */
export function ReceiveRevenueDialog({ full, onClose }: { full: RevenueStreamInFull; onClose: () => void }) {
  const { stream, cash, expenses, usualCashId } = full
  const { kind, name, streamId } = stream
  const context = { today: useToday() }
  // Made when the dialog opens, so that an answer that was lost does not make the money come twice.
  const [receiptId] = useState(() => id<'RevenueReceiptId'>(newId()))
  const receive = useMutation(trpc.donation.revenue.receive.mutationOptions())
  const months = kind === 'vending_machine' ? openMonths(full, context.today) : []
  const initial = {
    month: months[0] ?? '', receivedOn: formatLocalDateShort(context.today), grossYen: kind !== 'crowdfunding' && stream.expectedYen !== null ? formatYen(stream.expectedYen) : '', feeYen: '',
    goodsAccountId: '', cashAccountId: usualCashId ?? '', note: '',
  }
  const form = useForm<ReceiptDraft, unknown, Omit<ReceiveRevenueInput, 'receiptId' | 'streamId'>>({ resolver: zodResolver(typedReceiptSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  const options = (list: readonly { readonly id: string; readonly name: string }[]) => list.map((each) => ({ value: each.id, label: each.name }))
  return (
    <FormDialog title={`「${name}」を受け入れる`} form={form} onClose={onClose} saveLabel="受入れを記帳する" done="受入れを記帳しました" save={(details) => receive.mutateAsync({ ...details, receiptId, streamId })}>
      {(errorOf) => (
        <>
          {kind === 'vending_machine' && (
            <SelectField label="対象月" requirement="required" id="month" emptyLabel="選択してください" options={months.map((value) => ({ value, label: formatLocalMonth(value) }))} support="まだ受け入れていない月だけが並びます。" error={errorOf('month')} {...register('month')} />
          )}
          {kind === 'sponsorship' && (
            <SelectField label="受け入れるもの" requirement="required" id="goodsAccountId" emptyLabel="お金" options={expenses.map((each) => ({ value: each.id, label: `物品（${each.name}として使う）` }))}
              support="物品は時価で、収入と支出の両方に記帳します。お金は動きません。" error={errorOf('goodsAccountId')} {...register('goodsAccountId')} />
          )}
          <AmountField label={kind === 'crowdfunding' ? '支援総額' : '金額'} requirement="required" id="grossYen" read={readTypedAmount} defaultValue={initial.grossYen}
            support={kind === 'crowdfunding' ? '手数料を引く前の額です。' : undefined} error={errorOf('grossYen')} {...register('grossYen')} />
          {kind === 'crowdfunding' && (
            <AmountField label="手数料" requirement="optional" id="feeYen" read={readTypedAmount} support="サイトや市が差し引いた額です。別の支出として記帳します。" error={errorOf('feeYen')} {...register('feeYen')} />
          )}
          <DateField label="受入日" requirement="required" id="receivedOn" read={(text) => readTypedDate(text, context)} defaultValue={initial.receivedOn} error={errorOf('receivedOn')} {...register('receivedOn')} />
          <SelectField label="入金先" requirement={kind === 'sponsorship' ? 'optional' : 'required'} id="cashAccountId" emptyLabel="選択してください" options={options(cash)} support={kind === 'sponsorship' ? '物品のときは使いません。' : undefined}
            error={errorOf('cashAccountId')} {...register('cashAccountId')} />
          <TextField label="備考" requirement="optional" id="note" support="帳簿の摘要に残ります。例：飲料 300本" autoComplete="off" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

/** Months of last year and this one for which nothing has come, the oldest first. */
function openMonths({ stream }: RevenueStreamInFull, today: LocalDate): LocalDate[] {
  const present = fiscalYearOf(today)
  return [fiscalYear(present - 1), present].flatMap((year) => missingMonths(stream, year, today))
}
