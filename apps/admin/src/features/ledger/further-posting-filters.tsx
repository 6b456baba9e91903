import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { duesRouteNames, duesRoutes } from '@sasaeai/domain/ledger/dues-route'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { readTypedAmount, readTypedDate } from '../../app/read-typed.ts'
import { allOptions, campaignOptions, duesYearOptions } from './ground-options.ts'
import { PlaceAndPayerFilter } from './place-and-payer-filter.tsx'
import type { LedgerGround } from './use-ground.ts'

interface FurtherPostingFiltersProps {
  readonly filter: PostingFilter
  readonly ground: LedgerGround
  readonly onChoose: (change: { areaId?: string; supporterId?: string }) => void
}

/** Behind ほかの条件: the filters that are asked for now and then. */
export function FurtherPostingFilters({ filter, ground, onChoose }: FurtherPostingFiltersProps) {
  const day = (date: PostingFilter['from']) => (date === undefined ? '' : formatLocalDateShort(date))
  const amount = (yen: PostingFilter['minYen']) => (yen === undefined ? '' : formatYen(yen))
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3 pt-2">
      <DateField label="いつから" name="from" className="w-44" read={readTypedDate} defaultValue={day(filter.from)} />
      <DateField label="いつまで" name="to" className="w-44" read={readTypedDate} defaultValue={day(filter.to)} />
      <AmountField label="金額（以上）" name="minYen" read={readTypedAmount} defaultValue={amount(filter.minYen)} />
      <AmountField label="金額（以下）" name="maxYen" read={readTypedAmount} defaultValue={amount(filter.maxYen)} />
      <SelectField label="運動" name="campaignId" emptyLabel="すべて" options={campaignOptions(ground)} defaultValue={filter.campaignId ?? ''} />
      <SelectField label="募金方法" name="methodId" emptyLabel="すべて" options={allOptions(ground.methods)} defaultValue={filter.methodId ?? ''} />
      <SelectField label="会員種別" name="duesKindId" emptyLabel="すべて" options={allOptions(ground.duesKinds)} defaultValue={filter.duesKindId ?? ''} />
      <SelectField label="会費の年度" name="duesYear" emptyLabel="すべて" options={duesYearOptions(ground)} defaultValue={String(filter.duesYear ?? '')} />
      <SelectField label="会費の経路" name="duesRoute" emptyLabel="すべて" options={duesRouteOptions} defaultValue={filter.duesRoute ?? ''} />
      <SelectField label="使途・基金" name="fundId" emptyLabel="すべて" options={allOptions(ground.funds)} defaultValue={filter.fundId ?? ''} />
      <PlaceAndPayerFilter filter={filter} ground={ground} onChoose={onChoose} />
      <SelectField label="勘定科目" name="accountId" emptyLabel="指定しない" options={allOptions(postableAccounts(ground))} defaultValue={filter.accountId ?? ''} />
    </div>
  )
}

const duesRouteOptions = duesRoutes.map((value) => ({ value, label: duesRouteNames[value] }))

function postableAccounts({ accounts }: LedgerGround) {
  return new Map([...accounts].filter(([, { isHeading }]) => !isHeading))
}
