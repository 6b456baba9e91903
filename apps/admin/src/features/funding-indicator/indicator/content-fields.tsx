import { householdBases, householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { incomeCategories, incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import { computationKeys, computations } from '@sasaeai/domain/funding-indicator/indicator/computations'
import { fundingCategories, fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { asksOf, type ContentDraft } from './indicator-draft.ts'

interface ContentFieldsProps {
  readonly draft: ContentDraft
  readonly isComputed: boolean
  readonly onChange: (change: Partial<ContentDraft>) => void
  /** What stands before the names of its fields in the form: `content.` */
  readonly path: string
  readonly errorOf: ErrorOf
}

const incomeOptions = incomeCategories.map((value) => ({ value, label: incomeCategoryNames[value] }))
const moneyOptions = fundingCategories.map((value) => ({ value, label: fundingCategoryNames[value] }))

/** What an indicator means: in words, and where it is computed by which rule. */
export function ContentFields({ draft, isComputed, onChange, path, errorOf }: ContentFieldsProps) {
  const asks = asksOf(draft.computation)
  return (
    <>
      <TextAreaField label="定義" requirement="required" id={`${path}definition`} support="何を、どの範囲で数えるか。表と一緒に印刷されます。" error={errorOf(`${path}definition`)}
        defaultValue={draft.definition} onChange={(event) => onChange({ definition: event.currentTarget.value })} />
      <TextAreaField label="式（言葉で）" requirement="optional" id={`${path}formula`} support="例：（会費＋配分金）÷ 収入全体 × 100" error={errorOf(`${path}formula`)}
        defaultValue={draft.formula} onChange={(event) => onChange({ formula: event.currentTarget.value })} />
      {isComputed && (
        <SelectField label="計算のしかた" requirement="required" id={`${path}computation`} width="full" emptyLabel="選んでください" error={errorOf(`${path}computation`)} value={draft.computation}
          options={computationKeys.map((value) => ({ value, label: computations[value].name }))} onChange={(event) => onChange({ computation: event.currentTarget.value })} />
      )}
      {isComputed && asks.income && <IncomeFields {...{ draft, onChange, path, errorOf }} />}
      {isComputed && asks.money && (
        <ChoiceGroup legend="財源の区分" id={`${path}parameters`} options={moneyOptions} chosen={draft.categories} error={errorOf(`${path}parameters`)} onChange={(categories) => onChange({ categories })} />
      )}
      {isComputed && asks.basis && (
        <SelectField label="世帯数の根拠" requirement="required" id="basis" value={draft.basis} options={householdBases.map((value) => ({ value, label: householdBasisNames[value] }))}
          onChange={(event) => onChange({ basis: event.currentTarget.value })} />
      )}
    </>
  )
}

/** Which income counts above the line, below it, and on neither side. */
function IncomeFields({ draft, onChange, path, errorOf }: Omit<ContentFieldsProps, 'isComputed'>) {
  const lines = (label: string, field: 'numeratorLines' | 'denominatorLines' | 'excludedLines') => (
    <TextField label={`${label}に加える収入の区分のコード`} requirement="optional" id={field} support="種類でなく区分ごとに選ぶとき。「、」で区切ります。例：10、51"
      defaultValue={draft[field]} onChange={(event) => onChange({ [field]: event.currentTarget.value })} />
  )
  return (
    <>
      <ChoiceGroup legend="分子にする収入の種類" id={`${path}parameters`} options={incomeOptions} chosen={draft.numerator} error={errorOf(`${path}parameters`)} onChange={(numerator) => onChange({ numerator })} />
      {lines('分子', 'numeratorLines')}
      <ChoiceGroup legend="分母にする収入の種類" support="一つも選ばないと、収入全体になります。" options={incomeOptions} chosen={draft.denominator} onChange={(denominator) => onChange({ denominator })} />
      {lines('分母', 'denominatorLines')}
      <ChoiceGroup legend="分子にも分母にも含めない収入の種類" options={incomeOptions} chosen={draft.excluded} onChange={(excluded) => onChange({ excluded })} />
      {lines('含めないもの', 'excludedLines')}
    </>
  )
}
