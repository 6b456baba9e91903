import { monthsOfFiscalYear } from '@sasaeai/domain/membership-dues/terms/dues-months'
import type { DuesTermsDetails } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { duesPayerNames, duesPayers, duesUnitNames, duesUnits } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import type { TypedDuesTerms } from '@sasaeai/domain/membership-dues/terms/typed-dues-terms'
import { AmountField } from '@sasaeai/ui/amount-field'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'

interface DuesTermsFieldsProps {
  readonly form: UseFormReturn<TypedDuesTerms, unknown, DuesTermsDetails>
  readonly initial: TypedDuesTerms
  readonly errorOf: ErrorOf
  /** Letters went out or money came in: unit and amount are shown, not asked. */
  readonly isSettled: boolean
  /** The form begins with what the year before asked. */
  readonly isTakenOver: boolean
}

const units = duesUnits.map((value) => ({ value, label: duesUnitNames[value] }))
const payers = duesPayers.map((value) => ({ value, label: duesPayerNames[value] }))
const months = monthsOfFiscalYear.map((month) => ({ value: String(month), label: `${month <= 3 ? '翌年' : ''}${month}月` }))

/** The fields of a year's terms. */
export function DuesTermsFields({ form, initial, errorOf, isSettled, isTakenOver }: DuesTermsFieldsProps) {
  const { register, control } = form
  const isDeductible = useWatch({ control, name: 'isDeductible' })
  return (
    <>
      {isTakenOver && <p className="text-ink-sub">前年度の条件が入っています。変えるところを直して保存してください。</p>}
      {isSettled ? <SettledAmount initial={initial} /> : <AmountFields {...{ form, initial, errorOf }} />}
      <SelectField label="納める人" requirement="required" id="payer" options={payers} error={errorOf('payer')} {...register('payer')} />
      <fieldset className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <legend className="mb-2 font-bold">納入月</legend>
        <SelectField label="始め" id="firstMonth" width="short" options={months} error={errorOf('firstMonth')} {...register('firstMonth')} />
        <SelectField label="終わり" id="lastMonth" width="short" options={months} error={errorOf('lastMonth')} {...register('lastMonth')} />
      </fieldset>
      <TextField label="還元率" requirement="optional" id="shareBackBasisPoints" width="short" unit="%" inputMode="decimal"
        support="還元しない会費は0のままにします。例：40、33.5" error={errorOf('shareBackBasisPoints')} {...register('shareBackBasisPoints')} />
      <div className="flex flex-col gap-3">
        <CheckboxField label="税の控除の対象になる" id="isDeductible" error={errorOf('isDeductible')} {...register('isDeductible')} />
        {isDeductible && (
          <NoticeBanner tone="warning" title="税務署に確かめてから選んでください">
            会費は会員としての負担なので、ふつうは寄附金控除の対象になりません。この法人のこの会費が対象だと確かめられたときだけ選びます。
          </NoticeBanner>
        )}
      </div>
      <TextAreaField label="会員の特典" requirement="optional" id="benefits" support="法人や団体への案内に印刷します。例：広報紙に名称を載せます。"
        error={errorOf('benefits')} {...register('benefits')} />
    </>
  )
}

function SettledAmount({ initial }: { initial: TypedDuesTerms }) {
  const unit = units.find(({ value }) => value === initial.unit)?.label ?? ''
  return (
    <NoticeBanner tone="info" title={`単位：${unit}　目安：${initial.unitYen === '' ? '—' : `${initial.unitYen}円`}`}>
      納入のお願いを確定したか、この年度の納入があるため、単位と目安は変えられません。変えたい納入先は「納入のお願い」で1件ずつ直してください。
    </NoticeBanner>
  )
}

function AmountFields({ form, initial, errorOf }: Pick<DuesTermsFieldsProps, 'form' | 'initial' | 'errorOf'>) {
  const unit = useWatch({ control: form.control, name: 'unit' })
  const isFree = unit === 'free'
  return (
    <>
      <RadioGroupField label="単位" requirement="required" id="unit" isRow options={units} defaultValue={initial.unit}
        error={errorOf('unit')} {...form.register('unit')} />
      <AmountField
        label={isFree ? '下限' : `目安（1${unit === 'household' ? '世帯' : '口'}あたり）`}
        requirement={isFree ? 'optional' : 'required'}
        id="unitYen"
        support={isFree ? 'いくらからでもよければ空けておきます。' : 'お願いの額です。納める額は自由です。例：500'}
        defaultValue={initial.unitYen}
        read={readTypedAmount}
        error={errorOf('unitYen')}
        {...form.register('unitYen')}
      />
    </>
  )
}
