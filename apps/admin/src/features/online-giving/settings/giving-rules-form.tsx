import { zodResolver } from '@hookform/resolvers/zod'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type GivingSettingsDetails, typedGivingSettingsSchema } from '@sasaeai/domain/online-giving/settings/giving-settings-details'
import { givingReceiptRuleNames, givingReceiptRules, taxDateBases, taxDateBasisNames } from '@sasaeai/domain/online-giving/settings/receipt-rule'
import { AmountField } from '@sasaeai/ui/amount-field'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { CommandForm, type ErrorOf } from '../../../app/command-form.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'

type RulesDraft = z.input<typeof typedGivingSettingsSchema>
type RulesForm = UseFormReturn<RulesDraft, unknown, GivingSettingsDetails>

interface GivingRulesFormProps {
  readonly details: GivingSettingsDetails
  readonly revision: number
  readonly onReload: () => void
}

/** How gifts are taken, to be changed. */
export function GivingRulesForm({ details, revision, onReload }: GivingRulesFormProps) {
  const save = useMutation(trpc.onlineGiving.settings.save.mutationOptions())
  const form: RulesForm = useForm<RulesDraft, unknown, GivingSettingsDetails>({
    resolver: zodResolver(typedGivingSettingsSchema),
    defaultValues: draftOf(details),
    shouldFocusError: false,
  })
  return (
    <CommandForm id="giving-rules" form={form} done="受付の設定を保存しました" onReload={onReload} save={(changed) => save.mutateAsync({ revision, details: changed })}>
      {(errorOf) => (
        <>
          <OpeningFields form={form} errorOf={errorOf} details={details} />
          <ReceiptFields form={form} errorOf={errorOf} details={details} />
          <LimitFields form={form} errorOf={errorOf} />
          <div className="border-t border-line pt-6">
            <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="保存しています">保存する</Button>
          </div>
        </>
      )}
    </CommandForm>
  )
}

interface FieldsProps {
  readonly form: RulesForm
  readonly errorOf: ErrorOf
}

function OpeningFields({ form: { register }, errorOf, details }: FieldsProps & { readonly details: GivingSettingsDetails }) {
  return (
    <FormSection title="受付" description="止めている間も、公開ページは見られます。すでに始まった毎月の寄附は、止まりません。">
      <CheckboxField label="オンラインの寄附を受け付ける" id="isOpen" {...register('isOpen')} />
      <AmountField label="1回の下限" requirement="required" id="minimumYen" read={readTypedAmount} defaultValue={formatYen(details.minimumYen)}
        support="100円より低くはできません。コンビニでは120円からです。会費には使われません。" error={errorOf('minimumYen')} {...register('minimumYen')} />
      <AmountField label="1回の上限" requirement="required" id="maximumYen" read={readTypedAmount} defaultValue={formatYen(details.maximumYen)}
        support="コンビニで払えるのは300,000円までです。大きな寄附は窓口や振込をご案内します。" error={errorOf('maximumYen')} {...register('maximumYen')} />
    </FormSection>
  )
}

function ReceiptFields({ form: { register }, errorOf, details }: FieldsProps & { readonly details: GivingSettingsDetails }) {
  return (
    <FormSection title="領収書と返金" description="カード会社の利用明細は領収書になりません。当会の領収書をお渡しします。">
      <RadioGroupField label="領収書の出し方" requirement="required" id="receiptRule" defaultValue={details.receiptRule} error={errorOf('receiptRule')}
        options={givingReceiptRules.map((value) => ({ value, label: givingReceiptRuleNames[value] }))} {...register('receiptRule')} />
      <RadioGroupField label="受領日とする日" requirement="required" id="taxDateBasis" defaultValue={details.taxDateBasis} error={errorOf('taxDateBasis')}
        support="領収書に載る日です。入金日にすると、社協の口座に入るまで領収書を出しません。年末の寄附の年が変わることがあります。"
        options={taxDateBases.map((value) => ({ value, label: taxDateBasisNames[value] }))} {...register('taxDateBasis')} />
      <AmountField label="返金に、もう1人の承認が要る金額" requirement="required" id="refundApprovalYen" read={readTypedAmount} defaultValue={formatYen(details.refundApprovalYen)}
        support="この金額以上の返金は、申し出た人とは別の人が承認します。0円にすると、すべての返金で要ります。" error={errorOf('refundApprovalYen')} {...register('refundApprovalYen')} />
    </FormSection>
  )
}

function LimitFields({ form: { register }, errorOf }: FieldsProps) {
  const often = (name: 'startsPerAddressHour' | 'startsPerEmailDay' | 'startsPerVisitHour' | 'startsPerHour', label: string, support: string) => (
    <TextField label={label} requirement="required" id={name} width="short" inputMode="numeric" support={support} error={errorOf(name)} {...register(name)} />
  )
  return (
    <FormSection title="不正な申込みを防ぐ" description="盗まれたカードの試し払いなどを防ぎます。ふだんは変える必要がありません。">
      <CheckboxField label="全員に、機械でないことの確認を長めにする" id="challengesEveryone"
        support="おかしな申込みが続くときに使います。どなたの端末でも、申込みに数秒長くかかります。" {...register('challengesEveryone')} />
      {often('startsPerAddressHour', '同じ接続元からの申込み（1時間に何回まで）', '会場で同じWi-Fiから申し込むイベントの日は、増やしてください。')}
      {often('startsPerEmailDay', '同じメールアドレスからの申込み（1日に何回まで）', 'ふつうの方は1日に1〜2回です。')}
      {often('startsPerVisitHour', '同じ画面（タブ）からの申込み（1時間に何回まで）', '会場で1台の端末を回して使う日は、増やしてください。')}
      {often('startsPerHour', '全体の申込み（1時間に何回まで）', '超えている間は、どなたの端末でも確認が長めになります。受付は止まりません。')}
    </FormSection>
  )
}

function draftOf({ minimumYen, maximumYen, refundApprovalYen, startsPerAddressHour, startsPerEmailDay, startsPerVisitHour, startsPerHour, ...same }: GivingSettingsDetails): RulesDraft {
  return {
    ...same, minimumYen: formatYen(minimumYen), maximumYen: formatYen(maximumYen), refundApprovalYen: formatYen(refundApprovalYen),
    startsPerAddressHour: String(startsPerAddressHour), startsPerEmailDay: String(startsPerEmailDay),
    startsPerVisitHour: String(startsPerVisitHour), startsPerHour: String(startsPerHour),
  }
}
