import type { AccountBook } from '@sasaeai/domain/ledger/account-book'
import { drivesOf } from '@sasaeai/domain/ledger/funding-category'
import type { TypedContribution } from '@sasaeai/domain/ledger/typed-contribution'
import { AmountField } from '@sasaeai/ui/amount-field'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMemo, useState } from 'react'
import type { ErrorOf } from '../../app/command-form.tsx'
import { readTypedAmount, readTypedDate } from '../../app/read-typed.ts'
import { areaLookup, areaOption, campaignOptions, duesYearOptions, lookupSupporters, usableOptions } from './ground-options.ts'
import type { LedgerGround } from './use-ground.ts'

type FieldName = keyof TypedContribution

/** How the fields meet the form that they stand in: the single slip or, one level deeper, the correction. */
export interface ContributionForm {
  readonly ground: LedgerGround
  readonly initial: TypedContribution
  /** The name of the supporter in `initial`, if there is one. */
  readonly initialSupporter: ComboBoxOption | null
  readonly register: (name: FieldName, options?: { readonly onChange: () => void }) => object
  readonly setValue: (name: FieldName, value: string) => void
  /** The chosen funding source decides which fields are asked for. */
  readonly sourceId: string
  readonly idOf: (name: FieldName) => string
  readonly errorOf: ErrorOf
}

/** The fields of one contribution. Which of them are asked depends on the money: see `problemOfContribution`. */
export function ContributionFields(props: ContributionForm) {
  const { ground, initial, register, idOf } = props
  const error = (name: FieldName) => props.errorOf(idOf(name))
  // An entry that lies in the 支会 book can be corrected within it.
  const isOffered = (id: string, book: AccountBook) => book === 'council' || id === initial.cashAccountId
  const accounts = new Map(
    [...ground.accounts].filter(([id, { isHeading, category, book }]) => !isHeading && category === 'asset' && isOffered(id, book)),
  )
  const hasBranch = [...ground.campaigns.values()].some(({ cashAccountId }) => cashAccountId !== null)
  // What belonged to the other kind of money is no longer on screen and must not be booked either.
  const forgetMoney = () => (['campaignId', 'collectionMethodId', 'duesKindId', 'duesYear', 'fundId'] as const).forEach((name) => props.setValue(name, ''))
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
      <DateField label="受入日" requirement="required" id={idOf('entryDate')} read={readTypedDate} error={error('entryDate')}
        defaultValue={initial.entryDate} {...register('entryDate')} />
      <SelectField label="入金先" requirement="required" id={idOf('cashAccountId')} options={usableOptions(accounts)}
        support={hasBranch ? '支会の帳簿の運動のお金は、ここで選ばなくても支会の現金預金に入ります。' : undefined}
        emptyLabel="選んでください" error={error('cashAccountId')} {...register('cashAccountId')} />
      <SelectField label="財源" requirement="required" id={idOf('fundingSourceId')} options={usableOptions(ground.sources)}
        emptyLabel="選んでください" error={error('fundingSourceId')} {...register('fundingSourceId', { onChange: forgetMoney })} />
      <MoneyFields {...props} />
      <AmountField label="金額" requirement="required" id={idOf('amountYen')} read={readTypedAmount} error={error('amountYen')}
        defaultValue={initial.amountYen} {...register('amountYen')} />
      <TextField label="件数" requirement="optional" id={idOf('count')} width="short" inputMode="numeric"
        support="世帯数や件数。分からなければ空けておきます。" error={error('count')} {...register('count')} />
      <PlaceFields {...props} />
      <TextField label="備考" requirement="optional" id={idOf('note')} support="摘要の終わりに付きます。" error={error('note')} {...register('note')} />
    </div>
  )
}

/** 運動と方法 for 共同募金・歳末, 会員種別 for dues, 使途 for gifts. */
function MoneyFields({ ground, register, idOf, errorOf, sourceId }: ContributionForm) {
  const category = [...ground.sources].find(([id]) => id === sourceId)?.[1].category
  if (category === undefined) return null
  const drives = drivesOf(category)
  const campaigns = new Map([...ground.campaigns].filter(([, { drive, isClosed }]) => drives.includes(drive) && !isClosed))
  const empty = '選んでください'
  return (
    <>
      {drives.length > 0 && (
        <>
          <SelectField label="運動" requirement="required" id={idOf('campaignId')} options={campaignOptions({ campaigns })}
            emptyLabel={empty} error={errorOf(idOf('campaignId'))} {...register('campaignId')} />
          <SelectField label="募金方法" requirement="required" id={idOf('collectionMethodId')} options={usableOptions(ground.methods)}
            emptyLabel={empty} error={errorOf(idOf('collectionMethodId'))} {...register('collectionMethodId')} />
        </>
      )}
      {category === 'membership_dues' && (
        <>
          <SelectField label="会員種別" requirement="required" id={idOf('duesKindId')} options={usableOptions(ground.duesKinds)}
            emptyLabel={empty} error={errorOf(idOf('duesKindId'))} {...register('duesKindId')} />
          <SelectField label="会費の年度" requirement="optional" id={idOf('duesYear')} options={duesYearOptions(ground)}
            support="3月を過ぎて届いた前年度分のときだけ選びます。" emptyLabel="受入日の年度" error={errorOf(idOf('duesYear'))}
            {...register('duesYear')} />
        </>
      )}
      {category === 'donation' && (
        <SelectField label="使途・基金" requirement="optional" id={idOf('fundId')} options={usableOptions(ground.funds)}
          emptyLabel="指定なし" error={errorOf(idOf('fundId'))} {...register('fundId')} />
      )}
    </>
  )
}

function PlaceFields({ ground, initial, initialSupporter, setValue, idOf, errorOf }: ContributionForm) {
  const [area, setArea] = useState(initial.areaId === '' ? null : areaOption(ground, initial.areaId))
  const [supporter, setSupporter] = useState(initialSupporter)
  const load = useMemo(() => areaLookup(ground, { withClosed: false }), [ground])
  return (
    <>
      <ComboBoxField label="地域" requirement="optional" id={idOf('areaId')} support="番号・名前・読みで探せます。" width="medium"
        value={area} load={load} error={errorOf(idOf('areaId'))}
        onChange={(option) => {
          setArea(option)
          setValue('areaId', option?.id ?? '')
        }} />
      <ComboBoxField label="支援者" requirement="optional" id={idOf('supporterId')} support="番号・名前・読みで探せます。" width="medium"
        value={supporter} load={lookupSupporters} error={errorOf(idOf('supporterId'))}
        onChange={(option) => {
          setSupporter(option)
          setValue('supporterId', option?.id ?? '')
        }} />
    </>
  )
}
