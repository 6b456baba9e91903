import { zodResolver } from '@hookform/resolvers/zod'
import { passwordSchema } from '@sasaeai/domain/user/user-inputs'
import { Button } from '@sasaeai/ui/button'
import { FormSection } from '@sasaeai/ui/form-section'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { askAuth } from './auth-requests.ts'
import { useAuthAct } from './use-auth-act.ts'

const inputSchema = z.object({
  currentPassword: z.string().min(1, '今のパスワードを入力してください。'),
  newPassword: passwordSchema,
})

/** パスワードの変更: proves the old password, and signs out everywhere else. */
export function ChangePasswordSection() {
  const { refusal, run } = useAuthAct()
  const form = useForm({ resolver: zodResolver(inputSchema), defaultValues: { currentPassword: '', newPassword: '' } })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (input) => {
    const body = { ...input, revokeOtherSessions: true }
    const answer = await run(() => askAuth('/change-password', z.unknown(), body), 'パスワードを変えました')
    if (answer.ok) form.reset()
  })
  return (
    <FormSection title="パスワード" description="変えると、ほかの端末ではサインアウトされます。">
      <form noValidate onSubmit={submit} className="flex flex-col items-start gap-5">
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        <TextField label="今のパスワード" type="password" id="currentPassword" width="medium" autoComplete="current-password"
          error={errors.currentPassword?.message} {...form.register('currentPassword')} />
        <TextField label="新しいパスワード" type="password" id="newPassword" width="medium" autoComplete="new-password"
          support="12文字以上。短い文をつなげると覚えやすくなります。" error={errors.newPassword?.message} {...form.register('newPassword')} />
        <Button type="submit" isBusy={isSubmitting} busyLabel="変えています">パスワードを変える</Button>
      </form>
    </FormSection>
  )
}
