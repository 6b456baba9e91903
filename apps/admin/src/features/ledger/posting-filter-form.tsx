import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { postingFilterOfSearch } from '@sasaeai/domain/ledger/posting-filter'
import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { readTypedAmount, readTypedDate, today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import { allOptions, campaignOptions } from './ground-options.ts'
import { PlaceAndPayerFilter } from './place-and-payer-filter.tsx'
import { type LedgerGround, useGround } from './use-ground.ts'

interface PostingFilterFormProps {
  readonly filter: PostingFilter
  readonly onChange: (filter: PostingFilter) => void
}

/** The filters of the list. They stand in the address, so that a list can be bookmarked and sent on. */
export function PostingFilterForm({ filter, onChange }: PostingFilterFormProps) {
  const ground = useGround()
  const years = useQuery(trpc.council.years.queryOptions())
  const [chosen, setChosen] = useState({ areaId: filter.areaId ?? '', supporterId: filter.supporterId ?? '' })
  if (ground.data === undefined || years.data === undefined) return null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onChange(filterOf({ ...Object.fromEntries(new FormData(event.currentTarget)), ...chosen }, filter))
  }
  const yearOptions = years.data.map(({ year }) => ({ value: String(year), label: formatFiscalYear(year) }))
  return (
    <form role="search" aria-label="明細の絞り込み" onSubmit={submit} className="mb-4 flex flex-col gap-3 border-y border-line py-4 print-hidden">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <SelectField label="年度" name="fiscalYear" width="short" emptyLabel="すべての年度" options={yearOptions} defaultValue={String(filter.fiscalYear ?? '')} />
        <SelectField label="財源" name="fundingSourceId" emptyLabel="すべて" options={allOptions(ground.data.sources)} defaultValue={filter.fundingSourceId ?? ''} />
        <TextField label="言葉・伝票番号" name="text" width="medium" defaultValue={filter.text ?? ''} />
      </div>
      <details open={hasFurther(filter)}>
        <summary className="w-fit cursor-pointer py-2 text-accent underline">ほかの条件</summary>
        <FurtherFilters filter={filter} ground={ground.data} onChoose={(change) => setChosen({ ...chosen, ...change })} />
      </details>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" icon="filter">絞り込む</Button>
        <Button variant="quiet" onClick={() => onChange({ fiscalYear: filter.fiscalYear })}>年度のほかの条件を外す</Button>
      </div>
    </form>
  )
}

interface FurtherFiltersProps {
  readonly filter: PostingFilter
  readonly ground: LedgerGround
  readonly onChoose: (change: { areaId?: string; supporterId?: string }) => void
}

function FurtherFilters({ filter, ground, onChoose }: FurtherFiltersProps) {
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
      <SelectField label="使途・基金" name="fundId" emptyLabel="すべて" options={allOptions(ground.funds)} defaultValue={filter.fundId ?? ''} />
      <PlaceAndPayerFilter filter={filter} ground={ground} onChoose={onChoose} />
      <SelectField label="勘定科目" name="accountId" emptyLabel="指定しない" options={allOptions(postableAccounts(ground))} defaultValue={filter.accountId ?? ''} />
    </div>
  )
}

function postableAccounts({ accounts }: LedgerGround) {
  return new Map([...accounts].filter(([, { isHeading }]) => !isHeading))
}

function hasFurther({ fiscalYear: _year, fundingSourceId: _source, text: _text, category: _category, holding: _holding, batchId: _batch, ...further }: PostingFilter): boolean {
  return Object.values(further).some((value) => value !== undefined)
}

/** Reads what was typed; what a link brought along and the form does not show (category, holding, batch) stays in force. */
function filterOf(typed: Record<string, unknown>, before: PostingFilter): PostingFilter {
  const { category, holding, batchId } = before
  return postingFilterOfSearch({
    ...typed,
    category: typed['fundingSourceId'] === '' ? category : undefined,
    holding,
    batchId,
    fiscalYear: typed['fiscalYear'] === '' ? undefined : Number(typed['fiscalYear']),
    from: typedDate(typed['from']),
    to: typedDate(typed['to']),
    minYen: typedYen(typed['minYen']),
    maxYen: typedYen(typed['maxYen']),
  })
}

function typedDate(text: unknown) {
  const date = parseDate(typeof text === 'string' ? text : '', { today: today() })
  return date.ok ? date.date : undefined
}

function typedYen(text: unknown) {
  const amount = parseAmount(typeof text === 'string' ? text : '')
  return amount.ok ? amount.yen : undefined
}
