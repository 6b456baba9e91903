import { SelectField } from '@sasaeai/ui/select-field'
import { AmountField } from '@sasaeai/ui/amount-field'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { usableOptions } from '../../ledger/ground-options.ts'
import type { LedgerGround } from '../../ledger/use-ground.ts'
import type { SheetPart } from './deposit-form.tsx'
import type { Purpose } from './new-deposit-page.tsx'

interface DepositMoneyFieldsProps extends SheetPart {
  readonly ground: LedgerGround
  readonly purposes: readonly Purpose[]
}

/** Money, and as what money and valued goods are booked; asked only where there is something to book. */
export function DepositMoneyFields({ ground, purposes, typed, onChange, errorOf }: DepositMoneyFieldsProps) {
  const purpose = purposes.find(({ id }) => id === typed.purposeId)
  const hasValue = !typed.isSameDay && typed.lines.some(({ value }) => value.trim() !== '')
  const hasMoney = typed.money.trim() !== ''
  const accounts = (category: 'asset' | 'expense') => new Map([...ground.accounts].filter(([, { isHeading, category: own, book }]) => !isHeading && own === category && book === 'council'))
  const sources = new Map([...ground.sources].filter(([, { category }]) => category === 'donation'))
  return (
    <section aria-labelledby="deposit-money" className="flex flex-col gap-5">
      <h2 id="deposit-money" className="text-[1.125rem] font-bold">お金</h2>
      <AmountField label="預かったお金" requirement="optional" id="money" read={readTypedAmount} defaultValue={typed.money} error={errorOf('money')}
        support={purpose?.fundName == null ? 'この目的では物品だけを預かります。お金を預かるには、設定で使途・基金を選びます。' : `使途・基金「${purpose.fundName}」への寄附として記帳します。`}
        onChange={(event) => onChange({ money: event.currentTarget.value })} />
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
        {hasMoney && (
          <SelectField label="入金先" requirement="required" id="cashAccountId" emptyLabel="選んでください" options={usableOptions(accounts('asset'))} value={typed.cashAccountId}
            error={errorOf('cashAccountId')} onChange={(event) => onChange({ cashAccountId: event.currentTarget.value })} />
        )}
        {hasValue && (
          <SelectField label="時価を記帳する事業費" requirement="required" id="expenseAccountId" emptyLabel="選んでください" options={usableOptions(accounts('expense'))}
            value={typed.expenseAccountId} error={errorOf('expenseAccountId')} onChange={(event) => onChange({ expenseAccountId: event.currentTarget.value })} />
        )}
        {(hasMoney || hasValue) && (
          <SelectField label="財源" requirement="required" id="fundingSourceId" emptyLabel="選んでください" options={usableOptions(sources)} value={typed.fundingSourceId}
            error={errorOf('fundingSourceId')} onChange={(event) => onChange({ fundingSourceId: event.currentTarget.value })} />
        )}
      </div>
    </section>
  )
}
