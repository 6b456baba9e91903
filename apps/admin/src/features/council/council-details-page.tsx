import { zodResolver } from '@hookform/resolvers/zod'
import { type CouncilDetails, councilDetailsSchema } from '@sasaeai/domain/council/council-details'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { CommandForm, type ErrorOf } from '../../app/command-form.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { CouncilSummary } from './council-summary.tsx'
import { useMayDo } from '../../app/use-may-do.ts'

/** 社協の情報 */
export function CouncilDetailsPage() {
  const council = useQuery(trpc.council.get.queryOptions())
  const mayManage = useMayDo('council.manage')
  return (
    <>
      <PageHeader title="社協の情報" description="領収書や報告書、公開ページに載る内容と、事務所全体の決まりです。" />
      {council.isError && <PageError reset={() => void council.refetch()} />}
      {council.isPending && <LoadingSkeleton lines={8} />}
      {council.data && (mayManage ? <CouncilForm council={council.data} /> : <CouncilSummary council={council.data} />)}
    </>
  )
}

type CouncilDraft = z.input<typeof councilDetailsSchema>
type CouncilFormReturn = UseFormReturn<CouncilDraft, unknown, CouncilDetails>

function CouncilForm({ council }: { council: CouncilDetails }) {
  const save = useMutation(trpc.council.save.mutationOptions())
  const form: CouncilFormReturn = useForm<CouncilDraft, unknown, CouncilDetails>({
    resolver: zodResolver(councilDetailsSchema),
    values: { ...council, postalCode: readablePostalCode(council.postalCode) },
    resetOptions: { keepDirtyValues: true },
    shouldFocusError: false,
  })
  return (
    <CommandForm id="council" form={form} save={save.mutateAsync} done="社協の情報を保存しました">
      {(errorOf) => (
        <>
          <PrintedFields form={form} errorOf={errorOf} />
          <RuleFields form={form} errorOf={errorOf} />
          <div className="border-t border-line pt-6">
            <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="保存しています">
              保存する
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  )
}

interface CouncilFieldsProps {
  readonly form: CouncilFormReturn
  readonly errorOf: ErrorOf
}

function PrintedFields({ form: { register }, errorOf }: CouncilFieldsProps) {
  return (
    <FormSection title="名称と連絡先" description="領収書や報告書に印刷されます。">
      <TextField label="名称" requirement="required" id="name" autoComplete="organization" error={errorOf('name')} {...register('name')} />
      <TextField label="フリガナ" requirement="optional" id="nameKana" error={errorOf('nameKana')} {...register('nameKana')} />
      <TextField label="代表者" requirement="optional" id="representative" support="例：会長　山田 太郎"
        error={errorOf('representative')} {...register('representative')} />
      <TextField label="郵便番号" requirement="optional" id="postalCode" width="short" inputMode="numeric" support="例：830-0027"
        error={errorOf('postalCode')} {...register('postalCode')} />
      <TextField label="住所" requirement="optional" id="address" width="full" error={errorOf('address')} {...register('address')} />
      <TextField label="電話番号" requirement="optional" id="phone" width="medium" inputMode="tel" support="例：0942-34-3035"
        error={errorOf('phone')} {...register('phone')} />
      <TextField label="メールアドレス" requirement="optional" id="email" inputMode="email" error={errorOf('email')} {...register('email')} />
    </FormSection>
  )
}

function RuleFields({ form: { register }, errorOf }: CouncilFieldsProps) {
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const usable = (accounts.data ?? []).filter((each) => each.category === 'asset' && each.book === 'council' && !each.isHeading && each.closedOn === null)
  return (
    <FormSection title="受付の決まり" description="すべての受付に使われます。">
      <SelectField label="通常の入金先" requirement="optional" id="defaultCashAccountId" emptyLabel="決めない" key={usable.length}
        support="受付で別に選ばなければ、この科目に入金されます。" error={errorOf('defaultCashAccountId')}
        options={usable.map((account) => ({ value: account.id, label: `${account.code} ${account.name}` }))}
        {...register('defaultCashAccountId', { setValueAs: (value: string | null) => (value === '' ? null : value) })} />
      <CheckboxField label="受付の記帳に、もう1人の承認を必要とする" id="requiresIntakeApproval"
        support="入力した人とは別の人が内容を確かめてから記帳します。" {...register('requiresIntakeApproval')} />
    </FormSection>
  )
}
