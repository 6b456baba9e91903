import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { SelectField } from '@sasaeai/ui/select-field'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { sourcesFor, type TargetChoices, type TargetForm } from './giving-target-draft.ts'

interface TargetBookFieldsProps {
  readonly form: TargetForm
  readonly errorOf: ErrorOf
  readonly choices: TargetChoices
}

interface Named {
  readonly id: string
  readonly name: string
}

const optionsOf = (items: readonly Named[]) => items.map(({ id: value, name: label }) => ({ value, label }))

/** What the money is booked as, and to whom it is paid. */
export function TargetBookFields({ form: { register, getValues }, errorOf, choices }: TargetBookFieldsProps) {
  const kind = getValues('kind')
  const campaigns = choices.campaigns.map(({ id: value, name, fiscalYear }) => ({ value, label: `${formatFiscalYear(fiscalYear)} ${name}` }))
  const accounts = choices.accounts.map(({ id: value, name, payeeName }) => ({ value, label: `${name}（${payeeName}）` }))
  return (
    <>
      {(kind === 'fund' || kind === 'general') && (
        <SelectField label="使途・基金" requirement={kind === 'fund' ? 'required' : 'optional'} id="fundId" emptyLabel={kind === 'fund' ? '選択してください' : '指定しない'} width="long"
          support="この使途・基金の寄附として記帳します。" options={optionsOf(choices.funds)} error={errorOf('fundId')} {...register('fundId')} />
      )}
      {kind === 'dues' && (
        <SelectField label="会員種別" requirement="required" id="duesKindId" emptyLabel="選択してください" support="金額は、会員種別の年度の条件から決まります。" options={optionsOf(choices.duesKinds)}
          error={errorOf('duesKindId')} {...register('duesKindId')} />
      )}
      {kind === 'campaign' && (
        <>
          <SelectField label="運動" requirement="required" id="campaignId" emptyLabel="選択してください" width="long" support="年度ごとに運動が変わります。新しい年度には、運動を選び直してください。" options={campaigns}
            error={errorOf('campaignId')} {...register('campaignId')} />
          <SelectField label="募金方法" requirement="required" id="collectionMethodId" emptyLabel="選択してください" options={optionsOf(choices.methods)} error={errorOf('collectionMethodId')} {...register('collectionMethodId')} />
        </>
      )}
      <SelectField label="財源" requirement="required" id="fundingSourceId" emptyLabel="選択してください" options={optionsOf(sourcesFor(kind, choices))} error={errorOf('fundingSourceId')} {...register('fundingSourceId')} />
      <SelectField label="支払いの受け口" requirement="required" id="paymentAccountId" emptyLabel="選択してください" width="full"
        support={kind === 'campaign' ? 'ここで受け付けるときは、共同募金会を受取人とする受け口を選びます。' : '受取人の名称は、公開ページに表示されます。'} options={accounts} error={errorOf('paymentAccountId')} {...register('paymentAccountId')} />
    </>
  )
}
