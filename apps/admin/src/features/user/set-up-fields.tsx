import { FormSection } from '@sasaeai/ui/form-section'
import { TextField } from '@sasaeai/ui/text-field'
import type { UseFormReturn } from 'react-hook-form'
import type { SetUpInput } from '@sasaeai/domain/council/set-up-input'
import type { SetUpDraft } from './set-up-form.tsx'

interface SetUpFieldsProps {
  readonly form: UseFormReturn<SetUpDraft, unknown, SetUpInput>
}

/** 社協の情報 */
export function SetUpCouncilFields({ form }: SetUpFieldsProps) {
  const errors = form.formState.errors.council
  return (
    <FormSection title="1. 社協の情報" description="領収書や報告書、公開ページに載ります。">
      <TextField label="名称" requirement="required" id="council.name" autoComplete="organization"
        support="例：ささえ市社会福祉協議会" error={errors?.name?.message} {...form.register('council.name')} />
      <TextField label="フリガナ" requirement="optional" id="council.nameKana"
        error={errors?.nameKana?.message} {...form.register('council.nameKana')} />
      <TextField label="郵便番号" requirement="optional" id="council.postalCode" width="short" inputMode="numeric"
        autoComplete="postal-code" support="例：830-0027" error={errors?.postalCode?.message} {...form.register('council.postalCode')} />
      <TextField label="住所" requirement="optional" id="council.address" width="full" autoComplete="street-address"
        error={errors?.address?.message} {...form.register('council.address')} />
      <TextField label="電話番号" requirement="optional" id="council.phone" width="medium" inputMode="tel" autoComplete="tel"
        error={errors?.phone?.message} {...form.register('council.phone')} />
      <TextField label="代表者" requirement="optional" id="council.representative" support="例：会長　山田 太郎"
        error={errors?.representative?.message} {...form.register('council.representative')} />
    </FormSection>
  )
}

/** 最初の管理者 */
export function SetUpAdministratorFields({ form }: SetUpFieldsProps) {
  const errors = form.formState.errors.administrator
  return (
    <FormSection title="4. 最初の管理者" description="ほかの職員を登録できる人です。このメールアドレスとパスワードでサインインします。">
      <TextField label="氏名" requirement="required" id="administrator.name" width="medium" autoComplete="name"
        error={errors?.name?.message} {...form.register('administrator.name')} />
      <TextField label="メールアドレス" requirement="required" id="administrator.email" type="email" inputMode="email"
        autoComplete="username" error={errors?.email?.message} {...form.register('administrator.email')} />
      <TextField label="パスワード" requirement="required" id="administrator.password" type="password" autoComplete="new-password"
        support="12文字以上。短い文をつなげると覚えやすくなります。" error={errors?.password?.message}
        {...form.register('administrator.password')} />
    </FormSection>
  )
}
