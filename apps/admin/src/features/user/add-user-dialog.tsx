import { zodResolver } from '@hookform/resolvers/zod'
import { addUserInputSchema } from '@sasaeai/domain/user/user-inputs'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'
import { roleOptions } from './role-choice.tsx'

/** 利用者の追加, with a first password that the administrator hands over. */
export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const form = useForm({ resolver: zodResolver(addUserInputSchema), shouldFocusError: false })
  const add = useMutation(trpc.user.add.mutationOptions())
  return (
    <FormDialog title="利用者の追加" saveLabel="追加する" done="利用者を追加しました" form={form} save={add.mutateAsync} onClose={onClose}>
      {(errorOf) => (
        <>
          <TextField label="氏名" requirement="required" id="name" width="medium" autoComplete="off"
            error={errorOf('name')} {...form.register('name')} />
          <TextField label="メールアドレス" requirement="required" id="email" type="email" inputMode="email" autoComplete="off"
            support="サインインに使います。この画面からメールは送りません。" error={errorOf('email')} {...form.register('email')} />
          <RadioGroupField label="役割" requirement="required" id="role" options={roleOptions}
            error={errorOf('role')} {...form.register('role')} />
          <TextField label="はじめのパスワード" requirement="required" id="password" width="medium" autoComplete="new-password"
            support="12文字以上。本人に伝え、サインインしたら「自分のアカウント」で変えてもらってください。"
            error={errorOf('password')} {...form.register('password')} />
        </>
      )}
    </FormDialog>
  )
}
