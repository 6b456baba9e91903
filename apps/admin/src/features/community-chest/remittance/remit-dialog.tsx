import { zodResolver } from '@hookform/resolvers/zod'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { firstRemittance, type RemittanceDetails, type TypedRemittance, typedRemittanceSchema } from '@sasaeai/domain/community-chest/remittance/typed-remittance'
import { id } from '@sasaeai/domain/ids'
import { formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { CustodyAccount } from './custody-account-page.tsx'

/** 送金: how much, when and from where; everything that is held unless told otherwise. */
export function RemitDialog({ account, onClose }: { account: CustodyAccount; onClose: () => void }) {
  const { custody, cash } = account
  const context = { today: useToday() }
  // Made when the dialog opens, so that an answer that was lost does not make the money go twice.
  const [remittanceId] = useState(() => id<'RemittanceId'>(newId()))
  const remit = useMutation(trpc.communityChest.remittance.remit.mutationOptions())
  const initial = firstRemittance(custody.heldYen, context.today, cash.usualId)
  const form = useForm<TypedRemittance, unknown, RemittanceDetails>({
    resolver: zodResolver(typedRemittanceSchema(context)),
    defaultValues: initial,
    shouldFocusError: false,
  })
  return (
    <FormDialog title={`${formatFiscalYear(custody.fiscalYear)} ${custody.name}を送金する`} form={form} onClose={onClose} saveLabel="送金を記帳する" done="送金を記帳しました"
      save={(details) => remit.mutateAsync({ ...details, remittanceId, campaignId: custody.campaignId })}>
      {(errorOf) => (
        <>
          <HeldWords custody={custody} />
          <AmountField label="送金額" requirement="required" id="amountYen" read={readTypedAmount} defaultValue={initial.amountYen}
            error={errorOf('amountYen')} {...form.register('amountYen')} />
          <DateField label="送金日" requirement="required" id="remittedOn" support="振り込んだ日、または手渡した日です。例：R9.1.15" defaultValue={initial.remittedOn}
            read={(text) => readTypedDate(text, context)} error={errorOf('remittedOn')} {...form.register('remittedOn')} />
          <SelectField label="送金元" requirement="required" id="cashAccountId" emptyLabel="選択してください"
            options={cash.accounts.map((each) => ({ value: each.id, label: each.name }))} error={errorOf('cashAccountId')} {...form.register('cashAccountId')} />
          <TextField label="備考" requirement="optional" id="note" support="帳簿の摘要に残ります。例：1月送金分" error={errorOf('note')} {...form.register('note')} />
        </>
      )}
    </FormDialog>
  )
}

/** Where the suggested amount comes from. */
function HeldWords({ custody: { collectedYen, remittedYen, paidDirectlyYen, heldYen, remittanceMode } }: Pick<CustodyAccount, 'custody'>) {
  const lines = [
    { label: '受入額', amount: formatYenDelta(collectedYen) },
    { label: '送金済み', amount: formatYenDelta(negateYen(remittedYen)) },
    { label: '直接支払', amount: formatYenDelta(negateYen(paidDirectlyYen)) },
  ]
  return (
    <div className="text-[0.9375rem]">
      <dl className="grid max-w-sm grid-cols-[1fr_auto] gap-y-1">
        {lines.map(({ label, amount }) => (
          <div key={label} className="contents">
            <dt className="text-ink-sub">{label}</dt>
            <dd className="figures text-right">{amount}円</dd>
          </div>
        ))}
        <dt className="border-t border-line pt-1 font-bold">いま送金できる額</dt>
        <dd className="figures border-t border-line pt-1 text-right font-bold">{formatYenDelta(heldYen)}円</dd>
      </dl>
      <p className="phrases mt-3 text-[0.875rem] text-ink-sub">
        {remittanceMode === 'net_of_direct_payments'
          ? 'この運動は、見舞金や助成として直接支払った額を除いて送金します。直接支払った額は、送金書に分けて載ります。'
          : 'この運動は、集まった額の全部を送金します。'}
      </p>
    </div>
  )
}
